import { caseNumberPrefix, searchable } from '../name-search.js';
import type { Parameters } from '../reader.js';

/**
 * SQL: whether a row of `worklist_name` is what is looked for: the beginning of a case number or credit code, or a part of a
 * party's name.
 *
 * @param tokens those of the name by which the index is asked
 */
export function soughtSql(search: string, tokens: readonly string[], parameters: Parameters): string {
  const number = caseNumberPrefix(search);
  const numbered = number !== null && `number LIKE ${parameters.add(`${number}%`)}`;
  // Two letters may as well stand in a name.
  if (numbered && number.length > 2) return numbered;
  const found = `name_pairs @> ${parameters.add(tokens)}`;
  // What the index finds is looked at once more: the name has the pair, and may not have the others beside it.
  const named = `(${found} AND position(${parameters.add(searchable(search))} IN names) > 0)`;
  if (numbered) return `(${numbered} OR ${named})`;
  if (!/^[0-9a-z]{4,18}$/i.test(search)) return named;
  const code = parameters.add(`${search.toUpperCase()}%`);
  return `(${named} OR complainant LIKE ${code} OR respondent LIKE ${code})`;
}
