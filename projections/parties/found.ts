import { searchable, soughtTokens } from '../name-search.js';
import type { Parameters } from '../reader.js';

/** SQL: whether a row of `party` has a name of which this is a part, or a code which begins so. */
export function foundSql(sought: string, parameters: Parameters): string {
  const name = searchable(sought);
  const tokens = parameters.add(soughtTokens(name));
  const byName = `(name_pairs @> ${tokens}::text[] AND position(${parameters.add(name)} IN searched) > 0)`;
  if (!/^[0-9a-z]{4,18}$/i.test(sought)) return byName;
  return `(${byName} OR code LIKE ${parameters.add(`${sought.toUpperCase()}%`)})`;
}
