import { asKind, isPeriod, later, periodOf } from './period.js';

describe('a period of statistics', () => {
  it('is the year, quarter or month in which a day lies', () => {
    expect((['year', 'quarter', 'month'] as const).map((kind) => periodOf(kind, '2026-11-23'))).toEqual([
      '2026',
      '2026-Q4',
      '2026-11',
    ]);
  });

  it('is followed by the next of its kind, over the turn of the year', () => {
    expect([later('2026', 1), later('2026-Q4', 1), later('2026-01', -1), later('2026-Q1', -1)]).toEqual([
      '2027',
      '2027-Q1',
      '2025-12',
      '2025-Q4',
    ]);
  });

  it('becomes one of another kind about the same time', () => {
    expect([asKind('2026-05', 'quarter'), asKind('2026-Q2', 'month'), asKind('2026', 'quarter')]).toEqual([
      '2026-Q2',
      '2026-06',
      '2026-Q4',
    ]);
    expect([isPeriod('2026-13'), isPeriod('2026-Q2')]).toEqual([false, true]);
  });
});
