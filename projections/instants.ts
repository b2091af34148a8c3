import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';

/** An instant in microseconds since 1970, as finely as the log tells time; `Infinity` lies after all others. */
export type Instant = number;

const fraction = /\.(\d{1,9})/;
/** As the log gives nearly every time. */
const usual = '2026-03-02T08:15:00.123456+00:00'.length;

/** Of an ISO 8601 time with an offset. A Date would lose the microseconds. */
export function instantOf(text: string): Instant {
  if (text.length === usual && text.charAt(19) === '.')
    return Date.parse(text.slice(0, 19) + text.slice(26)) * 1000 + Number(text.slice(20, 26));
  const digits = fraction.exec(text)?.[1] ?? '';
  return Date.parse(text.replace(fraction, '')) * 1000 + Number(digits.slice(0, 6).padEnd(6, '0'));
}

/** ISO 8601 in UTC with six digits; PostgreSQL's `infinity` for the last of all. */
export const instantText = remembered((instant: Instant): string => {
  if (instant === Infinity) return 'infinity';
  const seconds = Math.floor(instant / 1_000_000);
  const digits = String(instant - seconds * 1_000_000).padStart(6, '0');
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${digits}Z`;
});

/** The day in Shanghai. */
export const instantDay = remembered((instant: Instant): PlainDate => {
  return dayInZone(instantText(instant), 'Asia/Shanghai');
});

/** PostgreSQL's `tstzrange` from an instant to another, which is not in it. */
export function spanText(from: Instant, to: Instant): string {
  return `["${instantText(from)}",${to === Infinity ? '' : `"${instantText(to)}"`})`;
}

const REMEMBERED = 4_096;

/** The rows of one case name the same few instants again and again. */
function remembered<T>(make: (instant: Instant) => T): (instant: Instant) => T {
  const known = new Map<Instant, T>();
  return (instant) => {
    let value = known.get(instant);
    if (value === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(instant, (value = make(instant)));
    }
    return value;
  };
}
