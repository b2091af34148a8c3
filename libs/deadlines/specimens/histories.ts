import { type HistoryEvent, type Law } from '../clock/clock.js';
import { parseLawPack } from '../law/check-law-pack.js';
import { type LawPack } from '../law/law-pack.js';
import { releaseCalendar } from './release.js';

/** An event at noon in Shanghai of a day, recorded at that time unless a later day is given. */
export function event(type: string, day: string, data: Record<string, unknown> = {}, recorded = day): HistoryEvent {
  return {
    id: `${type}@${day}${recorded === day ? '' : `/${recorded}`}`,
    type,
    occurredAt: `${day}T12:00:00+08:00`,
    recordedAt: `${recorded}T04:00:00.000000+00:00`,
    data,
  };
}

const text = { zh: '条文', en: 'the text' };
const citation = { instrument: { zh: '示例条例', en: 'Specimen Rules' }, article: '37', text };

/** A rule for the specs: 10 working days from Filed to Closed, with pauses by ground. Fields given replace its own. */
export function specimenRule(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'specimen',
    caseKind: 'specimen',
    title: { zh: '示例', en: 'Specimen' },
    start: { event: 'Filed' },
    stop: { event: 'Closed' },
    endedBy: { event: 'Withdrawn' },
    pause: [{ on: { event: 'Paused' }, until: { event: 'Resumed' }, key: 'ground', citation }],
    restart: { event: 'PartyAdded' },
    unit: 'WD',
    length: 10,
    roll: 'none',
    effect: 'statutory',
    status: 'confirmed',
    active: true,
    citation,
    validFrom: '2019-01-01',
    validTo: null,
    ...fields,
  };
}

export function specimenPack(...rules: readonly Record<string, unknown>[]): Record<string, unknown> {
  return {
    format: 'law-pack/1',
    id: 'SPECIMEN',
    version: 1,
    jurisdiction: 'CN',
    timeZone: 'Asia/Shanghai',
    title: { zh: '示例条例', en: 'Specimen Rules' },
    validFrom: '2019-01-01',
    validTo: null,
    rules,
  };
}

export const SPECIMEN_EVENTS = {
  specimen: [
    'Filed',
    'Closed',
    'Withdrawn',
    'Paused',
    'Resumed',
    'PartyAdded',
    'Extended',
    'Reported',
    'Planned',
    'Paid',
    'CaseMerged',
  ],
};

export function specimenLaw(...rules: readonly Record<string, unknown>[]): Law {
  return { packs: [specimen(...rules)], calendar };
}

export function specimen(...rules: readonly Record<string, unknown>[]): LawPack {
  return parseLawPack(specimenPack(...rules), SPECIMEN_EVENTS);
}

/** The steps of CNIPA Order 81 Art 37: one month by the head, then up to two by the next higher department. */
export const ORDER_81_STEPS = [
  {
    id: 'complex',
    by: { event: 'Extended', where: { step: 'complex' } },
    addN: 1,
    approver: text,
    condition: text,
    citation,
  },
  {
    id: 'veryComplex',
    by: { event: 'Extended', where: { step: 'veryComplex' } },
    addN: 2,
    lengthFrom: 'months',
    approver: text,
    condition: text,
    citation,
  },
];

const calendar = releaseCalendar();
