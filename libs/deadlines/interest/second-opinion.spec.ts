import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { plainDate } from '../calendar/plain-date.js';
import { debt, fixed, releaseLpr } from '../specimens/interest.js';
import { releaseCalendar } from '../specimens/release.js';
import { calculateInterest } from './calculate-interest.js';
import { type InterestInput, type RateBasis } from './interest.js';

/**
 * A day at a time in fractions of whole numbers, with JavaScript's own UTC dates: nothing shared with the sheet under test.
 */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
const of = (text: string): Fraction => {
  const [whole = '0', places = ''] = text.split('.');
  return { n: BigInt(whole + places), d: 10n ** BigInt(places.length) };
};
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const reduced = (n: bigint, d: bigint): Fraction => {
  const common = gcd(n < 0n ? -n : n, d) || 1n;
  return { n: n / common, d: d / common };
};
const plus = (a: Fraction, b: Fraction) => reduced(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a: Fraction, b: Fraction) => reduced(a.n * b.d - b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction) => reduced(a.n * b.n, a.d * b.d);
const least = (a: Fraction, b: Fraction) => (a.n * b.d <= b.n * a.d ? a : b);
const cents = ({ n, d }: Fraction) => {
  const hundredths = String((n * 200n + d) / (2n * d)).padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
};

const next = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const dayAt = (offset: number) => new Date(Date.UTC(2019, 7, 20 + offset)).toISOString().slice(0, 10);
const daysOfYear = (date: string) =>
  new Date(Date.UTC(Number(date.slice(0, 4)), 1, 29)).getUTCMonth() === 1 ? 366 : 365;

const { rows } = JSON.parse(readFileSync(`${import.meta.dirname}/data/lpr-1y-cn.json`, 'utf8')) as {
  rows: readonly { date: string; rate: string; status: string }[];
};
const lprOf = (date: string) =>
  rows.filter((row) => row.date <= date && row.status !== 'unconfirmed').at(-1)?.rate ?? '';

interface Debt {
  readonly basis: 'statutory' | 'floating' | 'breach' | 'contract' | 'agreed' | 'year' | 'day';
  readonly scope: 'segment' | 'contractDate';
  readonly contractDate: string;
  readonly before: 'none' | 'lprFloating' | 'lprAtBreach';
  readonly from: string;
  readonly to: string;
  readonly endInclusive: boolean;
  readonly dayCount: '365' | '360' | 'actual';
  readonly allocation: 'interestFirst' | 'principalFirst';
  readonly payments: readonly { on: string; amount: string }[];
}

/** The rate of one day: percent, whether a day or a year, and the multiplier on it. */
function rateOn(
  date: string,
  { basis, scope, contractDate, before, from }: Debt,
): [rate: string, daily: boolean, multiplier: string] {
  const regulated = date >= '2020-09-01' && (scope === 'segment' || contractDate >= '2020-09-01');
  switch (basis) {
    case 'statutory':
      if (regulated) return ['0.05', true, '1'];
      return before === 'none'
        ? ['0', true, '1.3']
        : [before === 'lprFloating' ? lprOf(date) : lprOf(from), false, '1.3'];
    case 'agreed':
      return [regulated && Number(lprOf(contractDate)) > 3.5 ? lprOf(contractDate) : '3.5', false, '1.3'];
    case 'floating':
      return [lprOf(date), false, '1.3'];
    case 'breach':
      return [lprOf(from), false, '1.3'];
    case 'contract':
      return [lprOf(contractDate), false, '1.3'];
    case 'year':
      return ['3.45', false, '1.3'];
    case 'day':
      return ['0.033', true, '1.3'];
  }
}

