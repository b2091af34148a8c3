import { caseNumberPrefix, codePrefix, searchable, soughtTokens } from './name-search.js';
import type { Parameters } from './reader.js';

type Sql = (parameters: Parameters) => string;

/** What is looked for, as SQL. */
export interface SoughtCase {
  /** The ids of the cases which may be meant, as the view of parties has them; null where the row alone tells. */
  readonly candidates: Sql | null;
  /** Whether a row is meant. */
  readonly fits: Sql;
}

/**
 * A case by the beginning of its number or of a party's credit code, or by a part of the name which a party has in the row.
 * Cases are found by every name and code their parties ever had; a name is then looked for in the row once more.
 *
 * @param row alias of what has `case_id`, `case_number` and `summary`
 */
export function soughtCase(row: string, sought: string): SoughtCase {
  const search = sought.trim();
  if (search === '') return { candidates: null, fits: () => 'true' };
  const number = caseNumberPrefix(search);
  const numbered: Sql = (parameters) => `${row}.case_number LIKE ${parameters.add(`${number}%`)}`;
  // Two letters may as well stand in a name.
  if (number !== null && number.length > 2) return { candidates: null, fits: numbered };
  const name = searchable(search);
  const code = codePrefix(search);
  const coded: Sql = (parameters) => (code === null ? 'false' : `p.code LIKE ${parameters.add(`${code}%`)}`);
  const named: Sql = (parameters) => {
    const part = parameters.add(name);
    const bears = (side: string) => `position(${part} IN ${searchableSql(`${row}.summary::json ->> '${side}'`)}) > 0`;
    const has = `EXISTS (SELECT 1 FROM views.party p WHERE p.case_id = ${row}.case_id AND ${coded(parameters)})`;
    return [bears('complainant'), bears('respondent'), ...(code === null ? [] : [has])].join(' OR ');
  };
  if (number !== null) return { candidates: null, fits: (to) => `(${numbered(to)} OR ${named(to)})` };
  return {
    candidates: (to) =>
      `SELECT p.case_id FROM views.party p WHERE p.name_pairs @> ${to.add(soughtTokens(name))}::text[] OR ${coded(to)}`,
    fits: (to) => `(${named(to)})`,
  };
}

/** SQL: whether a row is the case looked for, where all rows are read. */
export function foundByParty(row: string, sought: string, parameters: Parameters): string {
  const { candidates, fits } = soughtCase(row, sought);
  if (candidates === null) return fits(parameters);
  return `(${row}.case_id IN (${candidates(parameters)}) AND ${fits(parameters)})`;
}

/** SQL: a name as `searchable` has it; the empty text for none. */
function searchableSql(name: string): string {
  return `regexp_replace(lower(normalize(coalesce(${name}, ''), NFKC)), '[[:space:][:cntrl:]]+', '', 'g')`;
}
