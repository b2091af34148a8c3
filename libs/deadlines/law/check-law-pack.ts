import { Place } from '../checking/place.js';
import { readCondition, readMatchers, readMatcher, type MatcherScope } from './check-matchers.js';
import {
  type Citation,
  type ClockRule,
  type ExtensionStep,
  type KnownEvents,
  type LawPack,
  type PauseRule,
} from './law-pack.js';

/** The pack, or a `DataRefused` naming every fault with its place (`rules[1].extension[0].maxTotal`). */
export function parseLawPack(json: unknown, knownEvents: KnownEvents): LawPack {
  const root = Place.root(json).onlyFields(
    'format',
    'id',
    'version',
    'jurisdiction',
    'timeZone',
    'title',
    'validFrom',
    'validTo',
    'rules',
  );
  root.field('format').oneOf('law-pack/1');
  const pack: LawPack = {
    id: root.field('id').string(),
    version: root.field('version').integer(1, 9999),
    jurisdiction: root.field('jurisdiction').string(),
    timeZone: root.field('timeZone').oneOf('Asia/Shanghai'),
    title: root.field('title').text(),
    validFrom: root.field('validFrom').date(),
    validTo: root.optional('validTo', (place) => place.date()),
    rules: root
      .field('rules')
      .items()
      .map((place) => readRule(place, knownEvents)),
  };
  if (pack.validTo !== null && pack.validTo < pack.validFrom) root.field('validTo').fault('ends before it begins');
  pack.rules.forEach((rule, at) => {
    const place = root.field(`rules[${at}]`);
    if (rule.validFrom < pack.validFrom || !endsWithin(rule.validTo, pack.validTo))
      place.fault(`"${rule.id}" is in force on days on which its pack is not`);
    checkOverlap(rule, pack.rules.slice(0, at), place);
  });
  root.refuseIfFaulty(`the law pack ${pack.id}`);
  return pack;
}

/** Refuses packs which, taken together, give one clock two rules on one day. */
export function checkTogether(packs: readonly LawPack[]): void {
  const root = Place.root(packs);
  const before: ClockRule[] = [];
  for (const pack of packs) {
    pack.rules.forEach((rule, at) => checkOverlap(rule, before, root.field(pack.id).field(`rules[${at}]`)));
    before.push(...pack.rules);
  }
  root.refuseIfFaulty('the set of law packs');
}

function readRule(place: Place, knownEvents: KnownEvents): ClockRule {
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
    'roll',
    'extension',
    'effect',
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
  const length = place.optional('length', (number) => number.integer(1, 1200));
  const status = place.field('status').oneOf('confirmed', 'secondary', 'unconfirmed');
  const effect = place.field('effect').oneOf('statutory', 'serviceNorm', 'reminder');
  const active = place.field('active').boolean();
  const validFrom = place.field('validFrom').date();
  const validTo = place.optional('validTo', (date) => date.date());
  if (validTo !== null && validTo < validFrom) place.field('validTo').fault('ends before it begins');
  if (active && length === null) place.field('length').fault('an active rule needs its number');
  // An unconfirmed number is the operator's own as soon as it is switched on: it may then not pass for law.
  if (active && status === 'unconfirmed' && effect === 'statutory')
    place.field('active').fault('an unconfirmed rule may not be an active rule of law');
  return {
    id: place.field('id').string(),
    caseKind,
    title: place.field('title').text(),
    start: readMatchers(place.field('start'), scope),
    stop: readCondition(place.field('stop'), scope),
    endedBy: place.has('endedBy') ? readMatchers(place.field('endedBy'), scope) : [],
    pause: place.list('pause', (pause) => readPause(pause, scope)),
    restart: place.has('restart') ? readMatchers(place.field('restart'), scope) : [],
    unit: place.field('unit').oneOf('WD', 'D', 'month'),
    length,
    roll: place.field('roll').oneOf('none', 'nextWorkday'),
    extension: readExtension(place, scope, length),
    effect,
    status,
    active,
    citation: readCitation(place.field('citation')),
    designChoices: place.list('designChoices', (choice) => choice.text()),
    validFrom,
    validTo,
  };
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
  return rule.list('extension', (place) => {
    place.onlyFields('id', 'by', 'maxTotal', 'addN', 'lengthFrom', 'approver', 'condition', 'citation');
    const maxTotal = place.optional('maxTotal', (number) => number.integer(1, 1200));
    const addN = place.optional('addN', (number) => number.integer(1, 1200));
    if ((maxTotal === null) === (addN === null)) place.fault('exactly one of maxTotal and addN is expected');
    if (maxTotal !== null && maxTotal <= reached)
      place.field('maxTotal').fault(`${maxTotal} in all lengthens nothing: ${reached} are reached before`);
    reached = maxTotal ?? reached + (addN ?? 0);
    return {
      id: place.field('id').string(),
      by: readMatcher(place.field('by'), scope),
      maxTotal,
      addN,
      lengthFrom: place.optional('lengthFrom', (name) => name.string()),
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

function checkOverlap(rule: ClockRule, others: readonly ClockRule[], place: Place): void {
  for (const other of others) {
    const apart =
      (rule.validTo !== null && rule.validTo < other.validFrom) ||
      (other.validTo !== null && other.validTo < rule.validFrom);
    if (other.id === rule.id && !apart)
      place
        .field('validFrom')
        .fault(`"${rule.id}" has two versions in force from ${later(rule.validFrom, other.validFrom)}`);
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function endsWithin(inner: string | null, outer: string | null): boolean {
  return outer === null || (inner !== null && inner <= outer);
}
