import { type PlainDate, plainDate } from '../calendar/plain-date.js';
import { event, specimenLaw, specimenRule, ORDER_81_STEPS } from '../specimens/histories.js';
import { releaseLaw } from '../specimens/release.js';
import { type ClockFact, type HistoryEvent, type Law } from './clock.js';
import { clockFacts, deriveClocks, packsFor } from './derive-clocks.js';

const law = releaseLaw();
const plain = specimenLaw(specimenRule());

function only(history: readonly HistoryEvent[], under: Law = plain): ClockFact {
  const facts = clockFacts(history, under);
  expect(facts).toHaveLength(1);
  return facts[0] as ClockFact;
}

function statusOn(day: string, history: readonly HistoryEvent[], under: Law = plain): readonly unknown[] {
  return deriveClocks(history, under, plainDate(day)).map((clock) => [clock.status, clock.daysLeft]);
}

const accepted = event('FormallyAccepted', '2025-09-26');
const received = event('MaterialsReceived', '2025-09-05');
const issued = event('ResultIssued', '2025-09-20');
const fedBack = (to: string, day: string) => event('ResultFedBack', day, { to });

describe('Order 802: transfer within 10 working days of formal acceptance', () => {
  it('is due on 2025-10-16 when accepted on 2025-09-26', () => {
    expect(only([accepted], law)).toMatchObject({
      rule: 'transfer',
      pack: 'CN-ORDER-802',
      state: 'open',
      startedOn: '2025-09-26',
      dueOn: '2025-10-16',
      cautiousDueOn: '2025-10-16',
      run: accepted.id,
      effect: 'statutory',
      mark: 'confirmed',
      provisional: false,
      subject: 'case',
    });
  });

  it('runs to the end of its last day, is late the day after, and counts working days left and over', () => {
    expect(statusOn('2025-09-26', [accepted], law)).toEqual([['running', 10]]);
    expect(statusOn('2025-10-15', [accepted], law)).toEqual([['running', 1]]);
    expect(statusOn('2025-10-16', [accepted], law)).toEqual([['running', 0]]);
    expect(statusOn('2025-10-17', [accepted], law)).toEqual([['late', -1]]);
    expect(statusOn('2025-10-20', [accepted], law)).toEqual([['late', -2]]);
  });

  it('is met by the transfer on the last day, and met late the day after', () => {
    expect(statusOn('2025-12-01', [accepted, event('Transferred', '2025-10-16')], law)).toEqual([['met', null]]);
    expect(statusOn('2025-12-01', [accepted, event('Transferred', '2025-10-17')], law)).toEqual([['metLate', null]]);
  });

  it('is neither met nor late once the claim is withdrawn or handling terminated, be it after the due date', () => {
    expect(statusOn('2025-12-01', [accepted, event('ClaimWithdrawn', '2025-10-01')], law)).toEqual([['ended', null]]);
    expect(statusOn('2025-12-01', [accepted, event('HandlingTerminated', '2025-11-01')], law)).toEqual([
      ['ended', null],
    ]);
  });

  it('does not exist where acceptance came before the regulation was in force', () => {
    expect(clockFacts([event('FormallyAccepted', '2025-05-31')], law)).toEqual([]);
    expect(only([event('FormallyAccepted', '2025-06-01')], law).startedOn).toBe('2025-06-01');
  });

  it('is provisional where the last day lies in a year without a notice', () => {
    const fact = only([event('FormallyAccepted', '2026-12-18')], law);
    expect(fact).toMatchObject({ dueOn: '2027-01-04', provisional: true, state: 'open' });
    expect(fact.explanation.provisional?.en).toContain('2027');
  });

  it('cannot tell where no calendar serves', () => {
    const fact = only([event('FormallyAccepted', '2027-12-20')], law);
    expect(fact).toMatchObject({ state: 'cannotTell', dueOn: null, cautiousDueOn: null, provisional: true });
    expect(fact.explanation.cannotTell?.zh).toContain('没有已公布的放假安排');
    expect(statusOn('2028-03-01', [event('FormallyAccepted', '2027-12-20')], law)).toEqual([['cannotTell', null]]);
  });

  it('takes the Shanghai day of an event, not the UTC day', () => {
    const late = { ...accepted, occurredAt: '2025-09-25T16:30:00Z' };
    expect(only([late], law).startedOn).toBe('2025-09-26');
  });
});

