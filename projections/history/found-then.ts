import { caseNumberPrefix, searchable, soughtTokens } from '../name-search.js';
import type { Parameters } from '../reader.js';

/**
 * SQL: whether a row of `history_case` is what is looked for: the beginning of a case number or credit code, or a part of the
 * name which a party had then. Cases are found by every name their parties ever bore, which the view of parties keeps; of
 * those the row is looked at once more.
 */
export function foundThen(alias: string, sought: string, parameters: Parameters): string {
  const search = sought.trim();
  if (search === '') return 'true';
  const number = caseNumberPrefix(search);
  const numbered = number !== null && `${alias}.case_number LIKE ${parameters.add(`${number}%`)}`;
  // Two letters may as well stand in a name.
  if (numbered && number.length > 2) return numbered;
  const name = searchable(search);
  const tokens = parameters.add(soughtTokens(name));
  const part = parameters.add(name);
  const bore = (side: string) => `position(${part} IN ${searchableSql(`${alias}.summary::json ->> '${side}'`)}) > 0`;
  const named = `(${alias}.case_id IN (SELECT p.case_id FROM views.party p WHERE p.name_pairs @> ${tokens}::text[])
    AND (${bore('complainant')} OR ${bore('respondent')}))`;
  if (numbered) return `(${numbered} OR ${named})`;
  if (!/^[0-9a-z]{4,18}$/i.test(search)) return named;
  const code = parameters.add(`${search.toUpperCase()}%`);
  return `(${named} OR ${alias}.complainant_code LIKE ${code} OR ${alias}.respondent_code LIKE ${code})`;
}

/** SQL: a name as `searchable` has it; the empty text for none. */
function searchableSql(name: string): string {
  return `regexp_replace(lower(normalize(coalesce(${name}, ''), NFKC)), '[[:space:][:cntrl:]]+', '', 'g')`;
}
