import type { Fault } from './problem.js';

/** No command and no query nests deeper. */
const deepest = 8;

/**
 * What the mapping to classes would pass over or fall over: members named like those of every object (`__proto__`,
 * `constructor`, `toString`), which class-validator takes for known, and nesting that exhausts its stack.
 */
export function faultsOfShape(value: unknown, field = '', depth = 0): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  if (depth > deepest) return [{ field, code: 'tooDeep' }];
  if (Array.isArray(value)) return value.flatMap((item, i) => faultsOfShape(item, `${field}[${i}]`, depth + 1));
  return Object.keys(value).flatMap((name) => {
    const path = field ? `${field}.${name}` : name;
    if (name in Object.prototype) return [{ field: path, code: 'unknownField' }];
    return faultsOfShape((value as Record<string, unknown>)[name], path, depth + 1);
  });
}
