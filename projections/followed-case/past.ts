import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import { instantOf, instantText } from '../instants.js';
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

/** A moment of which no more is told than was known at `known` (ISO 8601 as these write it). */
export function noLaterThan({ asOf, knownAt }: Past, known: string): Past {
  const earlier = (instant: string) => (instant < known ? instant : known);
  return { asOf: earlier(asOf), knownAt: earlier(knownAt) };
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

/** What of a table of changes is counted. `one` differs from `where`, and `sums` from `table`, where the sums tell less apart. */
export interface CountsAsked {
  readonly table: string;
  readonly columns: string;
  readonly where: string;
  readonly one?: string;
  readonly sums?: string;
}

/**
 * SQL: counts as of E, known at K, as rows with these columns and `n`, some of them negative. Whole months and whole days
 * are summed beforehand; the days of E and of K are taken change by change. Each part is a stretch of one index.
 */
export function countsAsOf(
  { table, columns, where, one = where, sums = table }: CountsAsked,
  { asOf, knownAt }: Past,
  parameters: Parameters,
): string {
  const [known, held] = [parameters.add(knownAt), parameters.add(asOf)].map((at) => `${at}::timestamptz`);
  const onDay = (at: string | undefined) => `(${at!} AT TIME ZONE 'Asia/Shanghai')::date`;
  const inMonth = (at: string | undefined) => `date_trunc('month', ${at!} AT TIME ZONE 'Asia/Shanghai')::date`;
  return `
    SELECT ${columns}, n FROM views.${sums}_by_month
      WHERE known_month < ${inMonth(known)} AND held_month < ${inMonth(held)} AND ${where}
    UNION ALL SELECT ${columns}, n FROM views.${sums}_by_day
      WHERE known_on >= ${inMonth(known)} AND known_on < ${onDay(known)} AND held_on < ${onDay(held)} AND ${where}
    UNION ALL SELECT ${columns}, n FROM views.${sums}_by_day
      WHERE known_on < ${inMonth(known)} AND held_on >= ${inMonth(held)} AND held_on < ${onDay(held)} AND ${where}
    UNION ALL SELECT ${columns}, weight AS n FROM views.${table}
      WHERE known_on = ${onDay(known)} AND known_at <= ${known!} AND held_at <= ${held!} AND ${one}
    UNION ALL SELECT ${columns}, weight AS n FROM views.${table}
      WHERE known_on < ${onDay(known)} AND held_on = ${onDay(held)} AND held_at <= ${held!} AND ${one}`;
}
