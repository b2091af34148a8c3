import { Place } from '../checking/place.js';
import { type ClockRule, type LawPack } from '../law/law-pack.js';
import { type EscalationPolicy, type Ladder, type Rung } from './escalation-policy.js';

/** The policy, or a `DataRefused` naming every fault with its place; the packs tell which clocks there are to climb. */
export function parsePolicy(json: unknown, packs: readonly LawPack[]): EscalationPolicy {
  const root = Place.root(json).onlyFields('format', 'id', 'version', 'effect', 'title', 'validFrom', 'ladders');
  root.field('format').oneOf('escalation-policy/1');
  const rules = packs.flatMap((pack) => pack.rules);
  const policy: EscalationPolicy = {
    id: root.field('id').string(),
    version: root.field('version').integer(1, 9999),
    effect: root.field('effect').oneOf('serviceNorm'),
    title: root.field('title').text(),
    validFrom: root.field('validFrom').date(),
    ladders: root
      .field('ladders')
      .items()
      .map((place) => readLadder(place, rules)),
  };
  policy.ladders.forEach((ladder, at) => {
    if (policy.ladders.findIndex((other) => other.rule === ladder.rule) < at)
      root.field(`ladders[${at}].rule`).fault(`"${ladder.rule}" has two ladders`);
  });
  root.refuseIfFaulty(`the escalation policy ${policy.id}`);
  return policy;
}

function readLadder(place: Place, rules: readonly ClockRule[]): Ladder {
  place.onlyFields('caseKind', 'rule', 'rungs');
  const caseKind = place.field('caseKind').string();
  const rule = place.field('rule').string();
  const versions = rules.filter((candidate) => candidate.id === rule && candidate.caseKind === caseKind);
  if (versions.length === 0)
    place.field('rule').fault(`no clock "${rule}" of the kind ${caseKind} is in the law packs`);
  const rungs = place
    .field('rungs')
    .items()
    .map((rung) => readRung(rung, versions));
  rungs.forEach((rung, at) => {
    if (rungs.findIndex((other) => other.id === rung.id) < at)
      place.field(`rungs[${at}].id`).fault(`"${rung.id}" is there twice`);
  });
  return { caseKind, rule, rungs };
}

function readRung(place: Place, versions: readonly ClockRule[]): Rung {
  place.onlyFields('id', 'offset', 'unit', 'tells', 'act', 'title', 'basis');
  const offset = place.field('offset').integer(-366, 366);
  const unit = place.field('unit').oneOf('WD', 'D');
  for (const { unit: term, length } of versions) {
    if (length !== null && -offset * daysIn(unit) >= length * daysIn(term))
      place
        .field('offset')
        .fault(`a warning ${-offset} ${unit} ahead is not shorter than the term of ${length} ${term}`);
  }
  return {
    id: place.field('id').string(),
    offset,
    unit,
    tells: place.field('tells').oneOf('holder', 'departmentHead', 'district', 'city', 'jointConference'),
    act: place.field('act').oneOf('notify', 'raiseLevel', 'requireReason'),
    title: place.field('title').text(),
    basis: place.field('basis').text(),
  };
}

/** Calendar days in a unit, roughly, to compare a warning with a term of another unit. */
function daysIn(unit: ClockRule['unit']): number {
  return DAYS_IN[unit];
}

const DAYS_IN: Readonly<Record<ClockRule['unit'], number>> = { WD: 7 / 5, D: 1, month: 30, year: 365, hour: 1 / 24 };
