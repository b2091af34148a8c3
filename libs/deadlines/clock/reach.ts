import { type Calendar } from '../calendar/calendar.js';
import { addMonths, dateOfDay, dayNumber } from '../calendar/plain-date.js';
import { type ClockRule } from '../law/law-pack.js';
import { type DatedEvent } from './dated-history.js';
import { type PauseSpan } from './period.js';

/** Days (after, upTo]. */
export type Stretch = readonly [after: number, upTo: number];

/** Days left out of the count: those after `from` up to and with `to`; `to` is null while the pause goes on. */
export interface LeftOut {
  readonly from: number;
  readonly to: number | null;
  /** The event which resumed the clock; null while paused, or where the clock stopped within the pause. */
  readonly resumedBy: DatedEvent | null;
}

/** How far a term reaches: the stretches (after, upTo] which are counted, and the last day, if it is reached. */
export interface Reach {
  readonly counted: readonly Stretch[];
  /** The pauses which moved the last day. */
  readonly leftOut: readonly LeftOut[];
  /** The last day before any roll; null while paused and where the calendar does not tell. */
  readonly raw: number | null;
  /** Set while paused: what is left of the term. */
  readonly remaining: number | null;
}

/**
 * The union of the pauses within a period, so that an overlap counts once and a split changes nothing. A pause still open
 * when the clock stops ends with it.
 */
export function leftOutDays(pauses: readonly PauseSpan[], start: number, close: number | null): readonly LeftOut[] {
  const union: LeftOut[] = [];
  for (const pause of pauses) {
    const from = Math.max(pause.from.day, start);
    const end = pause.to?.day ?? null;
    const clipped = close !== null && (end === null || end > close) ? close : end;
    if (clipped !== null && clipped <= from) continue;
    const resumedBy = clipped === end ? pause.to : null;
    const last = union.at(-1);
    if (last === undefined || (last.to !== null && last.to < from)) union.push({ from, to: clipped, resumedBy });
    else if (last.to !== null && (clipped === null || clipped > last.to))
      union[union.length - 1] = { from: last.from, to: clipped, resumedBy };
  }
  return union;
}

/** Counts `length` units from the day after `start`, leaving out the pauses. Months are laid out first, then shifted. */
export function reach(
  start: number,
  length: number,
  unit: ClockRule['unit'],
  pauses: readonly LeftOut[],
  { table }: Calendar,
): Reach {
  const counted: Stretch[] = [];
  const leftOut: LeftOut[] = [];
  const add = (day: number, n: number) => (unit === 'WD' ? table.after(day, n) : day + n);
  const count = (after: number, upTo: number) => (unit === 'WD' ? table.count(after, upTo) : upTo - after);
  let left = unit === 'WD' ? length : daysOf(start, length, unit);
  let cursor = start;
  for (const pause of pauses) {
    const last = add(cursor, left);
    if (last !== null && last <= pause.from) break;
    const before = count(cursor, pause.from);
    if (before === null) return { counted, leftOut, raw: null, remaining: null };
    counted.push([cursor, pause.from]);
    leftOut.push(pause);
    left -= before;
    if (pause.to === null) return { counted, leftOut, raw: null, remaining: left };
    cursor = pause.to;
  }
  const raw = add(cursor, left);
  if (raw !== null) counted.push([cursor, raw]);
  return { counted, leftOut, raw, remaining: null };
}

/** Calendar days from a day to the one so many units later, or earlier when negative. */
export function daysOf(day: number, length: number, unit: Exclude<ClockRule['unit'], 'WD'>): number {
  if (unit !== 'month' && unit !== 'year') return length;
  return dayNumber(addMonths(dateOfDay(day), unit === 'year' ? length * 12 : length)) - day;
}
