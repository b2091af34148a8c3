import { type DayTable } from './day-table.js';
import { DAY_MINUTES } from './zone-day.js';

/** How hours are counted: on every day or on working days alone; what comes in from the cut-off on counts from the next. */
export interface HourCount {
  readonly days: 'all' | 'working';
  /** HH:MM in the pack's zone. */
  readonly cutOff: string | null;
}

/** Where the hours end. */
export interface HoursReached {
  /** Minutes on the clocks of the zone. */
  readonly due: number;
  /** The days (after, upTo] about which had to be known whether they are worked. */
  readonly looked: readonly [after: number, upTo: number];
}

/**
 * `hours` counted from a minute, or back from it when negative; null where no calendar tells. On working days alone each of
 * them gives 24. What comes in from the cut-off on, or on a day off, counts as come in with the first minute of the next day
 * counted; counted back, what is done after the cut-off is too late for its day. Midnight at the end is 24:00 of the day
 * before.
 */
export function countHours(minute: number, hours: number, count: HourCount, table: DayTable): HoursReached | null {
  const day = Math.floor(minute / DAY_MINUTES);
  // Of an unknown day neither the next nor the last working day is known: both ways answer null for it.
  const worked = count.days === 'all' || table.count(day - 1, day) === 1;
  const at = { day, ofDay: minute - day * DAY_MINUTES, worked };
  return hours < 0 ? countBack(at, hours, count, table) : countOn(at, hours, count, table);
}

interface At {
  readonly day: number;
  /** Minutes since midnight. */
  readonly ofDay: number;
  readonly worked: boolean;
}

function countOn(
  { day, ofDay, worked }: At,
  hours: number,
  { days, cutOff }: HourCount,
  table: DayTable,
): HoursReached | null {
  const next = (from: number, n: number) => (n === 0 ? from : days === 'all' ? from + n : table.after(from, n));
  const late = cutOff !== null && ofDay >= minutesOf(cutOff);
  const first = late || !worked ? next(day, 1) : day;
  if (first === null) return null;
  const end = (first === day ? ofDay : 0) + hours * 60;
  // A whole number of days ends with the last of them, not with the first minute of the next.
  const further = Math.max(Math.ceil(end / DAY_MINUTES) - 1, 0);
  const last = next(first, further);
  if (last === null) return null;
  return { due: last * DAY_MINUTES + end - further * DAY_MINUTES, looked: [day - 1, last] };
}

function countBack(
  { day, ofDay, worked }: At,
  hours: number,
  { days, cutOff }: HourCount,
  table: DayTable,
): HoursReached | null {
  const before = (from: number, n: number) => (n === 0 ? from : days === 'all' ? from - n : table.before(from, n));
  const first = worked ? day : before(day, 1);
  if (first === null) return null;
  const end = (worked ? ofDay : DAY_MINUTES) + hours * 60;
  const further = Math.max(-Math.floor(end / DAY_MINUTES), 0);
  const last = before(first, further);
  if (last === null) return null;
  const minute = end + further * DAY_MINUTES;
  return {
    due: last * DAY_MINUTES + (cutOff === null ? minute : Math.min(minute, minutesOf(cutOff))),
    looked: [last - 1, day],
  };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
