import { type Calendar } from '../calendar/calendar.js';
import { type CalendarVersion } from '../calendar/calendar-data.js';
import { type PlainDate } from '../calendar/plain-date.js';
import { Place } from '../checking/place.js';
import { type LprSeries } from '../interest/lpr-series.js';
import { type LawDocument } from './law-document.js';

/**
 * Refuses a document which may not follow the one in force: a calendar that loses or shrinks a covered year or rewrites
 * what was published, an LPR series that rewrites a publication, a pack or policy of no higher version. What a person did
 * not read in the publication itself is not law, so a new year must name the State Council's own paper.
 *
 * @param inForce the document which it follows; null where there is none
 * @param today no publication is of a later day
 * @throws DataRefused naming every fault with its place
 */
export function checkSuccession(document: LawDocument, inForce: LawDocument | null, today: PlainDate): void {
  const root = Place.root(null);
  switch (document.kind) {
    case 'calendar':
      followCalendar(document.calendar, inForce?.kind === 'calendar' ? inForce.calendar : null, today, root);
      break;
    case 'lpr':
      followLpr(document.series, inForce?.kind === 'lpr' ? inForce.series : null, today, root);
      break;
    case 'lawPack':
      if (inForce?.kind === 'lawPack') followVersion(document.pack.version, inForce.pack.version, root);
      break;
    case 'policy':
      if (inForce?.kind === 'policy') followVersion(document.policy.version, inForce.policy.version, root);
      break;
    case 'operatorRules':
      if (inForce?.kind === 'operatorRules') followVersion(document.rules.version, inForce.rules.version, root);
      break;
    case 'warningRules':
      if (inForce?.kind === 'warningRules') followVersion(document.warnings.version, inForce.warnings.version, root);
      break;
  }
  root.refuseIfFaulty(`the version to follow ${document.id}`);
}

function followVersion(version: number, before: number, root: Place): void {
  if (version <= before) root.field('version').fault(`version ${version} does not follow version ${before} in force`);
}

function followCalendar(calendar: Calendar, before: Calendar | null, today: PlainDate, root: Place): void {
  const had = new Map((before?.published ?? []).map((version) => [version.citation, version]));
  for (const version of had.values()) {
    const kept = calendar.published.find(({ citation }) => citation === version.citation);
    if (kept === undefined) root.field('versions').fault(`${version.citation}, which was published, is left out`);
    else if (!sameContent(kept, version))
      root
        .field(`versions[${calendar.published.indexOf(kept)}]`)
        .fault(`${version.citation} is published and stays as it is: what changed is a new version`);
  }
  if (calendar.published.every(({ citation }) => had.has(citation)))
    root.field('versions').fault('no version is new: there is nothing to import');
  calendar.published.forEach((version, at) => {
    if (had.has(version.citation)) return;
    const place = root.field(`versions[${at}]`);
    checkNew(version, today, place);
    const last = (before?.versions ?? []).find(({ year }) => year === version.year);
    if (last !== undefined) checkShrinking(version, last, place);
  });
}

function checkNew(version: CalendarVersion, today: PlainDate, place: Place): void {
  if (version.noticeDate > today) place.field('noticeDate').fault(`${version.noticeDate} is still to come`);
  if (version.knownFrom > today) place.field('knownFrom').fault(`${version.knownFrom} is still to come`);
  const foreign = version.papers.find((paper) => !/^https?:\/\/([a-z0-9-]+\.)*gov\.cn\//.test(paper));
  if (foreign !== undefined)
    place
      .field('source')
      .fault(`${foreign} is not the State Council's own notice on gov.cn: take a year from no other`);
}

function checkShrinking(version: CalendarVersion, last: CalendarVersion, place: Place): void {
  if (version.version <= last.version)
    place.field('version').fault(`${version.citation} does not follow ${last.citation}`);
  if (version.off.size < last.off.size)
    place
      .field('off')
      .fault(`${last.citation} has ${last.off.size} days off, ${version.citation} only ${version.off.size}`);
  if (version.work.size === 0 && last.work.size > 0)
    place.field('work').fault(`${last.citation} has make-up workdays, ${version.citation} has none`);
}

function sameContent(a: CalendarVersion, b: CalendarVersion): boolean {
  const days = ({ off, work }: CalendarVersion) => [[...off].sort(), [...work].sort()].join('|');
  return (
    days(a) === days(b) &&
    a.faithful === b.faithful &&
    a.knownFrom === b.knownFrom &&
    a.noticeDate === b.noticeDate &&
    a.papers.join() === b.papers.join()
  );
}

function followLpr(series: LprSeries, before: LprSeries | null, today: PlainDate, root: Place): void {
  for (const row of before?.rows ?? []) {
    const kept = series.rows.find(({ date }) => date === row.date);
    if (kept === undefined) root.field('rows').fault(`the publication of ${row.date} is left out`);
    else if (kept.rate !== row.rate)
      root
        .field(`rows[${series.rows.indexOf(kept)}].rate`)
        .fault(`${row.date} was published with ${row.rate}, not ${kept.rate}`);
  }
  if (
    before !== null &&
    series.rows.length === before.rows.length &&
    series.rows.every((row, at) => row.status === before.rows[at]?.status)
  )
    root.field('rows').fault('no publication is new: there is nothing to import');
  series.rows.forEach(({ date }, at) => {
    if (date > today) root.field(`rows[${at}].date`).fault(`${date} is still to come`);
  });
}
