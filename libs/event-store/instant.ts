import { InvalidEventError } from './errors.js';
import type { ReadStreamOptions, RecordedEvent } from './port.js';

const INSTANT = /^(\d{4}-\d{2}-(\d{2})T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an ISO 8601 time with an offset, of a day that exists: Date.parse takes 30 February for 2 March. */
export function isInstant(text: string): boolean {
  const [, minute, day] = INSTANT.exec(text) ?? [];
  return new Date(`${minute}Z`).getUTCDate() === Number(day) && !Number.isNaN(Date.parse(text));
}

/** Nanoseconds since 1970 of an ISO 8601 time with an offset; null for anything else. A Date would lose the microseconds. */
export function nanoseconds(text: string): bigint | null {
  if (!isInstant(text)) return null;
  const [, minute, , second = '00', fraction = '', offset] = INSTANT.exec(text)!;
  const milliseconds = Date.parse(`${minute}:${second}${offset}`);
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

/** State as of E, known at K (invariant 15): the events with `occurredAt ≤ E` and `recordedAt ≤ K`, in the order given. */
export function seenAt(
  events: readonly RecordedEvent[],
  { asOf, knownAt }: Pick<ReadStreamOptions, 'asOf' | 'knownAt'>,
): readonly RecordedEvent[] {
  const effective = limit(asOf, 'asOf');
  const known = limit(knownAt, 'knownAt');
  return events.filter(
    (event) =>
      (effective === null || nanoseconds(event.meta.occurredAt)! <= effective) &&
      (known === null || nanoseconds(event.recordedAt)! <= known),
  );
}

function limit(instant: string | undefined, name: string): bigint | null {
  if (instant === undefined) return null;
  const limit = nanoseconds(instant);
  if (limit === null) throw new InvalidEventError(name, 'is not an ISO 8601 time with an offset');
  return limit;
}
