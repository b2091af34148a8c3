import { type Calendar } from '../calendar/calendar.js';
import { addDays, addMonths, daysBetween, isLeapYear, type PlainDate, yearOf } from '../calendar/plain-date.js';
import { cents, Exact, exact, InterestRefused } from './exact.js';
import {
  type DayCount,
  type InterestInput,
  type InterestSegment,
  type InterestSheet,
  type TemporalScope,
} from './interest.js';
import { lprOn, type LprSeries } from './lpr-series.js';
import { conventionsOf } from './conventions.js';
import { ratePieces, type RatePiece, REGULATION_FROM } from './rate-pieces.js';

/**
 * The sheet of one debt: every stretch with its balance, rate and source, and the sum. Exact decimals throughout; the sum
 * is rounded once, half-up, and each segment by itself. InterestRefused for an input that cannot be worked out.
 */
export function calculateInterest(input: InterestInput, lpr: LprSeries, calendar: Calendar): InterestSheet {
  const stretches = accrue(input, lpr, calendar);
  const rounded = stretches.segments.reduce((sum, segment) => sum.plus(cents(segment.interest)), new Exact(0));
  return {
    currency: input.currency,
    interest: cents(stretches.accrued),
    totalOfRoundedSegments: rounded.toFixed(2),
    principalLeft: cents(stretches.balance.principal),
    interestLeft: cents(stretches.balance.interest),
    provisional: stretches.segments.some((segment) => segment.piece.provisional),
    segments: stretches.segments.map(shown),
    otherScope: otherScope(input, lpr, calendar),
    conventions: conventionsOf(input),
  };
}

interface Accrued {
  readonly piece: RatePiece;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly principal: Exact;
  readonly dayCount: DayCount | 'none';
  readonly interest: Exact;
}

interface Balance {
  principal: Exact;
  interest: Exact;
  /** Interest that bears interest since the last monthly rest. */
  capitalised: Exact;
}

export interface Accrual {
  readonly segments: readonly Accrued[];
  readonly accrued: Exact;
  readonly balance: Balance;
}

/** Day [from, until) by stretches of one rate and one balance. */
export function accrue(input: InterestInput, lpr: LprSeries, calendar: Calendar): Accrual {
  const until = input.endInclusive ? addDays(input.to, 1) : input.to;
  if (until < input.from)
    throw new InterestRefused('to', `the period ends on ${input.to}, before it begins on ${input.from}`);
  const balance: Balance = {
    principal: exact(input.principal, 'principal'),
    interest: new Exact(0),
    capitalised: new Exact(0),
  };
  const payments = paymentsInOrder(input);
  const segments: Accrued[] = [];
  let accrued = new Exact(0);
  // A payment before the period lowers the balance it begins with.
  for (const payment of payments.filter(({ on }) => on < input.from)) pay(balance, payment.amount, input);
  const pieces = until === input.from ? [] : ratePieces(input, input.from, until, lpr, calendar);
  for (const piece of pieces) {
    const cuts = cutsOf(
      input,
      piece,
      payments.map(({ on }) => addDays(on, 1)),
    );
    cuts.slice(0, -1).forEach((from, at) => {
      const end = cuts[at + 1] as PlainDate;
      const base = balance.principal.plus(balance.capitalised);
      const dayCount = piece.per === 'day' ? 'none' : input.dayCount;
      const interest = base
        .times(piece.rate)
        .div(100)
        .times(piece.multiplier)
        .times(fraction(from, end, dayCount, input));
      segments.push({ piece, from, until: end, principal: base, dayCount, interest });
      accrued = accrued.plus(interest);
      balance.interest = balance.interest.plus(interest);
      for (const payment of payments)
        if (addDays(payment.on, 1) === end && payment.on >= input.from) pay(balance, payment.amount, input);
      if (input.compounding === 'monthly' && isRest(input.from, end)) balance.capitalised = balance.interest;
    });
  }
  // A last day which bears no interest is still a day on which a debt may be paid.
  for (const payment of payments.filter(({ on }) => on >= until && on >= input.from))
    pay(balance, payment.amount, input);
  return { segments, accrued, balance };
}

