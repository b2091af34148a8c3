import { readMoment, typedMoment } from './moment.js';

describe('a moment as people write it', () => {
  it('is a day, or a time of a day in Shanghai', () => {
    expect(readMoment('2026年6月30日')).toBe('2026-06-30');
    expect(readMoment('２０２６.６.３０　９:０５')).toBe('2026-06-30T09:05:00+08:00');
    expect(readMoment('2026-06-30 23:59')).toBe('2026-06-30T23:59:00+08:00');
  });

  it('is shown as it would be typed, in Shanghai', () => {
    expect(typedMoment('2026-06-30T06:03:59.123Z')).toBe('2026-06-30 14:03');
    expect(typedMoment('2026-06-30')).toBe('2026-06-30');
  });

  it('is none where there is no such day or time', () => {
    expect([readMoment('2026-02-30'), readMoment('2026-06-30 24:00'), readMoment('yesterday')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
