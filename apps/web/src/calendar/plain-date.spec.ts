import { daysBetween, readDate, shanghaiDay } from './plain-date.js';
import { dayOf, showDate, showDateWithWeekday, showTime } from './show-date.js';

describe('reading a date', () => {
  it.each([
    '2025-08-30',
    '20250830',
    '2025.8.30',
    '2025/8/30',
    '2025年8月30日',
    '2025 年 8 月 30 日',
    '２０２５０８３０',
    '２０２５－０８－３０',
    '  2025-8-30 ',
  ])('takes %s', (text) => {
    expect(readDate(text)).toBe('2025-08-30');
  });

  it.each(['', '2025', '2025-02-29', '2025-13-01', '30.8.2025', '8月30日', '2025-08-3O', '0025-08-30'])(
    'refuses %s',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it('knows leap days', () => {
    expect(readDate('20240229')).toBe('2024-02-29');
  });
});

describe('showing a date', () => {
  it('writes it in the language of the page, with its weekday', () => {
    expect(showDate('2025-08-30', 'zh-CN')).toBe('2025年8月30日');
    expect(showDate('2025-08-30', 'en')).toBe('30 August 2025');
    expect(showDateWithWeekday('2025-08-30', 'zh-CN')).toBe('2025年8月30日，星期六');
    expect(showDateWithWeekday('2025-08-30', 'en')).toBe('Saturday, 30 August 2025');
  });

  it('shows an instant in Shanghai, whatever zone the machine is in', () => {
    expect(showTime('2026-11-21T16:30:05.123456+00:00')).toBe('2026-11-22 00:30');
    expect(showTime('2026-11-22T00:30:05+08:00', true)).toBe('2026-11-22 00:30:05');
    expect(dayOf('2026-11-21T16:30:00+00:00')).toBe('2026-11-22');
    expect(shanghaiDay(Date.parse('2026-11-21T16:30:00Z'))).toBe('2026-11-22');
  });

  it('counts days across the end of a month', () => {
    expect(daysBetween('2026-11-22', '2026-12-02')).toBe(10);
    expect(daysBetween('2026-12-02', '2026-11-22')).toBe(-10);
  });
});
