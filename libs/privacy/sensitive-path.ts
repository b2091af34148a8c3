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

/** What stands at the paths; nothing for what is absent, null, empty, or sealed already. */
export function sensitiveValues(data: Data, paths: readonly SensitivePath[]): readonly SensitiveValue[] {
  return paths.flatMap(({ path, of }) => {
    const found: SensitiveValue[] = [];
    visit(data, stepsOf(path), '', (value, at) => {
      if (value !== undefined && value !== null && value !== '' && !isSealed(value))
        found.push({ path: at, of, value });
      return value;
    });
    return found;
  });
}

/** The data with other values at the paths that `values` names. */
export function replaceAt(
  data: Data,
  paths: readonly SensitivePath[],
  values: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const replace = (value: unknown, at: string) => values.get(at) ?? value;
  return paths.reduce<unknown>((whole, { path }) => visit(whole, stepsOf(path), '', replace), data) as Record<
    string,
    unknown
  >;
}

/** `defects[].what` in the steps `defects`, `[]`, `what`. */
function stepsOf(path: string): readonly string[] {
  return path.replaceAll('[]', '.[]').split('.');
}

/** A copy of the value in which what stands at the steps is as `change` answers; what is not there is left alone. */
function visit(
  value: unknown,
  [step, ...rest]: readonly string[],
  at: string,
  change: (value: unknown, at: string) => unknown,
): unknown {
  if (step === undefined) return change(value, at);
  if (step === '[]') {
    return Array.isArray(value) ? value.map((member, i) => visit(member, rest, `${at}[${i}]`, change)) : value;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const member = (value as Data)[step];
  return { ...value, [step]: visit(member, rest, at === '' ? step : `${at}.${step}`, change) };
}
