import { Place } from '../checking/place.js';
import { readRule } from './check-rule.js';
import { type ClockRule, type KnownEvents, type LawPack, type Provision } from './law-pack.js';

/** What has a name and days of validity. */
type Dated = Pick<ClockRule, 'id' | 'validFrom' | 'validTo'>;

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
    'provisions',
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
    provisions: root.list('provisions', readProvision),
  };
  if (pack.validTo !== null && pack.validTo < pack.validFrom) root.field('validTo').fault('ends before it begins');
  pack.rules.forEach((rule, at) => {
    const place = root.field(`rules[${at}]`);
    if (rule.validFrom < pack.validFrom || !endsWithin(rule.validTo, pack.validTo))
      place.fault(`"${rule.id}" is in force on days on which its pack is not`);
    checkOverlap(rule, pack.rules.slice(0, at), place);
  });
  pack.provisions.forEach((provision, at) => {
    const place = root.field(`provisions[${at}]`);
    if (provision.validFrom < pack.validFrom || !endsWithin(provision.validTo, pack.validTo))
      place.fault(`"${provision.id}" is in force on days on which its pack is not`);
    checkOverlap(provision, pack.provisions.slice(0, at), place);
  });
  root.refuseIfFaulty(`the law pack ${pack.id}`);
  return pack;
}

/** Refuses a pack which would give a clock of the others a second rule on one day. */
export function checkBeside(pack: LawPack, others: readonly LawPack[]): void {
  const root = Place.root(pack);
  const rules = others.flatMap((other) => other.rules);
  pack.rules.forEach((rule, at) => checkOverlap(rule, rules, root.field(`rules[${at}]`)));
  root.refuseIfFaulty(`the law pack ${pack.id} beside the others`);
}

function readProvision(place: Place): Provision {
  place.onlyFields('id', 'article', 'text', 'status', 'validFrom', 'validTo');
  return {
    id: place.field('id').string(),
    article: place.field('article').string(),
    text: place.field('text').text(),
    status: place.field('status').oneOf('confirmed', 'secondary', 'unconfirmed'),
    validFrom: place.field('validFrom').date(),
    validTo: place.optional('validTo', (date) => date.date()),
  };
}

function checkOverlap(rule: Dated, others: readonly Dated[], place: Place): void {
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
