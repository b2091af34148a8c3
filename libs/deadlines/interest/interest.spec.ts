import fc from 'fast-check';
import { addDays, addMonths, type PlainDate, plainDate } from '../calendar/plain-date.js';
import { debt, fixed, releaseLpr } from '../specimens/interest.js';
import { releaseCalendar } from '../specimens/release.js';
import { calculateInterest } from './calculate-interest.js';
import { InterestRefused } from './exact.js';
import { fixedCompensation } from './fixed-compensation.js';
import { type InterestInput, type RateBasis } from './interest.js';

const lpr = releaseLpr();
const calendar = releaseCalendar();
const date = plainDate;
const sheetOf = (fields: Partial<InterestInput>) => calculateInterest(debt(fields), lpr, calendar);
const statutory = (fields: Partial<Extract<RateBasis, { kind: 'statutory' }>> = {}): RateBasis => ({
  kind: 'statutory',
  temporalScope: 'segment',
  contractDate: null,
  before: 'none',
  ...fields,
});

describe('interest by the regulation', () => {
  it('is 0.05% a day from the day after the due date to the day of payment', () => {
    expect(sheetOf({ basis: statutory() })).toMatchObject({
      interest: '61500.00',
      principalLeft: '1000000.00',
      interestLeft: '61500.00',
      provisional: false,
      otherScope: null,
      segments: [{ days: 123, rate: '0.05', per: 'day', dayCount: 'none', multiplier: '1' }],
    });
  });

  it('takes the fall-back chosen for the days before 2020-09-01, with the multiplier for these alone', () => {
    const before = sheetOf({
      from: date('2020-08-01'),
      to: date('2020-09-10'),
      basis: statutory({ before: 'lprFloating' }),
      multiplier: '1.5',
    });
    expect(before.segments.map(({ from, rate, multiplier }) => [from, rate, multiplier])).toEqual([
      ['2020-08-01', '3.85', '1.5'],
      ['2020-08-20', '3.85', '1.5'],
      ['2020-09-01', '0.05', '1'],
    ]);
    const breach = sheetOf({
      from: date('2019-09-01'),
      to: date('2020-08-31'),
      basis: statutory({ before: 'lprAtBreach' }),
    });
    expect(breach.segments).toMatchObject([{ from: '2019-09-01', to: '2020-08-31', rate: '4.25' }]);
  });

  it('is refused as a whole, by contract date, for a contract made before, and the sheet shows both scopes', () => {
    const contract = statutory({
      temporalScope: 'contractDate',
      contractDate: date('2020-08-31'),
      before: 'lprFloating',
    });
    const sheet = sheetOf({ from: date('2020-09-01'), to: date('2020-09-30'), basis: contract });
    expect(sheet.interest).toBe('3164.38');
    expect(sheet.otherScope).toEqual({ temporalScope: 'segment', interest: '15000.00' });
    const later = statutory({ temporalScope: 'contractDate', contractDate: date('2020-09-01') });
    expect(sheetOf({ basis: later }).interest).toBe('61500.00');
  });

  it('shows the other scope of a multiplied fall-back without the multiplier, which has no part left there', () => {
    const basis = statutory({ temporalScope: 'contractDate', contractDate: date('2020-08-31'), before: 'lprFloating' });
    const sheet = sheetOf({ from: date('2020-09-01'), to: date('2020-09-30'), basis, multiplier: '1.5' });
    expect([sheet.interest, sheet.otherScope?.interest]).toEqual(['4746.58', '15000.00']);
  });

  it('needs the contract date for that scope, and takes no multiplier of its own', () => {
    expect(() => sheetOf({ basis: statutory({ temporalScope: 'contractDate' }) })).toThrow('needs the contract date');
    expect(() => sheetOf({ basis: statutory(), multiplier: '1.5' })).toThrow('0.05% a day is fixed');
  });
});

