import { event, ORDER_81_STEPS, specimenLaw, specimenRule } from '../specimens/histories.js';
import { onlyClock, statusesOn } from '../specimens/readings.js';
import { type HistoryEvent, type Law } from './clock.js';

const plain = specimenLaw(specimenRule());
const only = (history: readonly HistoryEvent[], law: Law = plain) => onlyClock(history, law);
const statusOn = (day: string, history: readonly HistoryEvent[]) => statusesOn(day, history, plain);

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
