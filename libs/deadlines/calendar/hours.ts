import { type HourCount } from '../law/law-pack.js';
import { type Calendar } from './calendar.js';
import { DAY_MINUTES } from './zone-day.js';

/** Minutes on the clocks of the pack's zone; null where no calendar tells. */
export interface HoursReached {
  /** The minute from which the hours run: later than the event where that came after the cut-off, or on a day off. */
  readonly from: number | null;
  readonly due: number | null;
  /** The days (after, upTo] about which had to be known whether they are worked. */
  readonly looked: readonly [after: number, upTo: number];
}

/**
 * `hours` counted from a minute. On working days alone each of them gives 24; what comes in from the cut-off on, or on a
 * day off, counts as come in with the first minute of the next day counted. Midnight at the end is 24:00 of the day before.
 */
export function countHours(minute: number, hours: number, { days, cutOff }: HourCount, calendar: Calendar): HoursReached {
  const { table } = calendar;
  const next = (day: number, n: number) => (days === 'all' ? day + n : table.after(day, n));
  const day = Math.floor(minute / DAY_MINUTES);
  const nothing = (from: number | null): HoursReached => ({ from, due: null, looked: [day - 1, day] });
  const counts = days === 'all' || (table.count(day - 1, day) ?? null);
  if (counts === null) return nothing(null);
  const late = cutOff !== null && minute - day * DAY_MINUTES >= minutesOf(cutOff);
  const first = late || counts === 0 ? next(day, 1) : day;
  if (first === null) return nothing(null);
  const from = first === day ? minute : first * DAY_MINUTES;
  const end = from - first * DAY_MINUTES + hours * 60;
  // A whole number of days ends with the last of them, not with the first minute of the next.
  const further = end % DAY_MINUTES === 0 && end > 0 ? end / DAY_MINUTES - 1 : Math.floor(end / DAY_MINUTES);
  const last = further === 0 ? first : next(first, further);
  if (last === null) return nothing(from);
  return { from, due: last * DAY_MINUTES + (end - further * DAY_MINUTES), looked: [day - 1, last] };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