describe('an agreed rate below the LPR of the contract date', () => {
  const agreed = (fields: Partial<Extract<RateBasis, { kind: 'agreed' }>> = {}): RateBasis => ({
    kind: 'agreed',
    rate: '2',
    contractDate: date('2020-03-19'),
    temporalScope: 'segment',
    ...fields,
  });
  const across = { from: date('2020-08-01'), to: date('2020-09-30') };

  it('is lifted from 2020-09-01 on, or not at all by the date of an older contract', () => {
    const sheet = sheetOf({ ...across, basis: agreed() });
    expect(sheet.segments.map(({ from, rate }) => [from, rate])).toEqual([
      ['2020-08-01', '2'],
      ['2020-09-01', '4.05'],
    ]);
    expect(sheet.segments[0]?.rateSource.en).toContain('without its floor');
    const other = sheetOf({ ...across, basis: agreed({ temporalScope: 'contractDate' }) });
    expect(other.segments).toMatchObject([{ from: '2020-08-01', to: '2020-09-30', rate: '2' }]);
    expect(sheet.otherScope).toEqual({ temporalScope: 'contractDate', interest: other.interest });
    expect(other.otherScope).toEqual({ temporalScope: 'segment', interest: sheet.interest });
  });

  it('needs no LPR where the regulation does not apply', () => {
    const old = { contractDate: date('2018-01-01') };
    const sheet = sheetOf({ ...across, basis: agreed({ ...old, temporalScope: 'contractDate' }) });
    expect([sheet.segments.length, sheet.otherScope]).toEqual([1, null]);
    expect(sheetOf({ from: date('2020-01-01'), to: date('2020-08-31'), basis: agreed(old) }).segments).toHaveLength(1);
    expect(() => sheetOf({ ...across, basis: agreed(old) })).toThrow('there is no LPR on 2018-01-01');
  });

  it('is provisional where the LPR of the contract date is not verified, lifted or not', () => {
    const late = { from: date('2026-11-01'), to: date('2026-11-20') };
    const floor = (contractDate: string, rate: string) =>
      sheetOf({ ...late, basis: agreed({ contractDate: date(contractDate), rate }) });
    expect([floor('2026-10-19', '2').provisional, floor('2026-10-19', '5').provisional]).toEqual([false, false]);
    expect([floor('2026-10-20', '2').provisional, floor('2026-10-20', '5').provisional]).toEqual([true, true]);
    for (const rate of ['2', '5'])
      expect(floor('2026-10-20', rate).segments[0]?.rateSource.en).toMatch(/later publications are not verified$/);
  });
});

describe('interest by the LPR', () => {
  it('follows each publication, or stays at the one of the contract or of the breach', () => {
    const year = { from: date('2024-07-01'), to: date('2025-06-30') };
    const floating = sheetOf({ ...year, basis: { kind: 'lprFloating' } });
    expect(new Set(floating.segments.map((segment) => segment.rate))).toEqual(new Set(['3.45', '3.35', '3.1', '3']));
    expect(floating.segments).toHaveLength(13);
    expect(sheetOf({ ...year, basis: { kind: 'lprAtBreach' } }).interest).toBe('34500.00');
    expect(sheetOf({ ...year, basis: { kind: 'lprAtContract', contractDate: date('2022-01-20') } }).interest).toBe(
      '37000.00',
    );
  });

  it('is provisional from the day on which the next publication was due', () => {
    const until = (to: string) => sheetOf({ from: date('2026-10-01'), to: date(to), basis: { kind: 'lprFloating' } });
    expect(until('2026-10-19').provisional).toBe(false);
    expect(until('2026-10-20').provisional).toBe(true);
    expect(until('2026-10-20').segments.at(-1)?.rateSource.zh).toContain('尚未核实');
    expect(sheetOf({ basis: { kind: 'lprAtContract', contractDate: date('2026-11-01') } }).provisional).toBe(true);
    expect(
      sheetOf({ from: date('2026-10-19'), to: date('2026-12-31'), basis: { kind: 'lprAtBreach' } }).provisional,
    ).toBe(false);
  });

  it('does not exist before 2019-08-20', () => {
    for (const basis of [{ kind: 'lprFloating' }, { kind: 'lprAtBreach' }] as const)
      expect(() => sheetOf({ from: date('2019-08-19'), basis })).toThrow(
        'there is no LPR on 2019-08-19: the first was published on 2019-08-20',
      );
    expect(() =>
      sheetOf({ basis: { kind: 'agreed', rate: '5', contractDate: date('2018-01-01'), temporalScope: 'segment' } }),
    ).toThrow(InterestRefused);
  });
});

