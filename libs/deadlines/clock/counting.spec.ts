import { plainDate } from '../calendar/plain-date.js';
import { event, specimenLaw, specimenRule } from '../specimens/histories.js';
import { onlyClock, statusesOn } from '../specimens/readings.js';
import { readJson, releaseCalendar } from '../specimens/release.js';
import { parseLawPack } from '../law/check-law-pack.js';
import { knownEvents } from '../law/known-events.js';
import { deriveClocks, packsFor } from './derive-clocks.js';

const plain = { pause: undefined, restart: undefined };
const order81 = {
  packs: [parseLawPack(readJson('law/data/cn-cnipa-81.json'), knownEvents)],
  calendar: releaseCalendar(),
};
const only81 = (rule: string) => ({
  ...order81,
  packs: order81.packs.map((pack) => ({ ...pack, rules: pack.rules.filter(({ id }) => id === rule) })),
});

describe('a clock counted back from a day which the event names', () => {
  const law = only81('ip.hearingNotice');
  const scheduled = (on: string, hearingOn: string) => event('HearingScheduled', on, { hearingOn });

  it('ends three working days before the hearing, the hearing day itself not counted', () => {
    const clock = onlyClock([scheduled('2026-09-14', '2026-10-13')], law);
    expect(clock).toMatchObject({ startedOn: '2026-09-14', dueOn: '2026-10-09', cautiousDueOn: '2026-10-09' });
    expect(clock.explanation).toMatchObject({
      anchor: { field: 'hearingOn', direction: 'backwards', on: '2026-10-13' },
      counted: { from: '2026-10-09', to: '2026-10-12', days: 3 },
      madeUp: [{ date: '2026-10-10' }],
      calendar: ['2026.1'],
      roll: null,
    });
    expect(clock.explanation.summary.en).toContain('3 working days before 2026-10-13');
  });

  it('is met by a notice of that day, late the day after, and late at once when scheduled too near', () => {
    const history = [scheduled('2026-09-14', '2026-10-13')];
    expect(statusesOn('2026-10-09', history, law)).toEqual([['running', 0]]);
    expect(statusesOn('2026-10-10', history, law)).toEqual([['late', -1]]);
    expect(statusesOn('2026-10-20', [...history, event('HearingNoticeServed', '2026-10-09')], law)[0]).toEqual([
      'met',
      null,
    ]);
    expect(statusesOn('2026-10-20', [...history, event('HearingNoticeServed', '2026-10-10')], law)[0]).toEqual([
      'metLate',
      null,
    ]);
    expect(statusesOn('2026-10-12', [scheduled('2026-10-12', '2026-10-13')], law)).toEqual([['late', -2]]);
  });

  it('starts anew when the hearing is put off', () => {
    const clock = onlyClock([scheduled('2026-09-14', '2026-10-13'), scheduled('2026-09-20', '2026-11-03')], law);
    expect(clock).toMatchObject({ dueOn: '2026-10-29', run: 'HearingScheduled@2026-09-20' });
  });

  it('cannot tell where the event names no day', () => {
    const clock = onlyClock([event('HearingScheduled', '2026-09-14')], law);
    expect(clock).toMatchObject({ state: 'cannotTell', dueOn: null, provisional: true });
    expect(clock.explanation.cannotTell?.en).toContain('names no day');
    expect(onlyClock([scheduled('2026-09-14', '2028-10-13')], law)).toMatchObject({ state: 'cannotTell' });
  });

  it('in calendar days rolls back, the reading without make-up days being the cautious one', () => {
    const back = specimenLaw(
      specimenRule({
        ...plain,
        ...{ unit: 'D', length: 5, roll: 'previousWorkday', anchor: { field: 'on', direction: 'backwards' } },
      }),
    );
    // 2025-09-28 is a make-up Sunday; 2025-09-27 a Saturday off.
    const clock = onlyClock([event('Filed', '2025-09-01', { on: '2025-10-03' })], back);
    expect(clock).toMatchObject({ dueOn: '2025-09-28', cautiousDueOn: '2025-09-26', provisional: false });
    expect(clock.explanation.roll).toMatchObject({ makeUpCounts: '2025-09-28', makeUpOff: '2025-09-26' });
    const saturday = onlyClock([event('Filed', '2025-09-01', { on: '2025-10-02' })], back);
    expect(saturday).toMatchObject({ dueOn: '2025-09-26', cautiousDueOn: '2025-09-26' });
    expect(saturday.explanation.skipped).toMatchObject([{ date: '2025-09-27' }]);
    const months = specimenLaw(
      specimenRule({ ...plain, unit: 'month', length: 1, anchor: { field: 'on', direction: 'backwards' } }),
    );
    expect(onlyClock([event('Filed', '2026-01-01', { on: '2026-03-31' })], months).dueOn).toBe('2026-02-28');
  });
});

