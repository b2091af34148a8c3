import { type Calendar } from '../calendar/calendar.js';
import { addMonths, type PlainDate } from '../calendar/plain-date.js';
import { Place } from '../checking/place.js';
import { type Mark } from '../law/law-pack.js';
import { type Text } from '../text.js';

/** One publication; the rate (percent a year) holds from its day until the next. */
export interface LprPublication {
  readonly date: PlainDate;
  readonly rate: string;
  readonly status: Mark;
}

/** The one-year loan prime rate as published; an `unconfirmed` row is kept and not used (lpr.md). */
export interface LprSeries {
  readonly title: Text;
  readonly publisher: Text;
  readonly rows: readonly LprPublication[];
}

/** A stretch of days [from, until) under one publication; `carried` past the day on which the next one was due. */
export interface LprStretch {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly publication: LprPublication;
  readonly carried: boolean;
}

/** The series, or a `DataRefused` naming every fault with its place. */
export function parseLprSeries(json: unknown): LprSeries {
  const root = Place.root(json).onlyFields('format', 'jurisdiction', 'title', 'publisher', 'rule', 'rows');
  root.field('format').oneOf('lpr-1y/1');
  const series: LprSeries = {
    title: root.field('title').text(),
    publisher: root.field('publisher').text(),
    rows: root.field('rows').items().map(readPublication),
  };
  series.rows.forEach((row, at) => {
    const before = series.rows[at - 1];
    if (before === undefined) return;
    const place = root.field(`rows[${at}].date`);
    if (row.date <= before.date) place.fault(`${row.date} does not follow ${before.date}`);
    else if (row.date.slice(0, 7) !== addMonths(before.date, 1).slice(0, 7))
      place.fault(`no publication between ${before.date} and ${row.date}: a month is left out or there twice`);
  });
  if (usedRows(series).length === 0) root.field('rows').fault('at least one publication is expected');
  root.refuseIfFaulty('the LPR series');
  return series;
}

/** The publication in force on a day; null before the first. */
export function lprOn(series: LprSeries, day: PlainDate): LprPublication | null {
  return usedRows(series).findLast((row) => row.date <= day) ?? null;
}

/** The stretches of [from, until), split at each publication; null where the first day is before the first publication. */
export function lprOver(
  series: LprSeries,
  from: PlainDate,
  until: PlainDate,
  calendar: Calendar,
): readonly LprStretch[] | null {
  const rows = usedRows(series);
  const verifiedUntil = nextPublication(series, calendar);
  if (lprOn(series, from) === null) return null;
  const cuts = [...rows.map((row) => row.date), verifiedUntil].filter((cut) => cut > from && cut < until);
  const bounds = [from, ...new Set(cuts), until];
  return bounds.slice(0, -1).map((start, at) => ({
    from: start,
    until: bounds[at + 1] as PlainDate,
    publication: lprOn(series, start) as LprPublication,
    carried: start >= verifiedUntil,
  }));
}

/**
 * The day on which the publication after the last one is due: the 20th of the next month or the next working day, a
 * make-up Sunday included (2026-09-20). From then on a rate is carried forward and provisional. Where no calendar tells,
 * the 20th itself: to call a day unverified too early harms nobody.
 */
export function nextPublication(series: LprSeries, calendar: Calendar): PlainDate {
  const last = series.rows.at(-1) as LprPublication;
  const twentieth = `${addMonths(`${last.date.slice(0, 7)}-01` as PlainDate, 1).slice(0, 7)}-20` as PlainDate;
  return calendar.rolled(twentieth, 'nextWorkday').due ?? twentieth;
}

function usedRows(series: LprSeries): readonly LprPublication[] {
  return series.rows.filter((row) => row.status !== 'unconfirmed');
}

function readPublication(place: Place): LprPublication {
  place.onlyFields('date', 'rate', 'status');
  const rate = place.field('rate').string();
  if (!/^\d{1,2}\.\d{2}$/.test(rate)) place.field('rate').fault('a percentage with two places is expected');
  return {
    date: place.field('date').date(),
    rate,
    status: place.field('status').oneOf('confirmed', 'secondary', 'unconfirmed'),
  };
}
