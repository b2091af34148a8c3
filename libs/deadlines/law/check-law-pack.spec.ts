import { DataRefused } from '../checking/place.js';
import { ORDER_81_STEPS, SPECIMEN_EVENTS, specimen, specimenPack, specimenRule } from '../specimens/histories.js';
import { order802, readJson } from '../specimens/release.js';
import { checkBeside, parseLawPack } from './check-law-pack.js';
import { knownEvents } from './known-events.js';

function faults(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof DataRefused)) throw error;
    return error.faults.map((fault) => `${fault.place}: ${fault.reason}`);
  }
}

const faultsOf = (...rules: readonly Record<string, unknown>[]) =>
  faults(() => parseLawPack(specimenPack(...rules), SPECIMEN_EVENTS));

describe('the pack of Order 802', () => {
  it('holds exactly the two clocks of Art 25 and that of Art 16, confirmed and active from 2025-06-01', () => {
    const pack = order802();
    expect([pack.id, pack.validFrom, pack.validTo]).toEqual(['CN-ORDER-802', '2025-06-01', null]);
    expect(
      pack.rules.map(({ id, caseKind, length, unit, roll, status, active, citation }) => ({
        id,
        caseKind,
        length,
        unit,
        roll,
        status,
        active,
        article: citation.article,
      })),
    ).toEqual([
      {
        id: 'transfer',
        caseKind: 'overduePayment',
        length: 10,
        unit: 'WD',
        roll: 'none',
        status: 'confirmed',
        active: true,
        article: '25¶1',
      },
      {
        id: 'result',
        caseKind: 'overduePayment',
        length: 30,
        unit: 'D',
        roll: 'none',
        status: 'confirmed',
        active: true,
        article: '25¶2',
      },
      {
        id: 'receivableConfirmation',
        caseKind: 'overduePayment',
        length: 30,
        unit: 'D',
        roll: 'none',
        status: 'confirmed',
        active: true,
        article: '16',
      },
    ]);
    expect(pack.rules.map((rule) => rule.extension.map((step) => step.maxTotal))).toEqual([[], [90], []]);
  });

  it('is refused where the case kind does not know its events', () => {
    const fewer = { overduePayment: (knownEvents['overduePayment'] ?? []).filter((type) => type !== 'Transferred') };
    const read = () => parseLawPack(readJson('law/data/cn-order-802.json'), fewer);
    expect(faults(read)).toEqual(['rules[0].stop.event: a case of the kind overduePayment has no event Transferred']);
    expect(read).toThrow('the law pack CN-ORDER-802 is refused: rules[0].stop.event');
  });
});

