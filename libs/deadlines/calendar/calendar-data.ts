import { type Place } from '../checking/place.js';
import { type Text } from '../text.js';
import { dayNumber, dayNumberOf, isWeekendDay, type PlainDate, yearOf } from './plain-date.js';

/** The content of one year as it was published at some time; cited as `2020.5`. */
export interface CalendarVersion {
  readonly year: number;
  readonly version: number;
  readonly citation: string;
  /** The day (UTC) on which this content was first in the published data. */
  readonly knownFrom: PlainDate;
  /** The day of the newest notice it follows; where only the month is given, `knownFrom`. */
  readonly noticeDate: PlainDate;
  /** False where the data was wrong against the notices in force: for replay alone. */
  readonly faithful: boolean;
  /** The addresses of the notices followed, the oldest first. */
  readonly papers: readonly string[];
  /** Mondays to Fridays off, as day numbers. */
  readonly off: ReadonlySet<number>;
  /** Saturdays and Sundays worked, as day numbers. */
  readonly work: ReadonlySet<number>;
}

/** The days sure to be off in a year whose notice is not out: for provisional dates alone (calendar.md 3.1). */
export interface CalendarFallback {
  readonly year: number;
  readonly basis: Text;
  readonly sureOff: ReadonlySet<number>;
}

export interface CalendarData {
  readonly jurisdiction: string;
  readonly versions: readonly CalendarVersion[];
  readonly fallbacks: readonly CalendarFallback[];
}

/** Reads the format `calendar-cn/1`, noting every fault at its place. */
export function readCalendarData(root: Place): CalendarData {
  root.field('format').oneOf('calendar-cn/1');
  const from = yearOf(root.field('coverageStart').date());
  const to = yearOf(root.field('coverageEnd').date());
  const versions = root.field('versions').items().map(readVersion);
  for (let year = from; year <= to; year++) {
    if (!versions.some((version) => version.year === year && version.faithful))
      root.field('coverageEnd').fault(`no faithful version for ${year}, a year within the coverage`);
  }
  versions.forEach((version, at) => {
    const place = root.field(`versions[${at}]`);
    if (version.year < from || version.year > to) place.fault(`${version.year} is outside the coverage`);
    if (versions.findIndex((other) => other.citation === version.citation) < at)
      place.fault(`the version ${version.citation} is there twice`);
  });
  const fallbacks = root.list('fallbacks', readFallback);
  fallbacks.forEach((fallback, at) => {
    // A fallback beside a notice would let the guess outlive the order which replaces it.
    if (versions.some((version) => version.year === fallback.year))
      root.field(`fallbacks[${at}]`).fault(`${fallback.year} has a notice: no fallback is allowed`);
  });
  return { jurisdiction: root.field('jurisdiction').string(), versions, fallbacks };
}

function readVersion(place: Place): CalendarVersion {
  const year = place.field('year').integer(1949, 9998);
  const version = place.field('version').integer(1, 999);
  const off = readDays(place.field('off'), year, 'weekday');
  const work = readDays(place.field('work'), year, 'weekend');
  const stated = place.field('workdays').integer(0, 366);
  const counted = weekdaysOfYear(year) - off.size + work.size;
  if (stated !== counted) place.field('workdays').fault(`${stated} is stated, the days given make ${counted}`);
  const knownFrom = place.field('knownFrom').date();
  const papers = place
    .field('source')
    .string()
    .split(' ; ')
    .filter((part) => part.startsWith('http'));
  if (papers.length === 0) place.field('source').fault('the address of a notice is expected');
  return {
    year,
    version,
    citation: `${year}.${version}`,
    knownFrom,
    noticeDate: place.optional('noticeDate', (date) => date.date()) ?? knownFrom,
    faithful: place.field('faithful').boolean(),
    papers,
    off,
    work,
  };
}

function readFallback(place: Place): CalendarFallback {
  const year = place.field('year').integer(1949, 9998);
  return {
    year,
    basis: { zh: place.field('basis').string(), en: place.field('basisEn').string() },
    sureOff: readDays(place.field('sureOffWeekdays'), year, 'weekday'),
  };
}

function readDays(list: Place, year: number, kind: 'weekday' | 'weekend'): ReadonlySet<number> {
  const days = new Set<number>();
  for (const place of list.items()) {
    const date = place.date();
    const day = dayNumber(date);
    if (yearOf(date) !== year) place.fault(`${date} is not in ${year}`);
    if (isWeekendDay(day) !== (kind === 'weekend'))
      place.fault(`${date} is not a ${kind === 'weekend' ? 'Saturday or Sunday' : 'Monday to Friday'}`);
    if (days.has(day)) place.fault(`${date} is there twice`);
    days.add(day);
  }
  return days;
}

function weekdaysOfYear(year: number): number {
  let count = 0;
  for (let day = dayNumberOf(year, 1, 1); day < dayNumberOf(year + 1, 1, 1); day++) if (!isWeekendDay(day)) count++;
  return count;
}
