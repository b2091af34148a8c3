import { addDays, daysBetween, plainDate } from '../calendar/plain-date.js';
import { debt, fixed, releaseLpr } from '../specimens/interest.js';
import { readJson, releaseCalendar } from '../specimens/release.js';
import { calculateInterest } from './calculate-interest.js';
import { checkClaim } from './check-claim.js';
import { Exact } from './exact.js';
import { type InterestInput, type InterestSheet, type RateBasis } from './interest.js';

interface Segment {
  readonly principal: string;
  readonly from?: string;
  readonly to?: string;
  readonly endInclusive?: boolean;
  readonly days?: number;
  readonly ratePercent?: string;
  readonly rateRef?: string;
  readonly per: 'year' | 'day';
  readonly dayCount: string;
  readonly multiplier?: string;
  readonly amount: string;
}

interface Vector {
  readonly id: string;
  readonly exact: boolean;
  readonly claimed?: string;
  readonly segments?: readonly Segment[];
  readonly alternative?: { readonly dayCount?: string; readonly amount: string };
  readonly rejected?: readonly { readonly ratePercent: string; readonly amount: string }[];
  readonly totalExactThenRounded?: string;
  readonly totalOfRoundedSegments?: string;
}

const lpr = releaseLpr();
const calendar = releaseCalendar();
const { vectors } = readJson('interest/vectors/interest.json') as { vectors: readonly Vector[] };
const withSegments = vectors.filter((vector) => vector.segments !== undefined);
const vector = (id: string) => vectors.find((candidate) => candidate.id === id) as Vector;

function inputOf(segment: Segment): InterestInput {
  const from = plainDate(segment.from ?? '2025-01-01');
  const endInclusive = segment.to === undefined ? false : (segment.endInclusive ?? true);
  const basis: RateBasis =
    segment.rateRef === 'lprFloating' ? { kind: 'lprFloating' } : fixed(segment.ratePercent ?? '', segment.per);
  return debt({
    principal: segment.principal,
    from,
    to: segment.to === undefined ? addDays(from, segment.days ?? 0) : plainDate(segment.to),
    endInclusive,
    basis,
    multiplier: segment.multiplier ?? '1',
    dayCount: segment.dayCount.endsWith('360') ? '360' : '365',
  });
}

const sheetOf = (input: InterestInput): InterestSheet => calculateInterest(input, lpr, calendar);

describe('the published examples of interest', () => {
  test.each(withSegments)('$id gives its amounts', ({ segments, totalExactThenRounded, totalOfRoundedSegments }) => {
    let exactTotal = new Exact(0);
    for (const segment of segments ?? []) {
      const input = inputOf(segment);
      const sheet = sheetOf(input);
      expect(sheet.interest).toBe(segment.amount);
      if (segment.days !== undefined)
        expect(sheet.segments.reduce((sum, part) => sum + part.days, 0)).toBe(segment.days);
      expect(sheet.provisional).toBe(false);
      const millionfold = sheetOf({ ...input, principal: new Exact(input.principal).times(1_000_000).toFixed(2) });
      exactTotal = exactTotal.plus(new Exact(millionfold.interest).div(1_000_000));
    }
    if (totalExactThenRounded !== undefined) expect(exactTotal.toFixed(2)).toBe(totalExactThenRounded);
    if (totalOfRoundedSegments !== undefined) {
      const rounded = (segments ?? []).reduce(
        (sum, segment) => sum.plus(sheetOf(inputOf(segment)).interest),
        new Exact(0),
      );
      expect(rounded.toFixed(2)).toBe(totalOfRoundedSegments);
    }
  });

  test('D as one debt: the balance changes the day after a payment, and the exact sum is rounded once', () => {
    const sheet = sheetOf(
      debt({
        principal: '17814441.01',
        from: plainDate('2020-01-08'),
        to: plainDate('2021-08-07'),
        basis: { kind: 'lprFloating' },
        multiplier: '1.5',
        allocation: 'principalFirst',
        payments: [
          { on: plainDate('2020-12-15'), amount: '3442475.32' },
          { on: plainDate('2021-01-25'), amount: '3000000' },
        ],
      }),
    );
    expect(sheet).toMatchObject({ interest: vector('D').totalExactThenRounded, principalLeft: '11371965.69' });
    const of = (from: string, to: string) =>
      sheet.segments.filter((segment) => segment.from >= from && segment.to <= to).map((segment) => segment.principal);
    expect(new Set(of('2020-12-16', '2021-01-25'))).toEqual(new Set(['14371965.69']));
  });

  test('G: 0.05% a day begins on 2020-09-01 for a debt of before', () => {
    const basis: RateBasis = {
      kind: 'statutory',
      temporalScope: 'segment',
      contractDate: plainDate('2020-03-19'),
      before: 'none',
    };
    const sheet = sheetOf(debt({ from: plainDate('2020-07-01'), to: plainDate('2020-09-30'), basis }));
    expect(sheet.segments.map(({ from, to, rate, per }) => [from, to, rate, per])).toEqual([
      ['2020-07-01', '2020-08-31', '0', 'day'],
      ['2020-09-01', '2020-09-30', '0.05', 'day'],
    ]);
    expect([sheet.interest, sheet.otherScope]).toEqual([
      '15000.00',
      { temporalScope: 'contractDate', interest: '0.00' },
    ]);
  });

  test('V3: the agreed 2% is lifted to the LPR of the contract date; base 360 gives the other figure', () => {
    const basis: RateBasis = {
      kind: 'agreed',
      rate: '2',
      contractDate: plainDate('2024-09-10'),
      temporalScope: 'segment',
    };
    const input = debt({
      principal: '300000',
      from: plainDate('2025-03-01'),
      to: plainDate('2025-06-30'),
      endInclusive: false,
      basis,
    });
    expect(sheetOf(input)).toMatchObject({ interest: '3331.64', segments: [{ rate: '3.35', days: 121 }] });
    expect(sheetOf({ ...input, dayCount: '360' }).interest).toBe(vector('V3').alternative?.amount);
    expect(sheetOf({ ...input, basis: fixed('2') }).interest).toBe(vector('V3').rejected?.[0]?.amount);
    const higher = sheetOf({ ...input, basis: { ...basis, rate: '5' } });
    expect(higher.segments[0]).toMatchObject({ rate: '5', rateSource: { zh: '约定利率（不低于合同订立时1年期LPR）' } });
  });

  test('V5: the doubled part of delayed performance', () => {
    const from = plainDate('2025-01-01');
    expect(
      sheetOf(debt({ from, to: addDays(from, 45), endInclusive: false, basis: { kind: 'delayedPerformance' } }))
        .interest,
    ).toBe('7875.00');
  });

  test('J: the days printed are not the days there are', () => {
    expect(daysBetween(plainDate('2024-05-10'), plainDate('2024-08-05'))).toBe(87);
  });
});

