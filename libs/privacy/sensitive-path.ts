import { isSealed } from './sealed-value.js';

/** Which part of an event's data is personal: a dotted path, `[]` for each member of a list (`defects[].what`). */
export interface SensitivePath {
  readonly path: string;
  readonly of: 'person' | 'text';
}

/** `path` with the places in lists: `defects[0].what`. */
export interface SensitiveValue {
  readonly path: string;
  readonly of: SensitivePath['of'];
  readonly value: unknown;
}

type Data = Readonly<Record<string, unknown>>;

/**
 * What stands at the paths; nothing for what is absent, null, empty, or sealed already.
 * @param under the path of the data themselves, where they are part of something
 */
export function sensitiveValues(data: Data, paths: readonly SensitivePath[], under = ''): readonly SensitiveValue[] {
  const found: SensitiveValue[] = [];
  for (const { path, of } of paths) {
    visit(data, stepsOf(path), 0, under, (value, at) => {
      if (value !== undefined && value !== null && value !== '' && !isSealed(value))
        found.push({ path: at, of, value });
      return value;
    });
  }
  return found;
}

/** The data with other values at the paths that `values` names. */
export function replaceAt(
  data: Data,
  paths: readonly SensitivePath[],
  values: ReadonlyMap<string, unknown>,
  under = '',
): Record<string, unknown> {
  const replace = (value: unknown, at: string) => values.get(at) ?? value;
  return paths.reduce<unknown>((whole, { path }) => visit(whole, stepsOf(path), 0, under, replace), data) as Record<
    string,
    unknown
  >;
}

/** Paths are the kinds' own, and few. */
const known = new Map<string, readonly string[]>();

/** `defects[].what` in the steps `defects`, `[]`, `what`. */
function stepsOf(path: string): readonly string[] {
  const before = known.get(path);
  if (before !== undefined) return before;
  const steps = path.replaceAll('[]', '.[]').split('.');
  known.set(path, steps);
  return steps;
}

/**
 * The value, in which what stands at the steps from the `nth` on is as `change` answers, in a copy where that is something
 * else; what is not there is left alone.
 */
function visit(
  value: unknown,
  steps: readonly string[],
  nth: number,
  at: string,
  change: (value: unknown, at: string) => unknown,
): unknown {
  const step = steps[nth];
  if (step === undefined) return change(value, at);
  if (step === '[]') {
    if (!Array.isArray(value)) return value;
    const members = value.map((member, i) => visit(member, steps, nth + 1, `${at}[${i}]`, change));
    return members.every((member, i) => member === value[i]) ? value : members;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const member = (value as Data)[step];
  const changed = visit(member, steps, nth + 1, at === '' ? step : `${at}.${step}`, change);
  return changed === member ? value : { ...value, [step]: changed };
}
