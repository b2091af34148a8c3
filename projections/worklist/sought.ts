import { caseNumberPrefix, codePrefix, searchable } from '../name-search.js';
import type { Parameters } from '../reader.js';

/**
 * SQL: whether a row of `worklist_name` is what is looked for: the beginning of a case number or credit code, or a part of a
 * party's name, of one character its first. Cases are looked at for it one by one: no index is asked.
 */
export function soughtSql(search: string, parameters: Parameters): string {
  const number = caseNumberPrefix(search);
  const numbered = number === null ? [] : [`starts_with(number, ${parameters.add(number)})`];
  if (isNumber(number)) return numbered[0]!;
  const name = searchable(search);
  const named =
    [...name].length === 1
      ? `position(${parameters.add(`\n${name}`)} IN E'\\n' || names) > 0`
      : `position(${parameters.add(name)} IN names) > 0`;
  const code = codePrefix(search);
  const coded =
    code === null ? [] : ['complainant', 'respondent'].map((side) => `starts_with(${side}, ${parameters.add(code)})`);
  return `(${[...numbered, named, ...coded].join(' OR ')})`;
}

/** Two letters may as well stand in a name. */
export function isNumber(prefix: string | null): prefix is string {
  return prefix !== null && prefix.length > 2;
}
