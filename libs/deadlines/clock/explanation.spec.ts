import { event, ORDER_81_STEPS, specimenLaw, specimenRule } from '../specimens/histories.js';
import { onlyClock } from '../specimens/readings.js';
import { type HistoryEvent } from './clock.js';
import { clockFacts } from './derive-clocks.js';
import { movedClocks } from './moved-clocks.js';

const plain = specimenLaw(specimenRule());
const extendable = specimenLaw(specimenRule({ unit: 'month', length: 1, extension: ORDER_81_STEPS }));
const filed = event('Filed', '2026-03-02');
const paused = (on: string, ground = 'x') => event('Paused', on, { ground });
const resumed = (on: string, ground = 'x') => event('Resumed', on, { ground });
const why = (history: readonly HistoryEvent[], law = plain) => onlyClock(history, law).explanation;

describe('the sentence which sums up a date', () => {
  it('is date, article and term where nothing else happened', () => {
    expect(why([event('Filed', '2026-03-09')], specimenLaw(specimenRule({ length: 3 }))).summary).toEqual({
      zh: '2026-03-12，示例条例第三十七条，自2026-03-09起3个工作日',
      en: '2026-03-12, Art 37 (Specimen Rules), 3 working days from 2026-03-09',
    });
  });

  it('adds up what the pauses left out, an overlap once', () => {
    const history = [
      filed,
      paused('2026-03-04'),
      paused('2026-03-05', 'y'),
      resumed('2026-03-09'),
      resumed('2026-03-10', 'y'),
    ];
    const { summary, pauses } = why(history);
    expect(summary.zh).toContain('；中止6日不计入');
    expect(summary.en).toContain('; 6 days of pause left out');
    expect(pauses.map(({ days }) => days)).toEqual([5, 1]);
  });

  it('says what is left while paused, and leaves nothing out that did not happen', () => {
    const { summary, pauses, counted, roll } = why([filed, paused('2026-03-04')]);
    expect(summary).toEqual({
      zh: '示例条例第三十七条，自2026-03-02起10个工作日；已中止，余8',
      en: 'Art 37 (Specimen Rules), 10 working days from 2026-03-02; paused with 8 left',
    });
    expect(pauses).toMatchObject([{ to: null, days: null }]);
    expect([counted, roll]).toEqual([null, null]);
    expect(why([filed, paused('2026-03-04'), event('Closed', '2026-03-10')]).pauses).toMatchObject([{ days: 6 }]);
  });

  it('tells each extension with its day and its outcome', () => {
    const history = [
      filed,
      event('Extended', '2026-03-20', { step: 'complex' }),
      event('Extended', '2026-06-01', { step: 'veryComplex' }),
    ];
    const { summary, extensions } = why(history, extendable);
    expect(summary.zh).toBe(
      '2026-05-02，示例条例第三十七条，自2026-03-02起2个月；2026-03-20批准延长：在期限届满前批准，计入期限；2026-06-01批准延长：批准时期限已届满，不改变期限',
    );
    expect(summary.en).toContain(
      'extension of 2026-06-01: approved after the due date then in force: it moves nothing',
    );
    expect(extensions.map(({ dueBefore, dueAfter }) => [dueBefore, dueAfter])).toEqual([
      ['2026-04-02', '2026-05-02'],
      ['2026-05-02', '2026-05-02'],
    ]);
  });

  it('says why nothing can be told, and no term where there is none', () => {
    const off = specimenLaw(specimenRule({ status: 'unconfirmed', active: false, length: null }));
    expect(why([filed], off).summary).toEqual({
      zh: '示例条例第三十七条；该期限未经核实，未启用，不作为依据',
      en: 'Art 37 (Specimen Rules); the number of this rule is not confirmed: it is switched off, or the operator answers for it',
    });
    const told = why([event('Filed', '2027-12-20')]);
    expect(told.summary.en).toContain(
      '; cannot be told: no published calendar covers the days needed from 2027-12-20 on',
    );
    expect(told).toMatchObject({ counted: null, calendar: [], provisional: null, roll: null });
    expect(why([event('Filed', '2026-12-18')]).summary.en).toContain('; provisional: the holiday notice for 2027');
  });

  it('names neighbouring days as one span', () => {
    expect(why([event('Filed', '2026-02-13')]).summary.en).toContain(
      'skipped 2026-02-15 to 2026-02-23, 2026-03-01; 2026-02-14 and 2026-02-28 counted as make-up days',
    );
  });
});

