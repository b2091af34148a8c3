/**
 * A list of which any part can be asked for by what few values tell apart: those stand together in one column (`group`), and an
 * index has the columns of `where`, then that one, then those of `order`. So each group stands in the list's order, and a page
 * is merged from the heads of the groups that fit, whatever the size of the list. One column and not several: PostgreSQL takes
 * several for independent, thinks a group small, and reads it whole.
 */
export interface MergedList {
  readonly from: string;
  /** Conditions of equality on the index's first columns; `true` for none. */
  readonly where: string;
  readonly group: string;
  /** SQL: the groups which fit, in one column of the same name. */
  readonly groups: string;
  readonly order: string;
}

/**
 * SQL: the columns of `order` of the page's rows.
 *
 * @param within a further condition on the list's rows, such as where the page begins
 * @param limit a placeholder
 */
export function mergedPage({ from, where, group, groups, order }: MergedList, within: string, limit: string): string {
  return `SELECT head.* FROM (${groups}) AS fitting CROSS JOIN LATERAL (
      SELECT ${order} FROM ${from} WHERE ${where} AND ${group} = fitting.${group} AND ${within}
      ORDER BY ${order} LIMIT ${limit}
    ) AS head ORDER BY ${order} LIMIT ${limit}`;
}

/** SQL: the groups there are, each found by one descent of the index, of which those that are like `pattern`. */
export function presentGroups(
  { from, where, group }: Pick<MergedList, 'from' | 'where' | 'group'>,
  pattern: string,
): string {
  return `WITH RECURSIVE present (${group}) AS (
      SELECT ''::text COLLATE "C"
      UNION ALL
      SELECT following.* FROM present CROSS JOIN LATERAL (
        SELECT ${group} FROM ${from} WHERE ${where} AND ${group} > present.${group} ORDER BY ${group} LIMIT 1
      ) AS following
    ) SELECT ${group} FROM present WHERE ${group} LIKE ${pattern}`;
}
