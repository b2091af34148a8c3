import fc from 'fast-check';
import { addDays, plainDate } from '../calendar/plain-date.js';
import { event, specimenLaw, specimenRule } from '../specimens/histories.js';
import { parseLawPack } from '../law/check-law-pack.js';
import { knownEvents } from '../law/known-events.js';
import { readJson, releaseCalendar } from '../specimens/release.js';
import { type ClockFact, type HistoryEvent, type Law } from './clock.js';
import { clockFacts } from './derive-clocks.js';
import { movedClocks } from './moved-clocks.js';

const byRequest = { subjectFrom: 'request', pause: undefined };
const law = specimenLaw(specimenRule(byRequest));
const filed = (on: string, request?: unknown) => event('Filed', on, request === undefined ? {} : { request });
const closed = (on: string, request?: unknown) => event('Closed', on, request === undefined ? {} : { request });
const clocks = (history: readonly HistoryEvent[], under: Law = law) =>
  clockFacts(history, under).map(({ subject, state, dueOn }) => [subject, state, dueOn]);

describe('a clock of each request', () => {
  it('starts and stops by itself', () => {
    expect(clocks([filed('2026-03-02', 1), filed('2026-03-04', 2), closed('2026-03-05', 2)])).toEqual([
      ['1', 'open', '2026-03-16'],
      ['2', 'stopped', '2026-03-18'],
    ]);
  });

  it('takes no heed of what another stops, and is stopped by what names none', () => {
    expect(clocks([filed('2026-03-02', 'a'), closed('2026-03-05', 'b')])).toEqual([['a', 'open', '2026-03-16']]);
    expect(clocks([filed('2026-03-02', 'a'), filed('2026-03-03', 'b'), closed('2026-03-05')])).toEqual([
      ['a', 'stopped', '2026-03-16'],
      ['b', 'stopped', '2026-03-17'],
    ]);
  });

  it('is the whole case where the opening event names no subject, and no other is opened by it', () => {
    const history = [filed('2026-03-02'), filed('2026-03-04', 1), filed('2026-03-09', { no: 'subject' })];
    expect(clocks(history)).toEqual([
      ['case', 'open', '2026-03-16'],
      ['1', 'open', '2026-03-18'],
    ]);
  });

  it('is opened by an opening event alone', () => {
    expect(clocks([closed('2026-03-02', 1)])).toEqual([]);
  });

  it('is paused, ended and closed with the case', () => {
    const paused = specimenLaw(specimenRule({ subjectFrom: 'request' }));
    const two = [filed('2026-03-02', 1), filed('2026-03-04', 2)];
    expect(clocks([...two, event('Paused', '2026-03-05', { ground: 'x' })], paused)).toEqual([
      ['1', 'paused', null],
      ['2', 'paused', null],
    ]);
    expect(clocks([...two, event('CaseMerged', '2026-03-05')]).map(([, state]) => state)).toEqual(['ended', 'ended']);
  });

  it('is told by its subject where new law moves it', () => {
    const shorter = specimenLaw(specimenRule({ ...byRequest, length: 5 }));
    const two = [filed('2026-03-02', 1), filed('2026-03-04', 2)];
    expect(movedClocks(two, law, shorter).map(({ subject, dueAfter }) => [subject, dueAfter])).toEqual([
      ['1', '2026-03-09'],
      ['2', '2026-03-11'],
    ]);
  });

  it('keeps its own run, restart and correction', () => {
    const history = [
      filed('2026-03-02', 1),
      filed('2026-03-02', 2),
      event('PartyAdded', '2026-03-09', { request: 2 }),
    ].map((each, at) => ({ ...each, id: String(at) }));
    expect(clockFacts(history, law).map(({ run, dueOn }) => [run, dueOn])).toEqual([
      ['0', '2026-03-16'],
      ['2', '2026-03-23'],
    ]);
    const corrected = event('FactCorrected', '2026-03-10', { event: '0', occurredAt: '2026-03-03T09:00:00+08:00' });
    const facts = clockFacts([...history, corrected], law);
    expect(facts.map(({ subject, dueOn, explanation }) => [subject, dueOn, explanation.correction?.dueBefore])).toEqual(
      [
        ['2', '2026-03-23', undefined],
        ['1', '2026-03-17', '2026-03-16'],
      ],
    );
  });

  it('whatever happens to the others, is the clock it would be alone', () => {
    const act = fc.record({
      type: fc.constantFrom('Filed', 'Closed', 'PartyAdded', 'Withdrawn', 'Extended', 'HandlingTerminated'),
      day: fc.integer({ min: 0, max: 60 }),
      request: fc.constantFrom<number | undefined>(1, 2, 3),
    });
    const base = plainDate('2026-02-02');
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const history = acts.map(({ type, day, request }, at) => ({
          ...event(type, addDays(base, day), { request }),
          id: String(at),
        }));
        const plain = (fact: ClockFact) => ({ ...fact, explanation: JSON.stringify(fact.explanation), subject: '' });
        const whole = specimenLaw(specimenRule({ pause: undefined }));
        for (const request of [1, 2, 3]) {
          const alone = clockFacts(
            history.filter(({ data }) => data.request === request),
            whole,
          ).map(plain);
          const among = clockFacts(history, law).filter(({ subject }) => subject === String(request));
          expect(among.map(plain)).toEqual(alone);
        }
      }),
    );
  });
});

