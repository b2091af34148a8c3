import { type PlainDate } from '../calendar/plain-date.js';
import { event, ORDER_81_STEPS, specimenLaw, specimenRule } from '../specimens/histories.js';
import { onlyClock } from '../specimens/readings.js';
import { releaseLaw } from '../specimens/release.js';
import { type ClockFact, type HistoryEvent, type Law } from './clock.js';
import { clockFacts, deriveClocks, packsFor } from './derive-clocks.js';

const law = releaseLaw();
const accepted = event('FormallyAccepted', '2025-09-26');
const plain = specimenLaw(specimenRule());
const only = (history: readonly HistoryEvent[], law: Law = plain) => onlyClock(history, law);

describe('restart and reopening', () => {
  it('give the full term anew from the restart, and forget the extensions before it', () => {
    const months = specimenLaw(specimenRule({ unit: 'month', length: 3, extension: ORDER_81_STEPS }));
    const history = [
      event('Filed', '2026-01-05'),
      event('Extended', '2026-02-01', { step: 'complex' }),
      event('PartyAdded', '2026-03-10'),
    ];
    expect(only(history, months)).toMatchObject({
      startedOn: '2026-03-10',
      dueOn: '2026-06-10',
      run: 'PartyAdded@2026-03-10',
    });
  });

  it('keep the closed period beside the reopened one, which has a run of its own', () => {
    const facts = clockFacts(
      [event('Filed', '2026-03-02'), event('Closed', '2026-03-05'), event('Filed', '2026-04-01')],
      plain,
    );
    expect(facts.map((fact) => [fact.state, fact.run])).toEqual([
      ['stopped', 'Filed@2026-03-02'],
      ['open', 'Filed@2026-04-01'],
    ]);
    expect(facts[1]?.explanation.runs).toEqual([{ run: 'Filed@2026-04-01', openedBy: 'reopening', on: '2026-04-01' }]);
  });

  it('take the version in force on the day of the restart', () => {
    const revised = specimenLaw(
      specimenRule({ validTo: '2026-03-31' }),
      specimenRule({ validFrom: '2026-04-01', length: 5 }),
    );
    expect(only([event('Filed', '2026-03-30')], revised).explanation.length.base).toBe(10);
    expect(only([event('Filed', '2026-03-30'), event('PartyAdded', '2026-04-07')], revised).dueOn).toBe('2026-04-14');
  });

  it('are nothing before the start', () => {
    expect(clockFacts([event('PartyAdded', '2026-03-02')], plain)).toEqual([]);
  });

  it('do not happen by a second start while the clock runs', () => {
    expect(only([event('Filed', '2026-03-02'), event('Filed', '2026-03-09')]).startedOn).toBe('2026-03-02');
  });
});

describe('the order of events', () => {
  it('is that of the days they took effect, whatever the order in which they were recorded', () => {
    const history = [event('Closed', '2026-03-05'), event('Filed', '2026-03-02', {}, '2026-03-06')];
    expect(only(history)).toMatchObject({ state: 'stopped', stoppedOn: '2026-03-05' });
  });

  it('is that of recording within a day: a backdated act at midnight still answers the one before it', () => {
    const filed = event('Filed', '2026-03-02');
    const closed = { ...event('Closed', '2026-03-02'), occurredAt: '2026-03-02T00:00:00+08:00' };
    expect(only([filed, closed]).state).toBe('stopped');
  });
});

describe('a clock read at a time, as then known', () => {
  const filed = event('Filed', '2020-01-20');
  const known = (at: string, history: readonly HistoryEvent[] = [filed]) =>
    clockFacts(
      history.filter(({ recordedAt }) => recordedAt <= at),
      { ...plain, calendar: plain.calendar.knownAt(at, 'notice') },
    )[0];

  it('is due by the notices of that day: before and after the second one of 2020', () => {
    expect(known('2020-01-26T12:00:00+08:00')).toMatchObject({ dueOn: '2020-02-07', provisional: false });
    expect(known('2020-01-27T12:00:00+08:00')).toMatchObject({ dueOn: '2020-02-11', provisional: false });
    expect(known('2020-01-27T12:00:00+08:00')?.explanation.calendar).toEqual(['2020.5']);
    expect(known('2020-01-27T12:00:00+08:00')?.run).toBe(known('2020-01-26T12:00:00+08:00')?.run);
  });

  it('knows nothing of what was recorded later, however early it took effect', () => {
    const closed = event('Closed', '2020-02-03', {}, '2020-02-20');
    expect(known('2020-02-19T12:00:00+08:00', [filed, closed])?.state).toBe('open');
    expect(known('2020-02-21T12:00:00+08:00', [filed, closed])).toMatchObject({ state: 'stopped', stoppedLate: false });
  });
});

