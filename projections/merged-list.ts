/**
 * A list which is filtered by columns of few values. Its index has the columns of `where` in front, then those of `groups`,
 * then those of `order`: so each combination of the groups' values stands in the list's order, and a page of any filter is
 * merged from the heads of the combinations that fit it, whatever the size of the list.
 */
export interface FilteredList {
  readonly from: string;
  /** Conditions of equality on the index's first columns; `true` for none. */
  readonly where: string;
  readonly groups: readonly string[];
  /** On the columns of `groups`, as columns of `present`. */
  readonly fits: string;
  readonly order: string;
}

/**
 * SQL: the columns of `order` of the page's rows.
 *
 * @param within a further condition on the columns of `order`, such as where the page begins
 * @param limit a placeholder
 */
export function mergedPage(list: FilteredList, within: string, limit: string): string {
  const { order } = list;
  return `WITH RECURSIVE ${present(list)}
    SELECT head.* FROM present CROSS JOIN LATERAL (
      SELECT ${order} FROM ${list.from} WHERE ${ofGroup(list)} AND ${within} ORDER BY ${order} LIMIT ${limit}
    ) AS head WHERE ${list.fits} ORDER BY ${order} LIMIT ${limit}`;
}

/** SQL: a column of the rows, in no order. @param most a `LIMIT` */
export function mergedRows(list: FilteredList, column: string, most: string): string {
  return `WITH RECURSIVE ${present(list)}
    SELECT one.* FROM present CROSS JOIN LATERAL (SELECT ${column} FROM ${list.from} WHERE ${ofGroup(list)} ${most}) AS one
    WHERE ${list.fits} ${most}`;
}

/** The combinations there are, each found by one descent of the index. */
function present({ from, where, groups }: FilteredList): string {
  const columns = groups.join(', ');
  const before = groups.map((column) => `present.${column}`).join(', ');
  const next = (beyond: string) => `SELECT ${columns} FROM ${from} WHERE ${where}${beyond} ORDER BY ${columns} LIMIT 1`;
  return `present AS (
      (${next('')})
      UNION ALL
      SELECT following.* FROM present CROSS JOIN LATERAL (${next(` AND (${columns}) > (${before})`)}) AS following
    )`;
}

function ofGroup({ where, groups }: FilteredList): string {
  return [where, ...groups.map((column) => `${column} = present.${column}`)].join(' AND ');
}
