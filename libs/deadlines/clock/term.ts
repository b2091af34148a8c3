import { type Calendar } from '../calendar/calendar.js';
import { countHours, type HourCount } from '../calendar/hours.js';
import { dateOfDay, dayNumber } from '../calendar/plain-date.js';
import { DAY_MINUTES, minuteInZone } from '../calendar/zone-day.js';
import { type ClockRule } from '../law/law-pack.js';
import { type Extension, extensionsOf } from './extension.js';
import { countedFrom, type Period } from './period.js';
import { daysOf, leftOutDays, reach, type Reach, type Stretch } from './reach.js';

/** A period with its dates, as day numbers. */
export interface Term {
  readonly reach: Reach;
  readonly extensions: readonly Extension[];
  /** The length in force, with the extensions that count; null where the rule's number is not known. */
  readonly total: number | null;
  readonly due: number | null;
  readonly cautious: number | null;
  /** For a term in hours: the minute on the clocks of the pack's zone. */
  readonly dueMinute: number | null;
  /** The days about which had to be known whether they are worked. */
  readonly looked: readonly Stretch[];
}

export function termOf(period: Period, calendar: Calendar): Term {
  const { rule } = period;
  const from = countedFrom(period);
  const length = lengthOf(period);
  if (from === null || length === null || !rule.active) return { ...NOTHING, total: rule.active ? length : null };
  if (rule.hours !== null) return termInHours(period, length, rule.hours, calendar);
  if (rule.anchor?.direction === 'backwards') return termBack(from, length, rule, calendar);
  const pauses = leftOutDays(period.pauses, from, closedOn(period));
  const reachOf = (total: number) => reach(from, total, rule.unit, pauses, calendar);
  const dueOf = (total: number) => rolledDay(reachOf(total).raw, rule, calendar);
  const { extensions, total } = extensionsOf(period, length, dueOf);
  const reached = reachOf(total);
  const due = rolledDay(reached.raw, rule, calendar);
  const looked = rule.unit === 'WD' ? [...reached.counted] : [];
  if (rule.roll !== 'none' && reached.raw !== null && due !== null) looked.push([reached.raw - 1, due]);
  // Where the calendar ends before a roll is known, the day before the roll is still a safe one to warn by.
  return { reach: reached, extensions, total, due, cautious: due ?? reached.raw, dueMinute: null, looked };
}

const NOTHING: Term = {
  reach: { counted: [], leftOut: [], raw: null, remaining: null },
  extensions: [],
  total: null,
  due: null,
  cautious: null,
  dueMinute: null,
  looked: [],
};

/** The number in force for this case: what the office set in the opening event, else the rule's own. */
function lengthOf({ rule, start }: Period): number | null {
  const set = rule.lengthFrom === null ? undefined : start.event.data[rule.lengthFrom];
  return typeof set === 'number' && Number.isInteger(set) && set > 0 ? set : rule.length;
}

/** The last day on which the act is in time, so many units before the day named, which is not counted itself. */
function termBack(from: number, length: number, rule: ClockRule, calendar: Calendar): Term {
  const raw = rule.unit === 'WD' ? calendar.table.before(from, length) : from + daysOf(from, -length, rule.unit);
  if (raw === null) return { ...NOTHING, total: length };
  const counted = [[raw - 1, from - 1]] as const;
  const { due, readings } = calendar.rolled(dateOfDay(raw), rule.roll);
  const [counts, off] = [due, readings.makeUpOff].map((date) => (date === null ? null : dayNumber(date)));
  const looked: Stretch[] = rule.unit === 'WD' ? [...counted] : [];
  if (rule.roll !== 'none' && off !== null && off !== undefined) looked.push([off - 1, raw]);
  // Counted back, the reading in which a make-up workday is no workday is the earlier one.
  return {
    ...NOTHING,
    reach: { counted, leftOut: [], raw, remaining: null },
    total: length,
    due: counts ?? null,
    cautious: off ?? counts ?? null,
    looked,
  };
}

function termInHours({ start, pack }: Period, length: number, count: HourCount, { table }: Calendar): Term {
  const minute = minuteInZone(start.at, pack.timeZone);
  const reachedAt = countHours(minute, length, count, table);
  if (reachedAt === null) return { ...NOTHING, total: length };
  const { due: dueMinute, looked } = reachedAt;
  // 24:00 belongs to the day it ends.
  const due = Math.ceil(dueMinute / DAY_MINUTES) - 1;
  const reached: Reach = { counted: [[start.day, due]], leftOut: [], raw: due, remaining: null };
  return {
    ...NOTHING,
    reach: reached,
    total: length,
    due,
    cautious: due,
    dueMinute,
    looked: count.days === 'working' ? [looked] : [],
  };
}

/** The day on which the period was closed, met or not. */
export function closedOn({ stop, ended }: Period): number | null {
  return stop?.day ?? ended?.day ?? null;
}

function rolledDay(raw: number | null, rule: ClockRule, calendar: Calendar): number | null {
  return raw === null ? null : calendar.rolledDay(raw, rule.roll);
}