/** What is paid after the last day is not of this sheet. */
function paymentsInOrder(input: InterestInput): readonly { on: PlainDate; amount: Exact }[] {
  return input.payments
    .map((payment) => ({ on: payment.on, amount: exact(payment.amount, 'payment') }))
    .filter((payment) => payment.on <= input.to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Civil Code Art 561: interest before principal, unless principal first is chosen. What is paid too much stays unallocated. */
function pay(balance: Balance, amount: Exact, { allocation }: InterestInput): void {
  const order =
    allocation === 'interestFirst' ? (['interest', 'principal'] as const) : (['principal', 'interest'] as const);
  let left = amount;
  for (const part of order) {
    const paid = Exact.min(left, balance[part]);
    balance[part] = balance[part].minus(paid);
    left = left.minus(paid);
  }
  balance.capitalised = Exact.min(balance.capitalised, balance.interest);
}

/** The bounds of stretches within a piece: changes of balance, turns of the year where it counts, monthly rests. */
function cutsOf(input: InterestInput, piece: RatePiece, changes: readonly PlainDate[]): readonly PlainDate[] {
  const cuts = new Set<PlainDate>([piece.from, ...changes, piece.until]);
  if (input.dayCount === 'actual' && piece.per === 'year') {
    for (let year = yearOf(piece.from) + 1; year <= yearOf(piece.until); year++) {
      if (isLeapYear(year) !== isLeapYear(year - 1)) cuts.add(`${String(year).padStart(4, '0')}-01-01` as PlainDate);
    }
  }
  if (input.compounding === 'monthly') {
    for (let n = 1, rest = addMonths(input.from, 1); rest < piece.until; rest = addMonths(input.from, ++n))
      cuts.add(rest);
  }
  return [...cuts].filter((cut) => piece.from <= cut && cut <= piece.until).sort();
}

function isOneRest(first: PlainDate, from: PlainDate, until: PlainDate): boolean {
  return isRest(first, from) && isRest(first, until) && wholeMonths(first, until) - wholeMonths(first, from) === 1;
}

function isRest(first: PlainDate, day: PlainDate): boolean {
  return addMonths(first, wholeMonths(first, day)) === day;
}

/** The part of the rate's period which the days [from, until) make up; with monthly rests a whole rest is a twelfth. */
function fraction(from: PlainDate, until: PlainDate, dayCount: DayCount | 'none', input: InterestInput): Exact {
  const days = daysBetween(from, until);
  const months = wholeMonths(from, until);
  if (input.compounding === 'monthly' && dayCount !== 'none' && isOneRest(input.from, from, until))
    return new Exact(1).div(12);
  switch (dayCount) {
    case 'none':
      return new Exact(days);
    case '365':
      return new Exact(days).div(365);
    case '360':
      return new Exact(days).div(360);
    case 'actual':
      return new Exact(days).div(isLeapYear(yearOf(from)) ? 366 : 365);
    case 'months':
      return new Exact(months).div(12).plus(new Exact(daysBetween(addMonths(from, months), until)).div(360));
  }
}

function wholeMonths(from: PlainDate, until: PlainDate): number {
  let months = (yearOf(until) - yearOf(from)) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
  if (addMonths(from, months) > until) months--;
  return months;
}

function otherScope(input: InterestInput, lpr: LprSeries, calendar: Calendar): InterestSheet['otherScope'] {
  const other = inOtherScope(input, lpr);
  if (other === null) return null;
  return { temporalScope: other.temporalScope, interest: cents(accrue(other.input, lpr, calendar).accrued) };
}

/** The same debt in the other temporal scope of the Regulation; null where the scope is no input, or no rate would be known. */
export function inOtherScope(
  input: InterestInput,
  lpr: LprSeries,
): { readonly input: InterestInput; readonly temporalScope: TemporalScope } | null {
  const { basis } = input;
  if ((basis.kind !== 'statutory' && basis.kind !== 'agreed') || basis.contractDate === null) return null;
  if (basis.kind === 'agreed' && lprOn(lpr, basis.contractDate) === null) return null;
  const temporalScope: TemporalScope = basis.temporalScope === 'segment' ? 'contractDate' : 'segment';
  // Wholly under 0.05% a day there is no fall-back left for a multiplier to raise.
  const raises = basis.kind === 'agreed' || temporalScope === 'contractDate' || input.from < REGULATION_FROM;
  const multiplier = raises ? input.multiplier : '1';
  return { input: { ...input, multiplier, basis: { ...basis, temporalScope } }, temporalScope };
}

function shown({ piece, from, until, principal, dayCount, interest }: Accrued): InterestSegment {
  return {
    from,
    to: addDays(until, -1),
    days: daysBetween(from, until),
    principal: cents(principal),
    rate: piece.rate.toFixed(),
    per: piece.per,
    multiplier: piece.multiplier.toFixed(),
    dayCount,
    rateSource: piece.source,
    provisional: piece.provisional,
    interest: cents(interest),
  };
}
