import { Place } from '../checking/place.js';
import { knownEvents } from '../law/known-events.js';
import { type ClockRule, type LawPack } from '../law/law-pack.js';
import {
  eventOfProposed,
  levelTold,
  rungReceivers,
  type EscalationPolicy,
  type Ladder,
  type ProposedAct,
  type Rung,
  type RungAct,
} from './escalation-policy.js';

const proposedActs = Object.keys(eventOfProposed) as ProposedAct[];

/** The policy, or a `DataRefused` naming every fault with its place; the packs tell which clocks there are to climb. */
export function parsePolicy(json: unknown, packs: readonly LawPack[]): EscalationPolicy {
  const root = Place.root(json).onlyFields('format', 'id', 'version', 'effect', 'title', 'validFrom', 'ladders');
  root.field('format').oneOf('escalation-policy/1', 'escalation-policy/2');
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
    const same = ({ rule, caseKind }: Ladder) => rule === ladder.rule && caseKind === ladder.caseKind;
    if (policy.ladders.findIndex(same) < at)
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
    .map((rung) => readRung(rung, caseKind, versions));
  rungs.forEach((rung, at) => {
    if (rungs.findIndex((other) => other.id === rung.id) < at)
      place.field(`rungs[${at}].id`).fault(`"${rung.id}" is there twice`);
  });
  return { caseKind, rule, rungs };
}

/** A policy as the log has it, checked on the day it was published. Of the first format: one is told, not a list. */
export function policyInLog(document: unknown): EscalationPolicy {
  const policy = document as EscalationPolicy;
  const ladders = policy.ladders.map((ladder) => ({
    ...ladder,
    rungs: ladder.rungs.map((rung) => ({ ...rung, tells: tellsOf(rung.tells) })),
  }));
  return { ...policy, ladders };
}

function tellsOf(tells: unknown): Rung['tells'] {
  return (Array.isArray(tells) ? tells : [tells]) as Rung['tells'];
}

function readRung(place: Place, caseKind: string, versions: readonly ClockRule[]): Rung {
  place.onlyFields('id', 'offset', 'unit', 'tells', 'act', 'title', 'basis');
  const offset = place.field('offset').integer(-366, 366);
  const unit = place.field('unit').oneOf('WD', 'D');
  for (const { unit: term, length } of versions) {
    // A clock of no length ends on a day which is known long before.
    if (length !== null && length > 0 && -offset * daysIn(unit) >= length * daysIn(term))
      place
        .field('offset')
        .fault(`a warning ${-offset} ${unit} ahead is not shorter than the term of ${length} ${term}`);
  }
  return {
    id: place.field('id').string(),
    offset,
    unit,
    tells: readTells(place),
    act: readAct(place, caseKind, versions),
    title: place.field('title').text(),
    basis: place.field('basis').text(),
  };
}

function readTells(place: Place): Rung['tells'] {
  const tells = place.field('tells');
  if (!Array.isArray(tells.value)) return [tells.oneOf(...rungReceivers)];
  return tells.items().map((one) => one.oneOf(...rungReceivers));
}

function readAct(place: Place, caseKind: string, versions: readonly ClockRule[]): RungAct {
  const field = place.field('act');
  const act = field.oneOf<RungAct>('notify', 'raiseLevel', 'requireReason', ...proposedActs);
  const ofParty = versions.some(({ duty }) => duty === 'party');
  if (ofParty && (act === 'raiseLevel' || act === 'requireReason'))
    field.fault('the term is one of a party, not of an office: its lateness is not the holder’s');
  if (act === 'raiseLevel' && levelTold(tellsOf(place.field('tells').value)) === null)
    field.fault('no level is told to which the case is to be raised');
  const proposed = Object.hasOwn(eventOfProposed, act) ? eventOfProposed[act as ProposedAct] : null;
  if (proposed !== null && !knownEvents[caseKind]?.includes(proposed))
    field.fault(`a case of the kind ${caseKind} has no ${proposed}`);
  return act;
}

/** Calendar days in a unit, roughly, to compare a warning with a term of another unit. */
function daysIn(unit: ClockRule['unit']): number {
  return DAYS_IN[unit];
}

const DAYS_IN: Readonly<Record<ClockRule['unit'], number>> = { WD: 7 / 5, D: 1, month: 30, year: 365, hour: 1 / 24 };
