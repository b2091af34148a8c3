/** Paths as the server names fields: `lines[0].amount`. */
function segments(path: string): (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

export function valueAt(values: unknown, path: string): unknown {
  return segments(path).reduce<unknown>(
    (value, key) =>
      value === null || typeof value !== 'object' ? undefined : (value as Record<string | number, unknown>)[key],
    values,
  );
}

/** A copy of the values with one changed; the others are the same objects. */
export function withValueAt<T>(values: T, path: string, value: unknown): T {
  const put = (here: unknown, [key, ...rest]: readonly (string | number)[]): unknown => {
    if (key === undefined) return value;
    if (typeof key === 'number') {
      const list = Array.isArray(here) ? [...(here as unknown[])] : [];
      list[key] = put(list[key], rest);
      return list;
    }
    const object = (here ?? {}) as Record<string, unknown>;
    return { ...object, [key]: put(object[key], rest) };
  };
  return put(values, segments(path)) as T;
}
