import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  isPlainDate,
  plainDate,
  weekday,
} from './plain-date.js';
import { dayInZone } from './zone-day.js';

const days = fc.integer({ min: -200_000, max: 200_000 });

describe('a plain date', () => {
  it('agrees with Temporal on the number, the weekday and the months of any day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const expected = Temporal.PlainDate.from('1970-01-01').add({ days: day });
        const date = dateOfDay(day);
        expect(date).toBe(expected.toString());
        expect(dayNumber(date)).toBe(day);
        expect(weekday(date)).toBe(expected.dayOfWeek % 7);
        expect(addMonths(date, months)).toBe(expected.add({ months }).toString());
      }),
    );
  });

  it('comes back when days are added and taken away again', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 5000 }), (day, n) => {
        const date = dateOfDay(day);
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('comes back over months where the day exists in both', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, months) => {
        const date = dateOfDay(day);
        const there = addMonths(date, months);
        if (there.slice(8) === date.slice(8)) expect(addMonths(there, -months)).toBe(date);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-2-1',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '2026-04-31',
    '20260401',
    '',
    '2026-04-01T00:00',
  ])('does not take %p for a date', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  it('knows the leap days of 2000 and 2024, and that 1900 and 2100 have none', () => {
    expect(['2000-02-29', '2024-02-29', '1900-02-29', '2100-02-29'].map(isPlainDate)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('refuses to leave the years 0001 to 9999', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow('outside 0001 to 9999');
    expect(() => addMonths(plainDate('0001-01-01'), -1)).toThrow('outside 0001 to 9999');
  });
});

describe('the day of an instant in a zone', () => {
  it('is the Shanghai day, before and after midnight there', () => {
    expect(dayInZone('2026-02-09T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-02-09');
    expect(dayInZone('2026-02-09T16:00:00Z', 'Asia/Shanghai')).toBe('2026-02-10');
    expect(dayInZone('2026-02-10T00:30:00+08:00', 'Asia/Shanghai')).toBe('2026-02-10');
    expect(dayInZone('2026-02-09T16:00:00.123456+00:00', 'UTC')).toBe('2026-02-09');
  });

  it('knows the summer time that China kept to 1991', () => {
    expect(dayInZone('1990-07-01T15:30:00Z', 'Asia/Shanghai')).toBe('1990-07-02');
    expect(dayInZone('1990-01-01T15:30:00Z', 'Asia/Shanghai')).toBe('1990-01-01');
  });

  it('agrees with the zone tables at any instant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: -840, max: 840 }),
        (seconds, minutes) => {
          const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
          const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
          const written = instant.toString({ timeZone: offset });
          for (const zone of ['Asia/Shanghai', 'UTC', 'Europe/London']) {
            expect(dayInZone(written, zone)).toBe(instant.toZonedDateTimeISO(zone).toPlainDate().toString());
          }
        },
      ),
    );
  });

  it('takes a plain date as it stands', () => {
    expect(dayInZone('2026-02-09', 'Asia/Shanghai')).toBe('2026-02-09');
  });

  it.each([
    '2026-02-09T10:00:00',
    '2026-02-09 10:00:00Z',
    '09.02.2026',
    '2026-02-09T25:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-02-09T10:00:00+24:00',
    '',
  ])('refuses %p: a time without an offset would be read in the zone of the machine', (text) => {
    expect(() => dayInZone(text, 'Asia/Shanghai')).toThrow(RangeError);
  });
});