describe('the day count', () => {
  const half = { from: date('2023-09-01'), to: date('2024-02-29'), basis: fixed('3.45') };

  it.each([
    ['365', true, '17202.74'],
    ['365', false, '17108.22'],
    ['360', true, '17441.67'],
    ['360', false, '17345.83'],
    ['months', true, '17250.00'],
    ['months', false, '17058.33'],
    ['actual', true, '17187.24'],
    ['actual', false, '17092.98'],
  ] as const)('by %s, last day counted: %s, gives %s', (dayCount, endInclusive, interest) => {
    expect(sheetOf({ ...half, dayCount, endInclusive }).interest).toBe(interest);
  });

  it('by actual days splits at the turn into and out of a leap year', () => {
    const segments = sheetOf({ from: date('2023-12-30'), to: date('2025-01-02'), dayCount: 'actual' }).segments;
    expect(segments.map(({ from, days }) => [from, days])).toEqual([
      ['2023-12-30', 2],
      ['2024-01-01', 366],
      ['2025-01-01', 2],
    ]);
    expect(segments[1]?.interest).toBe('36500.00');
  });

  it('matters nothing to a rate a day', () => {
    for (const dayCount of ['365', '360', 'actual', 'months'] as const)
      expect(sheetOf({ basis: statutory(), dayCount }).interest).toBe('61500.00');
  });
});

describe('part payments', () => {
  const basis = fixed('0.05', 'day');
  const payments = [{ on: date('2025-09-09'), amount: '105000' }];

  it('go to interest first, then to principal, and lower the balance from the day after', () => {
    expect(sheetOf({ basis, payments })).toMatchObject({
      interest: '55850.00',
      principalLeft: '900000.00',
      interestLeft: '50850.00',
      segments: [
        { to: '2025-09-09', days: 10, interest: '5000.00' },
        { from: '2025-09-10', principal: '900000.00' },
      ],
    });
  });

  it('or to principal first', () => {
    expect(sheetOf({ basis, payments, allocation: 'principalFirst' })).toMatchObject({
      principalLeft: '895000.00',
      interest: '55567.50',
    });
  });

  it('on the last day end the debt, and before the first lower what it begins with', () => {
    expect(sheetOf({ basis, payments: [{ on: date('2025-12-31'), amount: '1061500' }] })).toMatchObject({
      interest: '61500.00',
      principalLeft: '0.00',
      interestLeft: '0.00',
    });
    expect(sheetOf({ basis, payments: [{ on: date('2025-08-30'), amount: '500000' }] }).interest).toBe('30750.00');
    expect(sheetOf({ basis, payments: [{ on: date('2026-01-01'), amount: '500000' }] }).principalLeft).toBe(
      '1000000.00',
    );
  });

  it('on a last day which bears no interest still lower what is left', () => {
    const paid = { basis, endInclusive: false, payments: [{ on: date('2025-12-31'), amount: '61000' }] };
    expect(sheetOf(paid)).toMatchObject({ interest: '61000.00', principalLeft: '1000000.00', interestLeft: '0.00' });
    const none = sheetOf({ ...paid, to: date('2025-08-31'), payments: [{ on: date('2025-08-31'), amount: '5' }] });
    expect(none).toMatchObject({ interest: '0.00', principalLeft: '999995.00' });
  });

  it('are taken in the order of their days, and beyond the debt change nothing more', () => {
    const two = [
      { on: date('2025-10-01'), amount: '2000000' },
      { on: date('2025-09-09'), amount: '105000' },
    ];
    expect(sheetOf({ basis, payments: two })).toMatchObject({ principalLeft: '0.00', interestLeft: '0.00' });
    expect(sheetOf({ basis, payments: two }).segments.map((segment) => segment.principal)).toEqual([
      '1000000.00',
      '900000.00',
      '0.00',
    ]);
  });
});

