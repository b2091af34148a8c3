import type { Row, Value } from './projection.js';

/** Whether two rows of a table have the same values. @param columns left out: in every column */
export function sameRow(one: Row, other: Row, columns?: readonly string[]): boolean {
  if (columns !== undefined) return columns.every((column) => sameValue(one[column], other[column]));
  if (one === other) return true;
  for (const column in one) if (!sameValue(one[column], other[column])) return false;
  return true;
}

function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return (one ?? null) === (other ?? null);
  return one.length === other.length && one.every((member, i) => member === other[i]);
}