describe('the checker of a claimed sum', () => {
  test('C1: six days by 360 give the claim', () => {
    const input = debt({
      principal: '4554487.75',
      from: plainDate('2020-11-20'),
      to: plainDate('2020-11-26'),
      basis: fixed('3.85'),
      multiplier: '1.5',
    });
    expect(checkClaim('4383.69', input, lpr, calendar).map((match) => match.convention.en)).toEqual([
      'a year of 360 days; the last day not counted; rounded once',
      'whole months as twelfths, the days left as 360ths; the last day not counted; rounded once',
    ]);
    expect(checkClaim('4383.69', input, lpr, calendar)[0]).toEqual({
      interest: '4383.69',
      convention: {
        zh: '一年按360日；算头不算尾；合计一次舍入',
        en: 'a year of 360 days; the last day not counted; rounded once',
      },
    });
  });

  test('I: the daily amount was rounded first', () => {
    const input = debt({
      principal: '5000',
      currency: 'GBP',
      from: plainDate('2025-01-01'),
      to: plainDate('2025-04-12'),
      endInclusive: false,
      basis: fixed('12.25'),
    });
    expect(checkClaim('169.68', input, lpr, calendar).map((match) => match.convention.en)).toContain(
      'a year of 365 days; the last day not counted; the daily amount rounded first',
    );
  });

  test('UK2: no convention gives 32.66', () => {
    const input = debt({
      principal: '2000',
      currency: 'GBP',
      from: plainDate('2025-01-01'),
      to: plainDate('2025-02-15'),
      endInclusive: false,
      basis: fixed('13.25'),
    });
    expect(checkClaim('32.66', input, lpr, calendar)).toEqual([]);
    expect(checkClaim('32.67', input, lpr, calendar)).toHaveLength(2);
  });

  test('a claim without cents is met by rounding or by dropping them', () => {
    const input = debt({
      basis: { kind: 'statutory', temporalScope: 'segment', contractDate: null, before: 'none' },
      principal: '1234.56',
    });
    expect(sheetOf(input).interest).toBe('75.93');
    for (const claimed of ['75', '76'])
      expect(checkClaim(claimed, input, lpr, calendar).map((match) => match.interest)).toContain('75.93');
    expect(checkClaim('77', input, lpr, calendar)).toEqual([]);
  });

  test('H: a court which starts on the due day itself is found out', () => {
    const input = debt({
      principal: '47218',
      from: plainDate('2024-03-16'),
      to: plainDate('2024-06-30'),
      basis: fixed('5'),
    });
    const court = sheetOf({ ...input, from: plainDate('2024-03-15') }).interest;
    const found = checkClaim(court, input, lpr, calendar, plainDate('2024-03-15'));
    expect(found.map((match) => match.convention.en)).toContain(
      'a year of 365 days; both ends counted; counted from the due day itself; rounded once',
    );
  });

  test('both temporal scopes are tried where the contract is older than the Regulation', () => {
    const basis: RateBasis = {
      kind: 'statutory',
      temporalScope: 'segment',
      contractDate: plainDate('2020-03-19'),
      before: 'lprFloating',
    };
    const input = debt({ from: plainDate('2020-09-01'), to: plainDate('2020-09-30'), basis });
    const names = (claimed: string) => checkClaim(claimed, input, lpr, calendar).map((match) => match.convention.en);
    expect(names('15000.00').every((name) => name.includes('applied to the days from 2020-09-01 on'))).toBe(true);
    expect(names('3164.38')).toEqual([expect.stringContaining('applied by the contract date')]);
    const younger = { ...input, basis: { ...basis, contractDate: plainDate('2021-01-01') } };
    expect(checkClaim('15000.00', younger, lpr, calendar)[0]?.convention.en).not.toContain('applied');
  });

  test('no start on a due day before the first LPR is tried', () => {
    const input = debt({ from: plainDate('2019-08-20'), to: plainDate('2019-09-30'), basis: { kind: 'lprFloating' } });
    expect(checkClaim('1', input, lpr, calendar, plainDate('2019-08-19'))).toEqual([]);
  });

  test('payments may have been set against interest or principal first', () => {
    const input = debt({ payments: [{ on: plainDate('2025-10-01'), amount: '500000' }] });
    const claimed = sheetOf({ ...input, allocation: 'principalFirst' }).interest;
    expect(checkClaim(claimed, input, lpr, calendar).map((match) => match.convention.en)).toEqual([
      'a year of 365 days; both ends counted; principal before interest; rounded once',
      'the actual days of each year (365 or 366); both ends counted; principal before interest; rounded once',
    ]);
  });
});