describe('a law pack', () => {
  it('is taken when every rule is sound', () => {
    expect(
      faultsOf(specimenRule(), specimenRule({ id: 'other', stop: [{ event: 'Closed' }, { event: 'Reported' }] })),
    ).toEqual([]);
    expect(specimen(specimenRule()).rules[0]).toMatchObject({
      stop: { anyOf: [{ event: 'Closed' }] },
      endedBy: [{ event: 'Withdrawn' }],
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'an unknown event',
      { start: { event: 'Filled' } },
      'rules[0].start.event: a case of the kind specimen has no event Filled',
    ],
    [
      'an unknown event among several',
      { stop: { allOf: [{ event: 'Closed' }, { event: 'Shut' }] } },
      'rules[0].stop.allOf[1].event: a case of the kind specimen has no event Shut',
    ],
    [
      'an unknown event of a pause',
      { pause: [{ on: { event: 'Halted' }, until: { event: 'Resumed' }, citation: specimenRule()['citation'] }] },
      'rules[0].pause[0].on.event: a case of the kind specimen has no event Halted',
    ],
    ['an unknown case kind', { caseKind: 'petition' }, 'rules[0].caseKind: no case kind petition is known'],
    ['no starting event', { start: [] }, 'rules[0].start: at least one event is expected'],
    [
      'an empty condition',
      { start: { event: 'Filed', where: {} } },
      'rules[0].start.where: at least one field is expected',
    ],
    [
      'a condition on a list',
      { start: { event: 'Filed', where: { to: ['a'] } } },
      'rules[0].start.where.to: a text, a number, true or false is expected',
    ],
    ['a misspelt field', { rolls: 'none' }, 'rules[0].rolls: unknown field'],
    ['an unknown unit', { unit: 'week' }, 'rules[0].unit: one of WD, D, month, year, hour is expected'],
    ['half a day', { length: 1.5 }, 'rules[0].length: a whole number from 0 to 1200 is expected'],
    ['no number though active', { length: null }, 'rules[0].length: an active rule needs its number'],
    [
      'an unconfirmed number passed off as law',
      { status: 'unconfirmed' },
      'rules[0].active: an unconfirmed rule may not be an active rule of law',
    ],
    ['an end before its beginning', { validTo: '2018-12-31' }, 'rules[0].validTo: ends before it begins'],
    [
      'days outside its pack',
      { validFrom: '2018-12-31' },
      'rules[0]: "specimen" is in force on days on which its pack is not',
    ],
    ['a text in one language', { title: { zh: '示例' } }, 'rules[0].title.en: a text is expected'],
    [
      'an extension that lengthens nothing',
      { extension: [{ ...ORDER_81_STEPS[0], addN: undefined, maxTotal: 10 }] },
      'rules[0].extension[0].maxTotal: 10 in all lengthens nothing: 10 are reached before',
    ],
    [
      'an extension beyond the maximum of a step before',
      {
        extension: [
          { ...ORDER_81_STEPS[0], addN: 5 },
          { ...ORDER_81_STEPS[1], addN: undefined, maxTotal: 15 },
        ],
      },
      'rules[0].extension[1].maxTotal: 15 in all lengthens nothing: 15 are reached before',
    ],
    [
      'an extension beyond what an earlier step allows in all',
      { extension: [{ ...ORDER_81_STEPS[0], addN: undefined, maxTotal: 20 }, ORDER_81_STEPS[1]] },
      'rules[0].extension[1]: goes beyond the 20 in all of a step before',
    ],
    [
      'an extension of two measures',
      { extension: [{ ...ORDER_81_STEPS[0], maxTotal: 20 }] },
      'rules[0].extension[0]: only one of maxTotal and addN is expected',
    ],
    [
      'an extension of no measure',
      { extension: [{ ...ORDER_81_STEPS[0], addN: undefined }] },
      'rules[0].extension[0]: one of maxTotal and addN is expected, or lengthFrom where the law sets no greatest length',
    ],
    ['no citation', { citation: undefined }, 'rules[0].citation: an object is expected'],
  ])('is refused with %s, naming the place', (_what, fields, fault) => {
    expect(faultsOf(specimenRule(fields))).toContain(fault);
  });

  it('is refused where two versions of one clock are in force on one day', () => {
    const first = specimenRule({ validTo: '2026-04-01' });
    expect(faultsOf(first, specimenRule({ validFrom: '2026-04-01' }))).toEqual([
      'rules[1].validFrom: "specimen" has two versions in force from 2026-04-01',
    ]);
    expect(faultsOf(first, specimenRule({ validFrom: '2026-04-02' }))).toEqual([]);
    expect(faultsOf(specimenRule(), specimenRule({ id: 'other' }))).toEqual([]);
  });

  it('is refused on the day on which one version ends and the next begins, in whatever order they stand', () => {
    const [early, late] = [specimenRule({ validTo: '2026-04-01' }), specimenRule({ validFrom: '2026-04-01' })];
    expect(faultsOf(late, early)).toEqual(['rules[1].validFrom: "specimen" has two versions in force from 2026-04-01']);
    expect(faultsOf(specimenRule({ validFrom: '2026-04-02' }), early)).toEqual([]);
    expect(faultsOf(late, specimenRule({ validTo: '2026-05-01' }))).toHaveLength(1);
    expect(faultsOf(specimenRule({ validFrom: '2026-04-02', validTo: '2026-12-31' }), early)).toEqual([]);
  });

  it('is in force on days of its own, its rules on none but these', () => {
    const within = (pack: object, rule: Record<string, unknown> = {}) =>
      faults(() => parseLawPack({ ...specimenPack(specimenRule(rule)), ...pack }, SPECIMEN_EVENTS));
    expect(within({ validTo: '2018-12-31' })).toContain('validTo: ends before it begins');
    expect(within({ validTo: '2019-01-01' }, { validTo: '2019-01-01' })).toEqual([]);
    const outside = ['rules[0]: "specimen" is in force on days on which its pack is not'];
    expect(within({ validTo: '2026-12-31' })).toEqual(outside);
    expect(within({ validTo: '2026-12-31' }, { validTo: '2027-01-01' })).toEqual(outside);
    expect(within({ validTo: '2026-12-31' }, { validTo: '2026-12-31' })).toEqual([]);
  });

  it('keeps what a rule says: conditions, keys, choices, lengths', () => {
    const text = { zh: '条文', en: 'the text' };
    const step = { ...ORDER_81_STEPS[1], by: { event: 'Extended', where: { step: 2, urgent: true, by: 'head' } } };
    const [rule] = specimen(
      specimenRule({
        extension: [step],
        designChoices: [text],
        lengthFrom: 'days',
        endedBy: undefined,
        subjectFrom: 'a[].b',
      }),
    ).rules;
    expect(rule).toMatchObject({
      extension: [
        { by: { event: 'Extended', where: { step: 2, urgent: true, by: 'head' } }, lengthFrom: 'months', addN: 2 },
      ],
      pause: [{ key: 'ground', on: { event: 'Paused' } }],
      ...{ designChoices: [text], lengthFrom: 'days', endedBy: [], subjectFrom: 'a[].b' },
    });
    expect(rule?.start).toEqual([{ event: 'Filed' }]);
    const hours = { days: 'working', cutOff: '17:30' };
    expect(specimen(specimenRule({ unit: 'hour', pause: undefined, hours })).rules[0]).toMatchObject({
      hours,
      pause: [],
      restart: [{ event: 'PartyAdded' }],
    });
    expect(specimen(specimenRule({ restart: undefined })).rules[0]?.restart).toEqual([]);
  });

  it('names every fault at once', () => {
    expect(faultsOf(specimenRule({ unit: 'week' }), specimenRule({ id: 'other', roll: 'back' }))).toHaveLength(2);
    expect(faults(() => parseLawPack([], SPECIMEN_EVENTS))).toContain('the document: an object is expected');
  });

  it('is refused together with another pack which rules the same clock on the same day', () => {
    const [first, second] = [specimen(specimenRule()), specimen(specimenRule({ validFrom: '2026-01-01' }))];
    expect(faults(() => checkBeside(second, [first]))).toEqual([
      'rules[0].validFrom: "specimen" has two versions in force from 2026-01-01',
    ]);
    expect(faults(() => checkBeside(first, [order802()]))).toEqual([]);
  });
});
