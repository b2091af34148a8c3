import { caseNumberPrefix, searchable, soughtTokens } from './name-search.js';
import type { Parameters } from './reader.js';

/**
 * SQL: whether the case of a row is what is looked for: the beginning of its number or of a party's credit code, or a part of
 * the name which a party has in the row. Cases are found by every name and code their parties ever had, which the view of
 * parties keeps; a name is then looked for in the row once more.
 *
 * @param alias of rows with `case_id`, `case_number` and `summary`
 */
export function foundByParty(alias: string, sought: string, parameters: Parameters): string {
  const search = sought.trim();
  if (search === '') return 'true';
  const number = caseNumberPrefix(search);
  const numbered = number !== null && `${alias}.case_number LIKE ${parameters.add(`${number}%`)}`;
  // Two letters may as well stand in a name.
  if (numbered && number.length > 2) return numbered;
  const name = searchable(search);
  const tokens = parameters.add(soughtTokens(name));
  const part = parameters.add(name);
  const isCode = /^[0-9a-z]{4,18}$/i.test(search);
  const coded = isCode ? `p.code LIKE ${parameters.add(`${search.toUpperCase()}%`)}` : 'false';
  const candidates = `SELECT p.case_id FROM views.party p WHERE p.name_pairs @> ${tokens}::text[] OR ${coded}`;
  const bears = (side: string) => `position(${part} IN ${searchableSql(`${alias}.summary::json ->> '${side}'`)}) > 0`;
  const hasCode = `EXISTS (SELECT 1 FROM views.party p WHERE p.case_id = ${alias}.case_id AND ${coded})`;
  const found = `(${alias}.case_id IN (${candidates})
    AND (${bears('complainant')} OR ${bears('respondent')} OR ${hasCode}))`;
  return numbered ? `(${numbered} OR ${found})` : found;
}

/** SQL: a name as `searchable` has it; the empty text for none. */
function searchableSql(name: string): string {
  return `regexp_replace(lower(normalize(coalesce(${name}, ''), NFKC)), '[[:space:][:cntrl:]]+', '', 'g')`;
}
