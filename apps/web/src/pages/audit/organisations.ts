import type { HistoryEvent, Name } from '../../api/types.js';

/** The names of organisations as the events of the case themselves give them, by the ids under which they act. */
export function organisationsIn(events: readonly Pick<HistoryEvent, 'data'>[]): ReadonlyMap<string, Name> {
  const found = new Map<string, Name>();
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const { id, creditCode, name } = value as Readonly<Record<string, unknown>>;
    if (typeof id === 'string' && isName(name)) found.set(id, name);
    if (typeof creditCode === 'string' && typeof name === 'string') found.set(creditCode, { zh: name, en: name });
    Object.values(value).forEach(walk);
  };
  events.forEach(({ data }) => walk(data));
  return found;
}

function isName(value: unknown): value is Name {
  const { zh, en } = (value ?? {}) as Partial<Name>;
  return typeof zh === 'string' && typeof en === 'string';
}
