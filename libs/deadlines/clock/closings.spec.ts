import { event, specimenLaw, specimenRule } from '../specimens/histories.js';
import { onlyClock, statusesOn } from '../specimens/readings.js';
import { clockFacts } from './derive-clocks.js';

const law = specimenLaw(specimenRule({ endedBy: [{ event: 'Withdrawn' }] }));
const filed = event('Filed', '2026-03-02');
const only = (...history: Parameters<typeof onlyClock>[0]) => onlyClock(history, law);
const reopened = event('CaseReopened', '2026-05-06');

describe('the closing of a case', () => {
  it.each([
    ...['HandlingTerminated', 'CaseMerged', 'HandedToPlatform', 'ClaimWithdrawn'],
    ...['ComplaintWithdrawn', 'RequestWithdrawn', 'CaseCancelled', 'ReferredToBody'],
  ])('by %s ends a clock whose pack does not name it', (closing) => {
    expect(only(filed, event(closing, '2026-03-05'))).toMatchObject({
      ...{ state: 'ended', endedOn: '2026-03-05', endedLate: false, dueOn: '2026-03-16' },
    });
  });

  it('is late on the day after the last, and leaves alone what stopped before', () => {
    const states = (...history: Parameters<typeof onlyClock>[0]) => statusesOn('2026-12-01', history, law);
    expect(states(filed, event('CaseMerged', '2026-03-16'))).toEqual([['ended', null]]);
    expect(states(filed, event('CaseMerged', '2026-03-17'))).toEqual([['endedLate', null]]);
    expect(states(filed, event('Closed', '2026-03-05'), event('CaseMerged', '2026-03-17'))).toEqual([['met', null]]);
  });

  it('is a stop where the pack says so', () => {
    const stops = specimenLaw(specimenRule({ stop: { event: 'CaseMerged' } }));
    expect(onlyClock([filed, event('CaseMerged', '2026-03-05')], stops).state).toBe('stopped');
  });

  it('ends a paused clock in time, and one not to be told neither in time nor late', () => {
    const paused = event('Paused', '2026-03-04', { ground: 'x' });
    expect(only(filed, paused, event('CaseMerged', '2026-06-01'))).toMatchObject({ state: 'ended', endedLate: false });
    const off = specimenLaw(specimenRule({ status: 'unconfirmed', active: false, length: null }));
    expect(onlyClock([filed, event('CaseMerged', '2026-06-01')], off)).toMatchObject({
      ...{ state: 'ended', endedLate: null },
    });
    expect(only(filed)).toMatchObject({ endedLate: null, stoppedLate: null });
  });
});

describe('the reopening of a case', () => {
  it('gives the clock which the closing ended its full term anew, in a run of its own', () => {
    const facts = clockFacts([filed, event('ClaimWithdrawn', '2026-03-05'), reopened], law);
    expect(facts.map(({ state, dueOn, run }) => [state, dueOn, run])).toEqual([
      ['ended', '2026-03-16', filed.id],
      ['open', '2026-05-19', reopened.id],
    ]);
    expect(facts[1]?.explanation.runs[0]?.openedBy).toBe('reopening');
  });

  it('opens no clock which had stopped, was ended by its own rule, or had not begun', () => {
    expect(only(filed, event('Closed', '2026-03-05'), reopened).state).toBe('stopped');
    expect(only(filed, event('Withdrawn', '2026-03-05'), reopened).state).toBe('ended');
    expect(clockFacts([reopened], law)).toEqual([]);
    expect(only(filed, reopened)).toMatchObject({ state: 'open', dueOn: '2026-03-16', run: filed.id });
  });

  it('takes the version in force on its day, else the one it had', () => {
    const closing = event('CaseMerged', '2026-03-05');
    const revised = specimenLaw(
      specimenRule({ validTo: '2026-03-31' }),
      specimenRule({ validFrom: '2026-04-01', length: 5 }),
    );
    expect(clockFacts([filed, closing, reopened], revised)[1]?.dueOn).toBe('2026-05-12');
    const lapsed = specimenLaw(specimenRule({ validTo: '2026-03-31' }));
    expect(clockFacts([filed, closing, reopened], lapsed)[1]?.dueOn).toBe('2026-05-19');
  });

  it('reopens nothing that is counted from a day which only the opening event names', () => {
    const anchored = specimenLaw(specimenRule({ anchor: { field: 'on', direction: 'forwards' } }));
    const history = [event('Filed', '2026-03-02', { on: '2026-03-04' }), event('CaseMerged', '2026-03-05'), reopened];
    expect(clockFacts(history, anchored)).toHaveLength(1);
  });
});

describe('what took effect in time and was recorded only after the due date', () => {
  const late = (history: Parameters<typeof onlyClock>[0], under = law) =>
    onlyClock(history, under).explanation.recordedAfterDue.map(({ type, on, recordedOn }) => [type, on, recordedOn]);
  const backdated = (type: string, on: string, recorded: string, data = {}) => event(type, on, data, recorded);

  it('is marked: the stop, the end', () => {
    expect(late([filed, backdated('Closed', '2026-03-16', '2026-03-17')])).toEqual([
      ['Closed', '2026-03-16', '2026-03-17'],
    ]);
    expect(late([filed, backdated('Withdrawn', '2026-03-04', '2026-04-01')])).toEqual([
      ['Withdrawn', '2026-03-04', '2026-04-01'],
    ]);
    const { summary } = only(filed, backdated('Closed', '2026-03-16', '2026-03-17')).explanation;
    expect(summary.en).toContain('what took effect on 2026-03-16 was recorded on 2026-03-17, after the due date');
    expect(summary.zh).toContain('2026-03-16的事项2026-03-17才登记，登记时期限已届满');
  });

  it('is not marked where it was recorded in time, or took effect late', () => {
    expect(late([filed, backdated('Closed', '2026-03-10', '2026-03-16')])).toEqual([]);
    expect(late([filed, backdated('Closed', '2026-03-17', '2026-03-20')])).toEqual([]);
    expect(late([filed])).toEqual([]);
  });

  it('is marked of a pause against the date with it, and of an extension against the date before it', () => {
    const pause = [
      backdated('Paused', '2026-03-04', '2026-03-20', { ground: 'x' }),
      backdated('Resumed', '2026-03-06', '2026-03-20', { ground: 'x' }),
    ];
    expect(late([filed, ...pause])).toEqual([
      ['Paused', '2026-03-04', '2026-03-20'],
      ['Resumed', '2026-03-06', '2026-03-20'],
    ]);
    const step = { id: 'more', by: { event: 'Extended' }, addN: 10, approver: TEXT, condition: TEXT, citation: CITED };
    const extended = specimenLaw(specimenRule({ extension: [step] }));
    expect(late([filed, backdated('Extended', '2026-03-16', '2026-03-17')], extended)).toEqual([
      ['Extended', '2026-03-16', '2026-03-17'],
    ]);
    expect(late([filed, backdated('Extended', '2026-03-12', '2026-03-16')], extended)).toEqual([]);
  });
});

const TEXT = { zh: '条文', en: 'the text' };
const CITED = { instrument: TEXT, article: '37', text: TEXT };