describe('a rule whose number is not confirmed', () => {
  it('cannot tell while it is switched off, and is provisional as the norm of an operator who adopts it', () => {
    const off = specimenLaw(specimenRule({ status: 'unconfirmed', active: false, length: null }));
    expect(only([event('Filed', '2026-03-02')], off)).toMatchObject({
      state: 'cannotTell',
      dueOn: null,
      provisional: true,
      mark: 'unconfirmed',
    });
    expect(only([event('Filed', '2026-03-02')], off).explanation.cannotTell?.en).toContain('not confirmed');
    const adopted = specimenLaw(specimenRule({ status: 'unconfirmed', effect: 'serviceNorm' }));
    expect(only([event('Filed', '2026-03-02')], adopted)).toMatchObject({
      state: 'open',
      dueOn: '2026-03-16',
      provisional: true,
    });
    expect(only([event('Filed', '2026-03-02')], adopted).explanation.provisional?.en).toContain('not confirmed');
  });
});

describe('a rule that rolls', () => {
  const rolling = specimenLaw(specimenRule({ unit: 'D', length: 30, roll: 'nextWorkday' }));

  it('ends on the first working day, shows both readings and warns by the earlier', () => {
    const fact = only([event('Filed', '2025-09-05')], rolling);
    expect(fact).toMatchObject({ dueOn: '2025-10-09', cautiousDueOn: '2025-10-09', provisional: false });
    expect(fact.explanation.skipped).toHaveLength(4);
    expect(fact.explanation.calendar).toEqual(['2025.1']);
  });

  it('is provisional where the roll falls in a year without a notice, and keeps a safe day where no calendar serves', () => {
    expect(only([event('Filed', '2027-01-06')], rolling)).toMatchObject({ dueOn: '2027-02-09', provisional: true });
    expect(only([event('Filed', '2027-12-10')], rolling)).toMatchObject({
      state: 'cannotTell',
      dueOn: null,
      cautiousDueOn: '2028-01-09',
    });
  });

  it('is not provisional in 2027 when it does not roll', () => {
    expect(only([event('MaterialsReceived', '2027-01-06')], law)).toMatchObject({
      dueOn: '2027-02-05',
      provisional: false,
    });
  });
});

describe('the packs of one case kind', () => {
  it('hold its rules alone', () => {
    expect(packsFor('overduePayment', law.packs).flatMap((pack) => pack.rules.map((rule) => rule.id))).toEqual([
      'transfer',
      'result',
      'receivableConfirmation',
    ]);
    expect(packsFor('complaint', law.packs)).toEqual([]);
    expect(clockFacts([accepted], { ...law, packs: [] })).toEqual([]);
  });
});

describe('the explanation', () => {
  it('is plain JSON, the same text for the same history, and names article, version, days and notices', () => {
    const explanation = only([accepted], law).explanation;
    expect(JSON.stringify(only([accepted], releaseLaw()).explanation)).toBe(JSON.stringify(explanation));
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explanation.law).toMatchObject({
      pack: 'CN-ORDER-802',
      packVersion: 3,
      article: '25¶1',
      validFrom: '2025-06-01',
      validTo: null,
      mark: 'confirmed',
    });
    expect(explanation.counted).toEqual({ from: '2025-09-27', to: '2025-10-16', days: 10 });
    expect(explanation.madeUp.map((day) => day.date)).toEqual(['2025-09-28', '2025-10-11']);
    expect(explanation.skipped.filter((day) => day.source !== null)).toHaveLength(6);
    expect(explanation.calendar).toEqual(['2025.1']);
    expect(explanation.summary.en).toBe(
      '2025-10-16, Art 25¶1 (Regulation on Ensuring Payments to SMEs (Order 802)), 10 working days from 2025-09-26; skipped 2025-09-27, 2025-10-01 to 2025-10-08, 2025-10-12; 2025-09-28 and 2025-10-11 counted as make-up days',
    );
    expect(explanation.summary.zh).toContain(
      '自2025-09-26起10个工作日；跳过2025-09-27、2025-10-01至2025-10-08、2025-10-12',
    );
  });

  it('goes with a fact into JSON, and is worked out once', () => {
    const fact = only([accepted], law);
    expect(fact.explanation).toBe(fact.explanation);
    expect((JSON.parse(JSON.stringify(fact)) as ClockFact).explanation.start.event).toBe(accepted.id);
    const clock = deriveClocks([accepted], law, '2025-10-01' as PlainDate)[0];
    expect(clock?.explanation.rule).toBe('transfer');
  });
});