describe('Order 802: result within 30 days of receiving the materials', () => {
  it('is due 30 calendar days on, does not roll, and shows the rolled date beside it', () => {
    const fact = only([received], law);
    expect(fact).toMatchObject({ rule: 'result', dueOn: '2025-10-05', provisional: false });
    expect(fact.explanation.roll).toMatchObject({
      rule: 'none',
      raw: '2025-10-05',
      makeUpCounts: '2025-10-09',
      makeUpOff: '2025-10-09',
    });
    expect(fact.explanation.designChoices[0]?.en).toContain('design choice');
  });

  it('shows both readings of a last day on a make-up Sunday', () => {
    const fact = only([event('MaterialsReceived', '2025-08-29')], law);
    expect(fact.dueOn).toBe('2025-09-28');
    expect(fact.explanation.roll).toMatchObject({ makeUpCounts: '2025-09-28', makeUpOff: '2025-09-29' });
  });

  it('stops only when the result is issued and fed back to the complainant and to the accepting authority', () => {
    const history = [received, issued, fedBack('complainant', '2025-09-22')];
    expect(only(history, law).state).toBe('open');
    expect(only([...history, fedBack('complainant', '2025-09-23')], law).state).toBe('open');
    const done = only([...history, fedBack('acceptingAuthority', '2025-09-25')], law);
    expect(done).toMatchObject({ state: 'stopped', stoppedOn: '2025-09-25' });
    expect(done.explanation.stop?.event).toBe('ResultFedBack@2025-09-25');
  });

  it('stops in whatever order the three happen', () => {
    const history = [
      received,
      fedBack('acceptingAuthority', '2025-09-18'),
      fedBack('complainant', '2025-09-19'),
      issued,
    ];
    expect(only(history, law)).toMatchObject({ state: 'stopped', stoppedOn: '2025-09-20' });
  });

  it('is lengthened to 90 days in all, not by 90', () => {
    const extended = event('HandlingExtended', '2025-10-05', { totalDays: 90 });
    expect(only([received, extended], law)).toMatchObject({ dueOn: '2025-12-04', run: extended.id });
  });

  it('may be lengthened again up to 90 in all, each time before the due date then in force', () => {
    const to60 = event('HandlingExtended', '2025-10-01', { totalDays: 60 });
    const to90 = event('HandlingExtended', '2025-11-04', { totalDays: 90 });
    const tooLate = event('HandlingExtended', '2025-11-05', { totalDays: 90 });
    expect(only([received, to60], law).dueOn).toBe('2025-11-04');
    expect(only([received, to60, to90], law).dueOn).toBe('2025-12-04');
    expect(only([received, to60, tooLate], law)).toMatchObject({ dueOn: '2025-11-04', run: to60.id });
  });

  it.each<[string, HistoryEvent, string]>([
    [
      'approved after the due date',
      event('HandlingExtended', '2025-10-06', { totalDays: 90 }),
      'approved after the due date',
    ],
    ['beyond 90 days in all', event('HandlingExtended', '2025-10-01', { totalDays: 91 }), 'beyond the greatest length'],
    ['no longer than the term', event('HandlingExtended', '2025-10-01', { totalDays: 30 }), 'not longer'],
    ['of no whole number of days', event('HandlingExtended', '2025-10-01', { totalDays: '60' }), 'no whole number'],
  ])('records and shows an extension %s, which moves nothing', (_what, extension, why) => {
    const fact = only([received, extension], law);
    expect(fact).toMatchObject({ dueOn: '2025-10-05', run: received.id });
    expect(fact.explanation.extensions).toMatchObject([
      { counts: false, dueBefore: '2025-10-05', dueAfter: '2025-10-05', article: '25¶2' },
    ]);
    expect(fact.explanation.extensions[0]?.why.en).toContain(why);
  });

  it('grants the greatest length when the approval names none, and no further step after it', () => {
    const fact = only(
      [received, event('HandlingExtended', '2025-10-01'), event('HandlingExtended', '2025-10-02')],
      law,
    );
    expect(fact.dueOn).toBe('2025-12-04');
    expect(fact.explanation.extensions.map((extension) => extension.counts)).toEqual([true, false]);
    expect(fact.explanation.extensions[1]?.why.en).toContain('not the next step');
  });

  it('counts an extension approved in time though recorded late, and says when it was learned', () => {
    const fact = only([received, event('HandlingExtended', '2025-10-05', { totalDays: 60 }, '2025-10-20')], law);
    expect(fact.dueOn).toBe('2025-11-04');
    expect(fact.explanation.extensions[0]?.approval).toMatchObject({ on: '2025-10-05', recordedOn: '2025-10-20' });
  });
});

