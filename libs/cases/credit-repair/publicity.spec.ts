import fc from 'fast-check';
import { market, record } from '../testing/credit-repair.js';
import { readingOf } from './publicity.js';
import { conductClasses, recordFields, recordForms, type CreditRecord } from './record.js';

const elsewhere: CreditRecord = { ...record, body: { ...record.body, place: 'elsewhere' } };
const days = (record: CreditRecord, on: string) => {
  const { requestableFrom, stopsAfter } = readingOf(record, on);
  return [requestableFrom, stopsAfter];
};

describe('months are counted by the same-numbered day, else the last of the month (Civil Code Art. 202)', () => {
  const found = (foundOn: string) => days({ ...elsewhere, foundOn }, '2026-09-10');
  test('the term ends on that day, and repair may be requested from the next', () =>
    expect(found('2026-03-10')).toEqual(['2026-06-11', '2027-03-10']));
  test('from the last of November to the last of February', () =>
    expect(found('2026-11-30')).toEqual(['2027-03-01', '2027-11-30']));
  test('from a leap day to the day before it is missing', () =>
    expect(found('2024-02-29')).toEqual(['2024-05-30', '2025-02-28']));
});

describe('what governs decides, and what is unconfirmed decides nothing', () => {
  test('O36: general, serious, minor', () => {
    const on = '2026-04-01';
    const of = (conduct: CreditRecord['class']) => days({ ...elsewhere, class: conduct, foundOn: '2026-01-15' }, on);
    expect(of('general')).toEqual(['2026-04-16', '2027-01-15']);
    expect(of('serious')).toEqual(['2027-01-16', '2029-01-15']);
    expect(of('minor')).toEqual([null, '2026-04-15']);
  });

  test('O58 was read nowhere: nothing is decided, and the assumed days are shown', () => {
    const reading = readingOf(elsewhere, '2026-03-31');
    expect([reading.requestableFrom, reading.stopsAfter]).toEqual([null, null]);
    expect(reading.readings[0]).toEqual({
      regime: 'O58',
      shown: 'shown',
      shownMark: 'unconfirmed',
      countedFrom: 'disclosure',
      countedFromMark: 'unconfirmed',
      startsOn: '2026-03-15',
      minimum: { months: 3, mark: 'unconfirmed', lastDay: '2026-06-15', active: false },
      maximum: { months: 36, mark: 'unconfirmed', lastDay: '2029-03-15', active: false },
    });
  });

  test('the market regulators’ own, from 2025-12-25', () => {
    const known = { ...market, foundOn: '2025-06-20', publishedOn: '2025-06-25' };
    expect(days(known, '2025-12-24')).toEqual(['2025-12-26', '2028-06-25']);
    expect(days(known, '2025-12-25')).toEqual(['2025-09-21', '2026-06-20']);
  });

  test('counted from a disclosure that is not known, no day is named', () => {
    const unknown = { ...market, publishedOn: null };
    const reading = readingOf(unknown, '2025-12-24');
    expect([reading.requestableFrom, reading.stopsAfter]).toEqual([null, null]);
    expect(reading.readings[0]).toMatchObject({ startsOn: null, minimum: { months: 6, lastDay: null, active: true } });
  });

  test('before any rules that were read, the Shanghai one is shown and nothing decided', () => {
    const reading = readingOf(record, '2023-01-01');
    expect(reading).toEqual({
      on: '2023-01-01',
      choice: reading.choice,
      readings: [],
      requestableFrom: null,
      stopsAfter: null,
      conflicts: [],
    });
    expect(reading.choice.governing).toBeNull();
  });
});

describe('Shanghai and national rules', () => {
  test('agree on a general penalty', () => {
    const reading = readingOf({ ...record, publishedOn: '2025-03-10', foundOn: '2025-03-10' }, '2025-09-10');
    expect(reading.readings.map(({ regime, minimum }) => [regime, minimum.lastDay])).toEqual([
      ['O58', '2025-06-10'],
      ['D22', '2025-06-10'],
      ['SHB67', '2025-06-10'],
    ]);
    expect(reading.conflicts).toEqual([{ of: 'maximum', between: ['O58', 'D22'] }]);
  });

  test('disagree on safety: both are computed, and it is flagged', () => {
    const food = { ...record, field: 'food', foundOn: '2026-01-15' } as const;
    const reading = readingOf(food, '2026-05-01');
    expect(reading.readings.map(({ regime, minimum }) => [regime, minimum.lastDay, minimum.active])).toEqual([
      ['O36', '2026-04-15', true],
      ['D22', '2026-04-15', true],
      ['SHB67', '2027-01-15', false],
    ]);
    expect(reading.conflicts).toEqual([{ of: 'minimum', between: ['O36', 'SHB67'] }]);
    expect(reading.requestableFrom).toBe('2026-04-16');
  });

  test('disagree on what is shown at all', () => {
    const warned = { ...record, form: 'warningOnly', class: 'minor' } as const;
    expect(readingOf(warned, '2026-05-01').conflicts).toEqual([{ of: 'shown', between: ['O36', 'SHB67'] }]);
  });

  test('a bound which one of them does not set contradicts nothing', () => {
    const serious = { ...record, class: 'serious' } as const;
    expect(readingOf(serious, '2026-05-01').conflicts).toEqual([{ of: 'minimum', between: ['O36', 'SHB67'] }]);
    const minor = { ...record, class: 'minor' } as const;
    expect(readingOf(minor, '2026-05-01').conflicts).toEqual([{ of: 'shown', between: ['O36', 'SHB67'] }]);
  });
});

const day = fc.date({ min: new Date('2023-05-01'), max: new Date('2029-12-31'), noInvalidDate: true });
const plain = day.map((date) => date.toISOString().slice(0, 10));

test('the minimum never lies after the maximum, and nothing decided is unconfirmed', () => {
  fc.assert(
    fc.property(
      fc.record({
        foundOn: plain,
        publishedOn: fc.option(plain),
        class: fc.constantFrom(...conductClasses),
        form: fc.constantFrom(...recordForms),
        field: fc.constantFrom(...recordFields),
        body: fc.constantFrom(record.body, market.body, elsewhere.body),
      }),
      plain,
      (changes, on) => {
        const { readings, requestableFrom, stopsAfter, choice } = readingOf({ ...record, ...changes }, on);
        for (const { regime, minimum, maximum } of readings) {
          if (minimum.lastDay && maximum.lastDay && regime !== 'S2021') {
            expect(minimum.lastDay <= maximum.lastDay).toBe(true);
          }
          expect(minimum.active).toBe(minimum.mark !== 'unconfirmed');
        }
        if (choice.governing === 'O58' || choice.governing === null) {
          expect([requestableFrom, stopsAfter]).toEqual([null, null]);
        }
      },
    ),
  );
});