describe('other regimes', () => {
  it('EU and UK: a reference rate for each half year plus 8 points', () => {
    const references = [
      { from: date('2026-01-01'), rate: '2.15' },
      { from: date('2026-07-01'), rate: '2.40' },
    ];
    const sheet = sheetOf({
      currency: 'EUR',
      principal: '36500',
      from: date('2026-06-21'),
      to: date('2026-07-10'),
      basis: { kind: 'halfYearly', references, points: '8' },
    });
    expect(sheet.segments.map(({ rate, interest }) => [rate, interest])).toEqual([
      ['10.15', '101.50'],
      ['10.4', '104.00'],
    ]);
    expect(() => sheetOf({ from: date('2025-12-31'), basis: { kind: 'halfYearly', references, points: '8' } })).toThrow(
      'no reference rate is given for 2025-12-31',
    );
  });

  it('India: three times the bank rate, compound with monthly rests', () => {
    const india = {
      currency: 'INR',
      basis: fixed('4'),
      multiplier: '3',
      compounding: 'monthly' as const,
      principal: '100000',
    };
    expect(sheetOf({ ...india, from: date('2025-01-31'), to: date('2025-04-30'), endInclusive: false }).interest).toBe(
      '3030.10',
    );
    const broken = sheetOf({ ...india, from: date('2025-01-31'), to: date('2025-05-10'), endInclusive: false });
    expect(broken.segments.map(({ from, principal }) => [from, principal])).toEqual([
      ['2025-01-31', '100000.00'],
      ['2025-02-28', '101000.00'],
      ['2025-03-31', '102010.00'],
      ['2025-04-30', '103030.10'],
    ]);
    expect(broken.segments.at(-1)?.interest).toBe('338.73');
  });

  it('fixed sums by tiers', () => {
    const uk = [
      { upTo: '999.99', sum: '40' },
      { upTo: '9999.99', sum: '70' },
      { upTo: null, sum: '100' },
    ];
    expect(['999.99', '1000', '9999.99', '10000'].map((sum) => fixedCompensation(sum, uk))).toEqual([
      '40.00',
      '70.00',
      '70.00',
      '100.00',
    ]);
    expect(fixedCompensation('50', [{ upTo: '40', sum: '1' }])).toBe('0.00');
  });
});

describe('any sheet', () => {
  it('names the field at fault', () => {
    expect(() => sheetOf({ principal: '1e6' })).toThrow('principal is no decimal number');
    expect(() => sheetOf({ principal: '-1' })).toThrow(InterestRefused);
    expect(() => sheetOf({ payments: [{ on: date('2025-09-01'), amount: '1,000' }] })).toThrow(
      'payment is no decimal number',
    );
    expect(() => sheetOf({ to: date('2025-08-01') })).toThrow(
      'the period ends on 2025-08-01, before it begins on 2025-08-31',
    );
  });

  it('may be of no day at all', () => {
    expect(sheetOf({ to: date('2025-08-31'), endInclusive: false })).toMatchObject({ interest: '0.00', segments: [] });
    expect(sheetOf({ to: date('2025-08-30') }).interest).toBe('0.00');
  });

  it('covers its days without gap or overlap, and its segments add up to the sum within their rounding', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays(date('2020-01-01'), offset));
    const payments = fc.array(fc.record({ on: day, amount: fc.integer({ min: 1, max: 300_000 }).map(String) }), {
      maxLength: 4,
    });
    const basis = fc.constantFrom<RateBasis>(
      fixed('3.45'),
      { kind: 'lprFloating' },
      statutory({ before: 'lprFloating' }),
    );
    fc.assert(
      fc.property(
        day,
        day,
        payments,
        basis,
        fc.constantFrom('365', '360', 'actual', 'months'),
        (a, b, paid, rates, dayCount) => {
          const [from, to] = a < b ? [a, b] : [b, a];
          const sheet = sheetOf({ from, to, payments: paid, basis: rates, dayCount });
          let next = from;
          for (const segment of sheet.segments) {
            expect(segment.from).toBe(next);
            next = addDays(segment.to, 1);
          }
          expect(next).toBe(addDays(to, 1));
          const apart = Math.abs(Number(sheet.interest) - Number(sheet.totalOfRoundedSegments));
          expect(apart).toBeLessThanOrEqual(0.005 * (sheet.segments.length + 1));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('splits a debt at any day without changing the exact sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 }), (first, second) => {
        const from = date('2021-01-01');
        const [cut, to] = [addDays(from, first), addDays(from, first + second)];
        const sum = (start: PlainDate, end: PlainDate) =>
          sheetOf({
            principal: '36500000000',
            from: start,
            to: end,
            endInclusive: false,
            basis: { kind: 'lprFloating' },
          }).interest;
        expect((Number(sum(from, cut)) + Number(sum(cut, to))).toFixed(2)).toBe(sum(from, to));
      }),
      { numRuns: 40 },
    );
    expect(addMonths(date('2024-02-29'), 12)).toBe('2025-02-28');
  });
});
