import { type HourCount } from '../calendar/hours.js';
import { type Place } from '../checking/place.js';
import { subjectPath } from './subject-path.js';
import { type MatcherScope, readCondition, readMatcher, readMatchers } from './check-matchers.js';
import {
  type Anchor,
  type Citation,
  type ClockRule,
  type ExtensionStep,
  type KnownEvents,
  type PauseRule,
} from './law-pack.js';

/** One clock of a pack, noting every fault at its place. */
export function readRule(place: Place, knownEvents: KnownEvents): ClockRule {
  place.onlyFields(
    'id',
    'caseKind',
    'title',
    'start',
    'stop',
    'endedBy',
    'pause',
    'restart',
    'unit',
    'length',
    'lengthFrom',
    'anchor',
    'subjectFrom',
    'hours',
    'roll',
    'extension',
    'effect',
    'duty',
    'status',
    'active',
    'citation',
    'designChoices',
    'validFrom',
    'validTo',
  );
  const caseKind = place.field('caseKind').string();
  const events = knownEvents[caseKind];
  if (events === undefined) place.field('caseKind').fault(`no case kind ${caseKind} is known`);
  const scope: MatcherScope = { caseKind, events: events ?? null };
  const length = place.optional('length', (number) => number.integer(0, 1200));
  const status = place.field('status').oneOf('confirmed', 'secondary', 'unconfirmed');
  const effect = place.field('effect').oneOf('statutory', 'serviceNorm', 'reminder');
  const active = place.field('active').boolean();
  const validFrom = place.field('validFrom').date();
  const validTo = place.optional('validTo', (date) => date.date());
  if (validTo !== null && validTo < validFrom) place.field('validTo').fault('ends before it begins');
  const lengthFrom = place.optional('lengthFrom', (name) => name.string());
  if (active && length === null && lengthFrom === null) place.field('length').fault('an active rule needs its number');
  // An unconfirmed number is the operator's own as soon as it is switched on: it may then not pass for law.
  if (active && status === 'unconfirmed' && effect === 'statutory')
    place.field('active').fault('an unconfirmed rule may not be an active rule of law');
  const counting = readCounting(place);
  if (length === 0 && (counting.unit !== 'D' || counting.anchor?.direction !== 'forwards'))
    place.field('length').fault('0 goes with calendar days from a day which the event names, and only with them');
  return {
    id: place.field('id').string(),
    caseKind,
    title: place.field('title').text(),
    start: readMatchers(place.field('start'), scope),
    stop: readCondition(place.field('stop'), scope),
    endedBy: place.has('endedBy') ? readMatchers(place.field('endedBy'), scope) : [],
    pause: place.list('pause', (pause) => readPause(pause, scope)),
    restart: place.has('restart') ? readMatchers(place.field('restart'), scope) : [],
    ...counting,
    subjectFrom: place.optional('subjectFrom', readSubjectPath),
    length,
    lengthFrom,
    extension: readExtension(place, scope, length),
    effect,
    duty: place.optional('duty', (duty) => duty.oneOf('office', 'party')) ?? 'office',
    status,
    active,
    citation: readCitation(place.field('citation')),
    designChoices: place.list('designChoices', (choice) => choice.text()),
    validFrom,
    validTo,
  };
}

/** What counts backwards or by the hour is not paused or lengthened: no rule known asks for it, and none may mean it by mistake. */
function readCounting(place: Place): Pick<ClockRule, 'unit' | 'roll' | 'anchor' | 'hours'> {
  const unit = place.field('unit').oneOf('WD', 'D', 'month', 'year', 'hour');
  const roll = place.field('roll').oneOf('none', 'nextWorkday', 'previousWorkday');
  const anchor = place.optional('anchor', readAnchor);
  const hours = place.optional('hours', readHours);
  const backwards = anchor?.direction === 'backwards';
  if ((unit === 'hour') !== (hours !== null)) place.field('hours').fault('goes with the unit hour, and only with it');
  if ((roll === 'previousWorkday') !== backwards && roll !== 'none')
    place.field('roll').fault(backwards ? 'what is counted back rolls back' : 'what is counted on rolls on');
  if (unit === 'hour' && (roll !== 'none' || anchor !== null)) place.fault('hours neither roll nor have an anchor');
  for (const name of unit === 'hour' || backwards ? ['pause', 'extension'] : []) {
    if (place.has(name)) place.field(name).fault('a term in hours, or counted back, has none');
  }
  return { unit, roll, anchor, hours };
}

function readSubjectPath(place: Place): string {
  const path = place.string();
  if (path !== '' && subjectPath(path) === null)
    place.fault('a field is expected, or one of each of a list: list[].field');
  return path;
}

function readAnchor(place: Place): Anchor {
  place.onlyFields('field', 'direction');
  return { field: place.field('field').string(), direction: place.field('direction').oneOf('forwards', 'backwards') };
}

function readHours(place: Place): HourCount {
  place.onlyFields('days', 'cutOff');
  const cutOff = place.optional('cutOff', (time) => time.string());
  if (cutOff !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(cutOff))
    place.field('cutOff').fault('a time of the form HH:MM is expected');
  return { days: place.field('days').oneOf('all', 'working'), cutOff };
}

function readPause(place: Place, scope: MatcherScope): PauseRule {
  place.onlyFields('on', 'until', 'key', 'citation');
  return {
    on: readMatcher(place.field('on'), scope),
    until: readMatcher(place.field('until'), scope),
    key: place.optional('key', (key) => key.string()),
    citation: readCitation(place.field('citation')),
  };
}

/** Steps in the order in which they are taken; none may end before, or at, what was reached by then. */
function readExtension(rule: Place, scope: MatcherScope, length: number | null): readonly ExtensionStep[] {
  let reached = length ?? 0;
  let most: number | null = null;
  return rule.list('extension', (place) => {
    place.onlyFields('id', 'by', 'maxTotal', 'addN', 'lengthFrom', 'approver', 'condition', 'citation');
    const maxTotal = place.optional('maxTotal', (number) => number.integer(1, 1200));
    const addN = place.optional('addN', (number) => number.integer(1, 1200));
    const lengthFrom = place.optional('lengthFrom', (name) => name.string());
    if (maxTotal !== null && addN !== null) place.fault('only one of maxTotal and addN is expected');
    if (maxTotal === null && addN === null && lengthFrom === null)
      place.fault('one of maxTotal and addN is expected, or lengthFrom where the law sets no greatest length');
    if (maxTotal !== null && maxTotal <= reached)
      place.field('maxTotal').fault(`${maxTotal} in all lengthens nothing: ${reached} are reached before`);
    if (maxTotal === null && most !== null) place.fault(`goes beyond the ${most} in all of a step before`);
    most = maxTotal ?? most;
    reached = maxTotal ?? reached + (addN ?? 0);
    return {
      id: place.field('id').string(),
      by: readMatcher(place.field('by'), scope),
      maxTotal,
      addN,
      lengthFrom,
      approver: place.field('approver').text(),
      condition: place.field('condition').text(),
      citation: readCitation(place.field('citation')),
    };
  });
}

function readCitation(place: Place): Citation {
  place.onlyFields('instrument', 'article', 'text');
  return {
    instrument: place.field('instrument').text(),
    article: place.field('article').string(),
    text: place.field('text').text(),
  };
}