describe('a clock counted on from a day which the event names', () => {
  it('runs from that day, not from the day of the event', () => {
    const clock = onlyClock(
      [event('InfringementKnown', '2026-05-01', { knownOn: '2024-02-29' })],
      only81('ip.limitation'),
    );
    // 2027-02-28 is a Sunday of a year without a notice.
    expect(clock).toMatchObject({
      startedOn: '2026-05-01',
      dueOn: '2027-03-01',
      provisional: true,
      effect: 'reminder',
    });
    expect(clock.explanation).toMatchObject({ unit: 'year', roll: { raw: '2027-02-28' }, length: { total: 3 } });
  });
});

describe('a term which the office sets case by case', () => {
  const law = only81('ip.cure');
  const told = (data: Record<string, unknown>) => onlyClock([event('DefectsTold', '2026-03-02', data)], law);

  it('is the number recorded for this case', () => {
    expect(told({ days: 15 })).toMatchObject({ dueOn: '2026-03-17', state: 'open' });
    expect(told({ days: 15 }).explanation.length).toEqual({ base: null, total: 15 });
  });

  it.each([[{}], [{ days: '15' }], [{ days: 0 }], [{ days: 1.5 }]])('cannot be told from %j', (data) => {
    expect(told(data)).toMatchObject({ state: 'cannotTell', dueOn: null });
    expect(told(data).explanation.cannotTell?.en).toContain('case by case');
  });
});

describe('a term in hours', () => {
  const law = specimenLaw(
    specimenRule({ ...plain, unit: 'hour', length: 24, hours: { days: 'working', cutOff: '17:30' } }),
  );
  const at = (type: string, time: string) => ({ ...event(type, time.slice(0, 10)), id: type, occurredAt: time });
  const filed = at('Filed', '2026-03-06T16:00:00+08:00');

  it('ends at an instant, which the fact and the explanation give', () => {
    const clock = onlyClock([filed], law);
    expect(clock).toMatchObject({ dueOn: '2026-03-09', dueAt: '2026-03-09T16:00:00+08:00', state: 'open' });
    expect(clock.explanation).toMatchObject({ dueAt: '2026-03-09T16:00:00+08:00', roll: null });
    expect(clock.explanation.summary.en).toContain('2026-03-09T16:00:00+08:00');
  });

  it('is met to the minute, and late after it', () => {
    const closed = (time: string) => onlyClock([filed, at('Closed', time)], law).stoppedLate;
    expect(closed('2026-03-09T16:00:00+08:00')).toBe(false);
    expect(closed('2026-03-09T16:01:00+08:00')).toBe(true);
    expect(
      deriveClocks([filed, at('Closed', '2026-03-09T18:00:00+08:00')], law, plainDate('2026-03-10'))[0]?.status,
    ).toBe('metLate');
    expect(statusesOn('2026-03-10', [filed], law)).toEqual([['late', -1]]);
  });

  it('cannot tell past the calendar', () => {
    expect(onlyClock([at('Filed', '2028-03-06T16:00:00+08:00')], law)).toMatchObject({
      state: 'cannotTell',
      dueAt: null,
    });
    expect(onlyClock([at('Filed', '2026-12-31T16:00:00+08:00')], law)).toMatchObject({
      provisional: true,
      dueOn: '2027-01-04',
    });
  });

  it('ends at 24:00 on the day it fills', () => {
    expect(onlyClock([at('Filed', '2026-03-07T10:00:00+08:00')], law)).toMatchObject({
      dueOn: '2026-03-09',
      dueAt: '2026-03-10T00:00:00+08:00',
    });
  });
});