describe('pauses', () => {
  const filed = event('Filed', '2026-03-02');
  const closed = event('Closed', '2026-03-31');
  const paused = (day: string, ground = 'appraisal', recorded = day) => event('Paused', day, { ground }, recorded);
  const resumed = (day: string, ground = 'appraisal', recorded = day) => event('Resumed', day, { ground }, recorded);

  it('leave out the days after the pause up to and with the day of resumption', () => {
    const fact = only([filed, paused('2026-03-04'), resumed('2026-03-09')]);
    expect(only([filed]).dueOn).toBe('2026-03-16');
    expect(fact).toMatchObject({ dueOn: '2026-03-19', run: resumed('2026-03-09').id, state: 'open' });
    expect(fact.explanation.pauses).toMatchObject([{ days: 5, article: '37' }]);
    expect(fact.explanation.counted).toEqual({ from: '2026-03-03', to: '2026-03-19', days: 10 });
  });

  it('tell what is left while they go on, and no due date', () => {
    const fact = only([filed, paused('2026-03-04')]);
    expect(fact).toMatchObject({
      state: 'paused',
      dueOn: null,
      cautiousDueOn: null,
      pausedOn: '2026-03-04',
      remaining: 8,
      provisional: false,
    });
    expect(statusOn('2026-12-01', [filed, paused('2026-03-04')])).toEqual([['paused', 8]]);
    expect(fact.explanation.pauses[0]?.days).toBeNull();
  });

  it('count once where they overlap, and hold until the last ground is gone', () => {
    const overlapping = [
      filed,
      paused('2026-03-03', 'stay'),
      paused('2026-03-05'),
      resumed('2026-03-09', 'stay'),
      resumed('2026-03-11'),
    ];
    const fact = only(overlapping);
    expect(fact.dueOn).toBe(only([filed, paused('2026-03-03'), resumed('2026-03-11')]).dueOn);
    expect(fact.explanation.pauses.map((pause) => pause.days)).toEqual([6, 2]);
    expect(only(overlapping.slice(0, 4)).state).toBe('paused');
  });

  it('move nothing from the due date on: the clock stays late', () => {
    const history = [filed, paused('2026-03-16'), resumed('2026-03-25')];
    expect(only(history)).toMatchObject({ dueOn: '2026-03-16', run: filed.id });
    expect(statusOn('2026-03-20', [filed, paused('2026-03-17')])).toEqual([['late', -4]]);
  });

  it('may be recorded late and then move the date as if recorded in time', () => {
    const late = [
      filed,
      paused('2026-03-04', 'appraisal', '2026-04-01'),
      resumed('2026-03-09', 'appraisal', '2026-04-01'),
    ];
    expect(only(late).dueOn).toBe('2026-03-19');
    expect(only(late).explanation.pauses[0]?.from.recordedOn).toBe('2026-04-01');
  });

  it('end with the clock where it is closed during the pause', () => {
    const fact = only([filed, paused('2026-03-04'), closed]);
    expect(fact).toMatchObject({ state: 'stopped', stoppedOn: '2026-03-31' });
    expect(statusOn('2026-12-01', [filed, paused('2026-03-04'), closed])).toEqual([['met', null]]);
  });

  it('which began before the clock hold it from its first day', () => {
    const fact = only([paused('2026-02-25'), filed, resumed('2026-03-04')]);
    expect(fact.dueOn).toBe('2026-03-18');
    expect(fact.explanation.pauses[0]?.days).toBe(2);
  });

  it('are not ended by a resumption of another ground, nor opened twice by the same', () => {
    expect(only([filed, paused('2026-03-04'), resumed('2026-03-09', 'stay')]).state).toBe('paused');
    expect(only([filed, paused('2026-03-04'), paused('2026-03-06'), resumed('2026-03-09')]).dueOn).toBe('2026-03-19');
  });

  it('shift a term in months by the days left out', () => {
    const months = specimenLaw(specimenRule({ unit: 'month', length: 3 }));
    expect(only([event('Filed', '2025-11-30')], months).dueOn).toBe('2026-02-28');
    expect(only([event('Filed', '2025-11-30'), paused('2025-12-10'), resumed('2026-01-09')], months).dueOn).toBe(
      '2026-03-30',
    );
  });
});

describe('steps of extension that add to the term (CNIPA Order 81 Art 37)', () => {
  const order81 = specimenLaw(specimenRule({ unit: 'month', length: 3, extension: ORDER_81_STEPS }));
  const filed = event('Filed', '2026-01-31');
  const complex = event('Extended', '2026-04-30', { step: 'complex' });
  const veryComplex = (months?: number) =>
    event('Extended', '2026-05-20', { step: 'veryComplex', ...(months && { months }) });

  it('give 3, then 4, then up to 6 months, laid out from the filing', () => {
    expect(only([filed], order81).dueOn).toBe('2026-04-30');
    expect(only([filed, complex], order81).dueOn).toBe('2026-05-31');
    expect(only([filed, complex, veryComplex(1)], order81).dueOn).toBe('2026-06-30');
    expect(only([filed, complex, veryComplex()], order81)).toMatchObject({
      dueOn: '2026-07-31',
      run: veryComplex().id,
    });
  });

  it('may not be skipped, nor exceed what the step allows, nor be taken twice', () => {
    expect(only([filed, event('Extended', '2026-04-01', { step: 'veryComplex' })], order81).dueOn).toBe('2026-04-30');
    expect(only([filed, complex, veryComplex(3)], order81).dueOn).toBe('2026-05-31');
    expect(only([filed, complex, event('Extended', '2026-05-02', { step: 'complex' })], order81).dueOn).toBe(
      '2026-05-31',
    );
  });
});

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
      packVersion: 1,
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