describe('the parts of an explanation', () => {
  it('name what stopped or ended it, and say when that was learned only where it was later', () => {
    const closed = why([filed, event('Closed', '2026-03-05')]);
    expect(closed.stop).toEqual({ event: 'Closed@2026-03-05', type: 'Closed', on: '2026-03-05', recordedOn: null });
    expect([closed.ended, closed.pauses, closed.designChoices]).toEqual([null, [], []]);
    const ended = why([filed, event('Withdrawn', '2026-03-05', {}, '2026-03-06')]);
    expect(ended.ended).toMatchObject({ type: 'Withdrawn', recordedOn: '2026-03-06' });
    expect(ended.stop).toBeNull();
  });

  it('list the runs in the order in which they were opened, whatever opened them', () => {
    const history = [
      filed,
      event('Extended', '2026-03-04', { step: 'complex' }),
      paused('2026-03-06'),
      resumed('2026-03-10'),
      event('Extended', '2026-03-12', { step: 'veryComplex', months: 1 }),
      paused('2026-03-16'),
      resumed('2026-03-18'),
    ];
    expect(why(history, extendable).runs.map(({ openedBy, on }) => [openedBy, on])).toEqual([
      ['start', '2026-03-02'],
      ['extension', '2026-03-04'],
      ['resumption', '2026-03-10'],
      ['extension', '2026-03-12'],
      ['resumption', '2026-03-18'],
    ]);
    const sameDay = [
      filed,
      paused('2026-03-06'),
      resumed('2026-03-10'),
      event('Extended', '2026-03-10', { step: 'complex' }),
    ];
    expect(onlyClock(sameDay, extendable).run).toBe('Extended@2026-03-10');
    const [first, pause, end, extension] = sameDay as [HistoryEvent, HistoryEvent, HistoryEvent, HistoryEvent];
    expect(onlyClock([first, pause, extension, end], extendable).run).toBe('Resumed@2026-03-10');
  });

  it('count calendar days as such over a pause', () => {
    const days = specimenLaw(specimenRule({ unit: 'D', length: 30 }));
    const { counted, calendar, roll } = why([filed, paused('2026-03-04'), resumed('2026-03-09')], days);
    expect(counted).toEqual({ from: '2026-03-03', to: '2026-04-06', days: 30 });
    expect(calendar).toEqual(['2026.1']);
    expect(roll).toMatchObject({ raw: '2026-04-06', makeUpCounts: '2026-04-07', provisional: false });
  });

  it('skip nothing beside a last day which does not roll, and what was rolled over beside one which does', () => {
    const days = (roll: string) => specimenLaw(specimenRule({ unit: 'D', length: 30, roll }));
    const received = event('Filed', '2025-09-05');
    expect(why([received], days('none')).skipped).toEqual([]);
    expect(why([received], days('nextWorkday')).skipped.map(({ date }) => date)).toEqual([
      ...['2025-10-05', '2025-10-06', '2025-10-07', '2025-10-08'],
    ]);
    expect(why([event('Filed', '2025-09-09')], days('nextWorkday')).skipped).toEqual([]);
  });

  it('say how a correction moved the date, from no date or to none', () => {
    const corrected = (occurredAt: string) => event('FactCorrected', '2028-01-05', { event: filed.id, occurredAt });
    expect(why([filed, corrected('2027-12-28T09:00:00+08:00')]).correction).toEqual({
      ...{ dueBefore: '2026-03-16', dueAfter: null, earliest: '2026-03-16', latest: '2026-03-16' },
    });
    const late = event('Filed', '2027-12-28');
    const back = event('FactCorrected', '2028-01-05', { event: late.id, occurredAt: '2026-03-02T09:00:00+08:00' });
    expect(why([late, back]).correction).toMatchObject({
      dueBefore: null,
      dueAfter: '2026-03-16',
      earliest: '2026-03-16',
    });
    const unstarted = specimenLaw(specimenRule({ validFrom: '2026-03-02' }));
    const early = event('Filed', '2026-02-27');
    const into = event('FactCorrected', '2026-03-10', { event: early.id, occurredAt: '2026-03-02T09:00:00+08:00' });
    expect(why([early, into], unstarted).correction).toMatchObject({ dueBefore: null, dueAfter: '2026-03-16' });
  });
});

describe('the days on which a rule is in force', () => {
  it('include the first and the last', () => {
    const dated = specimenLaw(specimenRule({ validFrom: '2026-03-02', validTo: '2026-03-04' }));
    const exists = (on: string) => clockFacts([event('Filed', on)], dated).length;
    expect(['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'].map(exists)).toEqual([0, 1, 1, 0]);
  });

  it('a restart opens a clock again which had stopped', () => {
    const facts = clockFacts([filed, event('Closed', '2026-03-05'), event('PartyAdded', '2026-03-10')], plain);
    expect(facts.map(({ state, dueOn, explanation }) => [state, dueOn, explanation.runs[0]?.openedBy])).toEqual([
      ['stopped', '2026-03-16', 'start'],
      ['open', '2026-03-24', 'reopening'],
    ]);
  });
});

describe('what new law moves', () => {
  const moved = (before: object, after: object, ...more: readonly HistoryEvent[]) =>
    movedClocks([filed, ...more], specimenLaw(specimenRule({ ...before })), specimenLaw(specimenRule({ ...after })));

  it('is a clock paused under the one and due under the other', () => {
    expect(moved({}, { pause: undefined }, paused('2026-03-04'))).toMatchObject([
      { dueBefore: null, dueAfter: '2026-03-16' },
    ]);
  });

  it('is the cautious reading alone, where that alone changes', () => {
    const back = { pause: undefined, unit: 'D', length: 5, anchor: { field: 'on', direction: 'backwards' } };
    const start = event('Filed', '2025-09-01', { on: '2025-10-03' });
    const law = (roll: string) => specimenLaw(specimenRule({ ...back, roll }));
    expect(movedClocks([start], law('none'), law('previousWorkday'))).toMatchObject([
      { dueBefore: '2025-09-28', dueAfter: '2025-09-28' },
    ]);
  });

  it('is no more than certain where a clock begins or ceases', () => {
    const none = specimenLaw();
    expect(movedClocks([filed], none, plain)[0]).toMatchObject({ provisionalBefore: false, provisionalAfter: false });
    expect(movedClocks([filed], plain, none)[0]).toMatchObject({ provisionalBefore: false, provisionalAfter: false });
    const adopted = specimenLaw(specimenRule({ status: 'unconfirmed', effect: 'serviceNorm' }));
    expect(movedClocks([filed], adopted, none)[0]).toMatchObject({ provisionalBefore: true, provisionalAfter: false });
  });
});