describe('CNIPA Order 81 Art 37', () => {
  const law = only81('ip.close');
  const filed = event('CaseFiled', '2026-01-30', { national: false });
  const extended = (on: string, data: Record<string, unknown>) => event('HandlingExtended', on, data);

  it('closes in three months, one more by the head, then up to two by the next higher department', () => {
    expect(onlyClock([filed], law)).toMatchObject({ dueOn: '2026-04-30' });
    const once = [filed, extended('2026-04-30', { step: 'complex' })];
    expect(onlyClock(once, law)).toMatchObject({ dueOn: '2026-05-30', run: 'HandlingExtended@2026-04-30' });
    expect(onlyClock([...once, extended('2026-05-20', { step: 'veryComplex', months: 2 })], law).dueOn).toBe(
      '2026-07-30',
    );
    expect(onlyClock([...once, extended('2026-05-20', { step: 'veryComplex', months: 3 })], law).dueOn).toBe(
      '2026-05-30',
    );
    expect(onlyClock([filed, extended('2026-05-01', { step: 'complex' })], law).dueOn).toBe('2026-04-30');
    expect(onlyClock([filed, extended('2026-04-01', { step: 'veryComplex', months: 2 })], law).dueOn).toBe(
      '2026-04-30',
    );
  });

  it('takes an approval while the counting is suspended, and none by another event', () => {
    const suspended = event('HandlingPaused', '2026-02-10', { ground: 'stay' });
    const approved = extended('2026-08-01', { step: 'complex' });
    const resumed = event('HandlingResumed', '2026-08-10', { ground: 'stay' });
    const clock = onlyClock([filed, suspended, approved, resumed], law);
    expect(clock.explanation.extensions).toMatchObject([{ counts: true, dueBefore: '2026-10-28' }]);
    expect(onlyClock([filed, suspended, approved], law).explanation.extensions).toMatchObject([
      { counts: true, dueBefore: null, dueAfter: null },
    ]);
    const other = event('DefenceExtended', '2026-03-01', { step: 'complex' });
    expect(onlyClock([filed, other], law).explanation.extensions).toEqual([]);
  });

  it('tells of each approval which does not count why', () => {
    const outcome = (...events: Parameters<typeof onlyClock>[0]) =>
      onlyClock([filed, ...events], law).explanation.extensions.map(({ why, step }) => [step, why.en.split(':')[0]]);
    const first = extended('2026-03-01', { step: 'complex' });
    expect(outcome(extended('2026-03-01', { step: 'veryComplex', months: 1 }))).toEqual([
      ['veryComplex', 'not the next step of extension'],
    ]);
    expect(outcome(first, extended('2026-03-02', { step: 'complex' }))[1]).toEqual([
      ...['complex', 'not the next step of extension'],
    ]);
    const more = (months: unknown) => outcome(first, extended('2026-03-02', { step: 'veryComplex', months }))[1]?.[1];
    expect([more(3), more(0), more('two'), more(1.5)]).toEqual([
      ...['beyond the greatest length allowed', 'not longer than the term in force'],
      ...['no whole number of days is given', 'no whole number of days is given'],
    ]);
    expect(onlyClock([filed, first, extended('2026-03-02', { step: 'veryComplex' })], law).dueOn).toBe('2026-07-30');
  });

  it('leaves out what Art 37¶2 leaves out, each ground once', () => {
    const suspended = (on: string, ground: string) => event('HandlingPaused', on, { ground });
    const resumed = (on: string, ground: string) => event('HandlingResumed', on, { ground });
    const clock = onlyClock(
      [
        filed,
        suspended('2026-02-10', 'stay'),
        suspended('2026-02-15', 'testingOrAppraisal'),
        resumed('2026-02-20', 'stay'),
        resumed('2026-02-25', 'testingOrAppraisal'),
      ],
      law,
    );
    expect(clock.dueOn).toBe('2026-05-15');
    expect(onlyClock([filed, suspended('2026-02-10', 'awaitingOthers')], law).dueOn).toBe('2026-04-30');
  });
});

describe('an extension without a greatest length', () => {
  const law = only81('ip.defence');
  const served = event('RespondentServed', '2026-03-02', { noHomeInChina: false });
  const longer = (on: string, days?: number) => event('DefenceExtended', on, days === undefined ? {} : { days });

  it('adds what the panel gives, as often as it does in time, and nothing without a number', () => {
    expect(onlyClock([served], law).dueOn).toBe('2026-03-17');
    expect(onlyClock([served, longer('2026-03-10', 40)], law).dueOn).toBe('2026-04-27');
    expect(onlyClock([served, longer('2026-03-10', 10), longer('2026-03-26', 3)], law).dueOn).toBe('2026-03-30');
    const without = onlyClock([served, longer('2026-03-10')], law);
    expect(without.dueOn).toBe('2026-03-17');
    expect(without.explanation.extensions[0]?.why.en).toContain('no whole number');
  });
});