function naive(given: Debt): { interest: string; principalLeft: string } {
  let [principal, owed, accrued] = [of('1000000'), of('0'), of('0')];
  const pay = (amount: string) => {
    let left = of(amount);
    const toInterest = () => {
      const paid = least(left, owed);
      [owed, left] = [minus(owed, paid), minus(left, paid)];
    };
    const toPrincipal = () => {
      const paid = least(left, principal);
      [principal, left] = [minus(principal, paid), minus(left, paid)];
    };
    for (const settle of given.allocation === 'interestFirst' ? [toInterest, toPrincipal] : [toPrincipal, toInterest])
      settle();
  };
  for (const { on, amount } of given.payments) if (on < given.from) pay(amount);
  for (let date = given.from; date <= given.to; date = next(date)) {
    if (date < given.to || given.endInclusive) {
      const [rate, daily, multiplier] = rateOn(date, given);
      const base = daily ? 1 : given.dayCount === 'actual' ? daysOfYear(date) : Number(given.dayCount);
      const interest = times(times(principal, of(rate)), times(of(multiplier), { n: 1n, d: 100n * BigInt(base) }));
      [owed, accrued] = [plus(owed, interest), plus(accrued, interest)];
    }
    for (const { on, amount } of given.payments) if (on === date) pay(amount);
  }
  return { interest: cents(accrued), principalLeft: cents(principal) };
}

function inputOf(given: Debt): InterestInput {
  const contractDate = plainDate(given.contractDate);
  const bases: Record<Debt['basis'], RateBasis> = {
    statutory: { kind: 'statutory', temporalScope: given.scope, contractDate, before: given.before },
    agreed: { kind: 'agreed', rate: '3.5', contractDate, temporalScope: given.scope },
    floating: { kind: 'lprFloating' },
    breach: { kind: 'lprAtBreach' },
    contract: { kind: 'lprAtContract', contractDate },
    year: fixed('3.45'),
    day: fixed('0.033', 'day'),
  };
  const wholly =
    given.basis === 'statutory' &&
    given.from >= '2020-09-01' &&
    (given.scope === 'segment' || given.contractDate >= '2020-09-01');
  return debt({
    from: plainDate(given.from),
    to: plainDate(given.to),
    endInclusive: given.endInclusive,
    basis: bases[given.basis],
    multiplier: wholly ? '1' : '1.3',
    dayCount: given.dayCount,
    payments: given.payments.map(({ on, amount }) => ({ on: plainDate(on), amount })),
    allocation: given.allocation,
  });
}

const day = fc.integer({ min: 0, max: 2900 }).map(dayAt);
const debts = fc
  .record({
    basis: fc.constantFrom<Debt['basis']>('statutory', 'floating', 'breach', 'contract', 'agreed', 'year', 'day'),
    scope: fc.constantFrom<Debt['scope']>('segment', 'contractDate'),
    contractDate: day,
    before: fc.constantFrom<Debt['before']>('none', 'lprFloating', 'lprAtBreach'),
    start: fc.integer({ min: 0, max: 2200 }),
    length: fc.integer({ min: 0, max: 420 }),
    endInclusive: fc.boolean(),
    dayCount: fc.constantFrom<Debt['dayCount']>('365', '360', 'actual'),
    allocation: fc.constantFrom<Debt['allocation']>('interestFirst', 'principalFirst'),
    paid: fc.array(
      fc.record({ after: fc.integer({ min: -20, max: 440 }), amount: fc.integer({ min: 1, max: 60_000_000 }) }),
      { maxLength: 3 },
    ),
  })
  .map(({ start, length, paid, ...rest }): Debt => ({
    ...rest,
    from: dayAt(start),
    to: dayAt(start + length),
    payments: paid
      .map(({ after, amount }) => ({
        on: dayAt(start + after),
        amount: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`,
      }))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }));

test('a count of every day by itself gives the same interest and the same principal left', () => {
  const [lpr, calendar] = [releaseLpr(), releaseCalendar()];
  fc.assert(
    fc.property(debts, (given) => {
      const { interest, principalLeft } = calculateInterest(inputOf(given), lpr, calendar);
      expect({ interest, principalLeft }).toEqual(naive(given));
    }),
    { numRuns: 250 },
  );
}, 60_000);
