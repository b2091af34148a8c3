import { mergedPage } from '../merged-list.js';

/** The columns in which every list stands. */
export const order = 'due_sort, lodged_on, case_id';

/** A page of a search looks at no more cases of a list than these, and says from where to look on. */
export const lookedAt = 5_000;

/** Where a list's cases stand in its order. */
export interface Source {
  readonly from: string;
  /** What the index's first columns equal. */
  readonly where: string;
  /** SQL: its groups and how many cases are in each; null for a list of one person or company, short enough to be walked. */
  readonly counts: string | null;
}

/** SQL: the columns of `order` of a page. @param after a condition: where it begins, @param limit how many rows it has */
export type Page = (after: string, limit: string) => string;

export function walked({ from, where }: Source, fits: readonly string[]): Page {
  const all = [where, ...fits].join(' AND ');
  return (after, limit) => `SELECT ${order} FROM ${from} WHERE ${all} AND ${after} ORDER BY ${order} LIMIT ${limit}`;
}

export function merged({ from, where }: Source, counts: string, fits: readonly string[]): Page {
  const groups = `SELECT list_group FROM ${[counts, ...fits].join(' AND ')}`;
  const list = { from, where, group: 'list_group', groups, order };
  return (after, limit) => mergedPage(list, after, limit);
}

/** Merged from the cases of each company. @param parties a placeholder */
export function ofParties({ from, where }: Source, parties: string, fits: readonly string[]): Page {
  const cases = 'views.worklist';
  const rows =
    from === cases
      ? from
      : `(SELECT case_id, complainant, respondent FROM ${cases}) AS sided JOIN ${from} USING (case_id)`;
  const all = [where, ...fits].join(' AND ');
  return (after, limit) => {
    const [complaining, responding] = ['complainant', 'respondent'].map(
      (side) => `(SELECT ${order} FROM ${rows} WHERE ${side} = sought.party AND ${all} AND ${after}
        ORDER BY ${order} LIMIT ${limit})`,
    );
    return `SELECT DISTINCT ${order} FROM unnest(${parties}::text[]) AS sought (party)
      CROSS JOIN LATERAL (${complaining!} UNION ALL ${responding!}) AS head ORDER BY ${order} LIMIT ${limit}`;
  };
}

/** Found by their numbers first, which few cases have. @param sought SQL: which numbers */
export function ofNumbers({ from, where }: Source, sought: string, fits: readonly string[]): Page {
  const numbered = `(SELECT case_id FROM views.worklist_name WHERE ${sought}) AS numbered`;
  const all = [where, ...fits].join(' AND ');
  return (after, limit) =>
    `SELECT ${order} FROM ${from} JOIN ${numbered} USING (case_id) WHERE ${all} AND ${after} ORDER BY ${order} LIMIT ${limit}`;
}

/**
 * The next cases of the list, each looked at for what is sought.
 *
 * @param sought SQL over a row of `worklist_name`
 * @param fits conditions on a row of the list, by which it is passed over unread
 */
export function lookedThrough({ from, where }: Source, sought: string, fits: readonly string[]): Page {
  const fitting = fits.length === 0 ? 'true' : fits.join(' AND ');
  return (after, limit) =>
    `SELECT ${order} FROM (
       SELECT ${order}, ${fitting} AS fits FROM ${from} WHERE ${where} AND ${after} ORDER BY ${order} LIMIT ${lookedAt}
     ) AS looked JOIN views.worklist_name USING (case_id) WHERE fits AND ${sought} ORDER BY ${order} LIMIT ${limit}`;
}

/** SQL: the last case that is looked at; no row where the lists end before. */
export function lastLookedAt(sources: readonly Source[], after: string): string {
  const last = ({ from, where }: Source) =>
    `(SELECT ${order} FROM ${from} WHERE ${where} AND ${after} ORDER BY ${order} OFFSET ${lookedAt - 1} LIMIT 1)`;
  return `SELECT ${order} FROM (${sources.map(last).join(' UNION ALL ')}) AS last ORDER BY ${order} LIMIT 1`;
}

/** A case may stand in more than one list. */
export function either(pages: readonly Page[]): Page {
  const [only] = pages;
  if (pages.length === 1) return only!;
  return (after, limit) =>
    `SELECT ${order} FROM (${united(pages.map((page) => page(after, limit)))}) AS either
     ORDER BY ${order} LIMIT ${limit}`;
}

export function united(parts: readonly string[]): string {
  return parts.map((part) => `(${part})`).join(' UNION ');
}