describe('a corrected fact', () => {
  const law = { ...order81, packs: packsFor('specimen', specimenLaw(specimenRule()).packs) };
  const filed = event('Filed', '2026-03-02');
  const corrected = (on: string, data: Record<string, unknown>) => event('FactCorrected', on, data);

  it('moves the date, opens no run, and shows before and after, earliest-safe and latest', () => {
    const clock = onlyClock(
      [filed, corrected('2026-03-10', { event: filed.id, occurredAt: '2026-03-05T09:00:00+08:00' })],
      law,
    );
    expect(clock).toMatchObject({ startedOn: '2026-03-05', dueOn: '2026-03-19', run: filed.id });
    expect(clock.explanation.correction).toEqual({
      dueBefore: '2026-03-16',
      dueAfter: '2026-03-19',
      earliest: '2026-03-16',
      latest: '2026-03-19',
    });
    expect(clock.explanation.runs).toHaveLength(1);
  });

  it('holds as it was last corrected, and is silent where nothing moved', () => {
    const twice = [
      corrected('2026-03-10', { event: filed.id, occurredAt: '2026-03-05T09:00:00+08:00' }),
      corrected('2026-03-11', { event: filed.id, occurredAt: '2026-03-02T23:00:00+08:00' }),
    ];
    const clock = onlyClock([filed, ...twice], law);
    expect(clock.dueOn).toBe('2026-03-16');
    expect(clock.explanation.correction).toBeNull();
    expect(onlyClock([filed], law).explanation.correction).toBeNull();
  });

  it('of a text moves no date, nor takes back what a correction of the day moved', () => {
    const day = corrected('2026-03-10', { event: filed.id, occurredAt: '2026-03-05T09:00:00+08:00' });
    const text = corrected('2026-03-11', { event: filed.id, field: 'title', was: '甲', is: '乙' });
    expect(onlyClock([filed, text], law)).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-03-16' });
    expect(onlyClock([filed, text], law).explanation.correction).toBeNull();
    expect(onlyClock([filed, day, text], law).dueOn).toBe('2026-03-19');
  });

  it('of its data is counted by, where a clock counts by that; another text changes no date', () => {
    const hearings = only81('ip.hearingNotice');
    const scheduled = event('HearingScheduled', '2026-09-14', { hearingOn: '2026-10-13', hearing: 1 });
    const reads = (field: string, is: unknown) =>
      event('FactCorrected', '2026-09-15', { event: scheduled.id, field, is });
    const due = (...corrections: readonly ReturnType<typeof event>[]) =>
      onlyClock([scheduled, ...corrections], hearings);
    expect(due(reads('hearingOn', '2026-11-03'))).toMatchObject({ dueOn: '2026-10-29', run: scheduled.id });
    expect(due(reads('hearingOn', '2026-11-03')).explanation.correction).toMatchObject({ dueBefore: '2026-10-09' });
    expect(due(reads('hearingOn', '2026-11-03'), reads('hearingOn', '2026-10-13')).dueOn).toBe('2026-10-09');
    for (const other of [
      reads('place', '2026-11-03'),
      reads('hearing', 'two'),
      reads('hearingOn', 7),
      reads('hearingOn', undefined),
    ])
      expect(due(other)).toMatchObject({ dueOn: '2026-10-09' });
    const told = event('DefectsTold', '2026-03-02', { days: 15 });
    const longer = event('FactCorrected', '2026-03-03', { event: told.id, field: 'days', was: '15', is: '20' });
    expect(onlyClock([told, longer], only81('ip.cure')).dueOn).toBe('2026-03-23');
  });

  it('of day and of data holds both', () => {
    const scheduled = event('HearingScheduled', '2026-09-14', { hearingOn: '2026-10-13' });
    const day = event('FactCorrected', '2026-09-16', { event: scheduled.id, occurredAt: '2026-09-10T00:00:00+08:00' });
    const hearing = event('FactCorrected', '2026-09-17', { event: scheduled.id, field: 'hearingOn', is: '2026-11-03' });
    const clock = onlyClock([scheduled, day, hearing], only81('ip.hearingNotice'));
    expect(clock).toMatchObject({ startedOn: '2026-09-10', dueOn: '2026-10-29' });
  });

  it('which is not on the file corrects nothing', () => {
    const clock = onlyClock([filed, corrected('2026-03-10', { event: 'another', field: 'x', is: 'y' })], law);
    expect(clock.dueOn).toBe('2026-03-16');
  });

  it('may turn a late stop into one in time', () => {
    const closed = event('Closed', '2026-03-20');
    expect(onlyClock([filed, closed], law).stoppedLate).toBe(true);
    const fact = onlyClock(
      [filed, closed, corrected('2026-04-01', { event: closed.id, occurredAt: '2026-03-16T17:00:00+08:00' })],
      law,
    );
    expect(fact).toMatchObject({ stoppedLate: false, stoppedOn: '2026-03-16' });
  });
});
