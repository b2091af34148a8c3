import { type DayTable } from './day-table.js';
import { DAY_MINUTES } from './zone-day.js';

/** How hours are counted: on every day or on working days alone; what comes in from the cut-off on counts from the next. */
export interface HourCount {
  readonly days: 'all' | 'working';
  /** HH:MM in the pack's zone. */
  readonly cutOff: string | null;
}

/** Minutes on the clocks of the zone; `due` is null where no calendar tells. */
export interface HoursReached {
  readonly due: number | null;
  /** The days (after, upTo] about which had to be known whether they are worked. */
  readonly looked: readonly [after: number, upTo: number];
}

/**
 * `hours` counted from a minute, or back from it when negative. On working days alone each of them gives 24. What comes in
 * from the cut-off on, or on a day off, counts as come in with the first minute of the next day counted; counted back, what
 * is done after the cut-off is too late for its day. Midnight at the end is 24:00 of the day before.
 */
export function countHours(minute: number, hours: number, count: HourCount, table: DayTable): HoursReached {
  const day = Math.floor(minute / DAY_MINUTES);
  const worked = count.days === 'all' ? 1 : table.count(day - 1, day);
  if (worked === null) return { due: null, looked: [day - 1, day] };
  const at = { minute, day, worked: worked === 1 };
  return hours < 0 ? countBack(at, hours, count, table) : countOn(at, hours, count, table);
}

interface At {
  readonly minute: number;
  readonly day: number;
  readonly worked: boolean;
}

function countOn(
  { minute, day, worked }: At,
  hours: number,
  { days, cutOff }: HourCount,
  table: DayTable,
): HoursReached {
  const next = (from: number, n: number) => (n === 0 ? from : days === 'all' ? from + n : table.after(from, n));
  const late = cutOff !== null && minute - day * DAY_MINUTES >= minutesOf(cutOff);
  const first = late || !worked ? next(day, 1) : day;
  if (first === null) return { due: null, looked: [day - 1, day] };
  const end = (first === day ? minute - day * DAY_MINUTES : 0) + hours * 60;
  // A whole number of days ends with the last of them, not with the first minute of the next.
  const further = end > 0 && end % DAY_MINUTES === 0 ? end / DAY_MINUTES - 1 : Math.floor(end / DAY_MINUTES);
  const last = next(first, further);
  if (last === null) return { due: null, looked: [day - 1, first] };
  return { due: last * DAY_MINUTES + end - further * DAY_MINUTES, looked: [day - 1, last] };
}

function countBack(
  { minute, day, worked }: At,
  hours: number,
  { days, cutOff }: HourCount,
  table: DayTable,
): HoursReached {
  const before = (from: number, n: number) => (n === 0 ? from : days === 'all' ? from - n : table.before(from, n));
  const first = worked ? day : before(day, 1);
  if (first === null) return { due: null, looked: [day - 1, day] };
  const end = (worked ? minute - day * DAY_MINUTES : DAY_MINUTES) + hours * 60;
  const further = -Math.floor(end / DAY_MINUTES);
  const last = before(first, Math.max(further, 0));
  if (last === null) return { due: null, looked: [first - 1, day] };
  const ofDay = end + further * DAY_MINUTES;
  return {
    due: last * DAY_MINUTES + (cutOff === null ? ofDay : Math.min(ofDay, minutesOf(cutOff))),
    looked: [last - 1, day],
  };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
