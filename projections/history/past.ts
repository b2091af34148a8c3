import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { instantOf, instantText } from '../followed-case/instants.js';
import type { Parameters } from '../reader.js';

/** As of E, known at K (invariant 15): ISO 8601, UTC, six digits. E is never after K. */
export interface Past {
  readonly asOf: string;
  readonly knownAt: string;
}

/** @param asOf, knownAt ISO 8601 with an offset */
export function past(asOf: string, knownAt: string): Past {
  return { asOf: instantText(instantOf(asOf)), knownAt: instantText(instantOf(knownAt)) };
}

/** The day in Shanghai on which the clocks are read. */
export function dayOf({ asOf }: Past): PlainDate {
  return dayInZone(asOf, 'Asia/Shanghai');
}

/** SQL: the rows of a table of spans that held as of E, as known at K. */
export function standingIn(alias: string, { asOf, knownAt }: Past, parameters: Parameters): string {
  const [known, held] = [parameters.add(knownAt), parameters.add(asOf)];
  return `(${alias}.known @> ${known}::timestamptz AND ${alias}.held @> ${held}::timestamptz)`;
}

/**
 * SQL: the counts of finished clocks and closed cases as of E, known at K, as rows with the columns of their groups and
 * `n`, some of them negative. Whole months and whole days are summed beforehand; the days of E and K are counted one by
 * one.
 */
export function finishedCounts(
  columns: string,
  where: string,
  { asOf, knownAt }: Past,
  parameters: Parameters,
): string {
  const [known, held] = [parameters.add(knownAt), parameters.add(asOf)].map((at) => `${at}::timestamptz`);
  const knownOn = `(${known} AT TIME ZONE 'Asia/Shanghai')::date`;
  const heldOn = `(${held} AT TIME ZONE 'Asia/Shanghai')::date`;
  const knownMonth = `date_trunc('month', ${known} AT TIME ZONE 'Asia/Shanghai')::date`;
  const heldMonth = `date_trunc('month', ${held} AT TIME ZONE 'Asia/Shanghai')::date`;
  return `
    SELECT ${columns}, sign * n AS n FROM views.history_finished_by_month
      WHERE known_month < ${knownMonth} AND held_month < ${heldMonth} AND ${where}
    UNION ALL SELECT ${columns}, sign * n FROM views.history_finished_by_day
      WHERE known_on < ${knownOn} AND held_on < ${heldOn}
        AND (known_on >= ${knownMonth} OR held_on >= ${heldMonth}) AND ${where}
    UNION ALL SELECT ${columns}, sign FROM views.history_finished
      WHERE (known_on = ${knownOn} OR held_on = ${heldOn}) AND known_at <= ${known} AND held_at <= ${held} AND ${where}`;
}

export const isUnfinished = `state IN ('open', 'paused', 'cannotTell')`;