describe('a clock of each instalment of a plan', () => {
  const planLaw = specimenLaw(
    specimenRule({
      ...{ start: { event: 'Planned' }, restart: { event: 'Planned' }, stop: { event: 'Paid' }, pause: undefined },
      ...{ subjectFrom: 'instalments[].instalment', anchor: { field: 'dueOn', direction: 'forwards' } },
      ...{ unit: 'D', length: 0 },
    }),
  );
  const planned = (on: string, ...dues: readonly (readonly [number, string])[]) =>
    event('Planned', on, { instalments: dues.map(([instalment, dueOn]) => ({ instalment, dueOn })) });
  const plan = planned('2026-03-02', [1, '2026-03-31'], [2, '2026-04-30'], [3, '2026-05-31']);
  const paid = (on: string, instalment: number) => event('Paid', on, { instalment });
  const states = (...history: readonly HistoryEvent[]) => clocks(history, planLaw);

  it('runs to the very day agreed for it, and is met or late by itself', () => {
    expect(states(plan, paid('2026-03-31', 1), paid('2026-05-04', 2))).toEqual([
      ['1', 'stopped', '2026-03-31'],
      ['2', 'stopped', '2026-04-30'],
      ['3', 'open', '2026-05-31'],
    ]);
    const facts = clockFacts([plan, paid('2026-03-31', 1), paid('2026-05-04', 2)], planLaw);
    expect(facts.map(({ stoppedLate }) => stoppedLate)).toEqual([false, true, null]);
    expect(facts[2]?.explanation).toMatchObject({ anchor: { on: '2026-05-31' }, counted: null, provisional: null });
  });

  it('is moved by a new plan, ended where that one has no such instalment, and begun where it is new', () => {
    const anew = planned('2026-04-07', [2, '2026-06-30'], [4, '2026-07-31']);
    expect(states(plan, paid('2026-03-30', 1), anew)).toEqual([
      ['1', 'stopped', '2026-03-31'],
      ['2', 'open', '2026-06-30'],
      ['3', 'ended', '2026-05-31'],
      ['4', 'open', '2026-07-31'],
    ]);
    const fact = clockFacts([plan, anew], planLaw).find(({ subject }) => subject === '2');
    expect(fact?.explanation.runs).toEqual([{ run: anew.id, openedBy: 'restart', on: '2026-04-07' }]);
  });

  it('tells nothing of members which name no instalment, and is the same for one after another', () => {
    expect(states(event('Planned', '2026-03-02', { instalments: [{ dueOn: '2026-03-31' }] }))).toEqual([]);
    expect(states(event('Planned', '2026-03-02'))).toEqual([]);
    expect(states(planned('2026-03-02', [1, '2026-03-31']), event('Planned', '2026-03-03'))).toEqual([
      ['1', 'open', '2026-03-31'],
    ]);
    expect(states(planned('2026-03-02', [1, '2026-03-31']), planned('2026-03-03', [2, '2026-04-01']))).toEqual([
      ['1', 'ended', '2026-03-31'],
      ['2', 'open', '2026-04-01'],
    ]);
  });
});

test('each instalment of a settlement is due on the day agreed, a reminder and no term of law (Civil Code Art 509)', () => {
  const civilCode = parseLawPack(readJson('law/data/cn-civil-code.json'), knownEvents);
  const agreed = event('SettlementAgreed', '2026-03-02', {
    instalments: [
      { instalment: 1, dueOn: '2026-03-31', amount: { amount: '500.00', currency: 'CNY' } },
      { instalment: 2, dueOn: '2026-05-02', amount: { amount: '500.00', currency: 'CNY' } },
    ],
  });
  const paid = event('InstalmentPaid', '2026-03-30', { instalment: 1, dueOn: '2026-03-31' });
  const facts = clockFacts([agreed, paid], { packs: [civilCode], calendar: releaseCalendar() });
  expect(facts).toMatchObject([
    { rule: 'instalment', subject: '1', state: 'stopped', stoppedLate: false, dueOn: '2026-03-31' },
    { rule: 'instalment', subject: '2', state: 'open', dueOn: '2026-05-02', effect: 'reminder', provisional: false },
  ]);
});

test('an instalment which was not paid after all is open in the run it had, and is met again on the day it is', () => {
  const civilCode = parseLawPack(readJson('law/data/cn-civil-code.json'), knownEvents);
  const law = { packs: [civilCode], calendar: releaseCalendar() };
  const agreed = event('SettlementAgreed', '2026-03-02', { instalments: [{ instalment: 1, dueOn: '2026-03-31' }] });
  const paid = (on: string) => event('InstalmentPaid', on, { instalment: 1, dueOn: '2026-03-31' });
  const reopened = event('InstalmentReopened', '2026-03-30', { instalment: 1, takesBack: paid('2026-03-30').id });
  const states = (...history: readonly HistoryEvent[]) =>
    clockFacts([agreed, ...history], law).map(({ run, state, dueOn, stoppedLate }) => [run, state, dueOn, stoppedLate]);
  const open = [agreed.id, 'open', '2026-03-31', null];
  expect(states(paid('2026-03-30'), reopened)).toEqual([open]);
  expect(states(paid('2026-03-30'), reopened, paid('2026-03-29'))).toEqual([
    [agreed.id, 'stopped', '2026-03-31', false],
  ]);
  expect(states(paid('2026-03-30'), reopened, paid('2026-04-02'))).toEqual([
    [agreed.id, 'stopped', '2026-03-31', true],
  ]);
});

test('the confirmation of a receivable has a clock of its own for each request (Order 802 Art 16)', () => {
  const { rules } = readJson('law/data/cn-order-802.json') as { rules: { id: string; subjectFrom?: string }[] };
  expect(rules.find(({ id }) => id === 'receivableConfirmation')?.subjectFrom).toBe('request');
});
