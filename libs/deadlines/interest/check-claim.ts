import { type Calendar } from '../calendar/calendar.js';
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';
import { accrue, type Accrual, inOtherScope } from './calculate-interest.js';
import { ALLOCATIONS, DAY_COUNTS, ENDS, SCOPES } from './conventions.js';
import { cents, Exact, exact } from './exact.js';
import { type InterestInput } from './interest.js';
import { lprOn, type LprSeries } from './lpr-series.js';
import { REGULATION_FROM } from './rate-pieces.js';

/** A way of counting in use which gives the claimed sum. */
export interface ClaimMatch {
  readonly convention: Text;
  readonly interest: string;
}

type Rounding = 'once' | 'eachSegment' | 'daily';

const ROUNDINGS: Readonly<Record<Rounding, Text>> = {
  once: { zh: '合计一次舍入', en: 'rounded once' },
  eachSegment: { zh: '各段分别舍入', en: 'each segment rounded' },
  daily: { zh: '先舍入每日利息', en: 'the daily amount rounded first' },
};

/**
 * The conventions which reproduce a claimed sum, none when none does. A claim in cents must be met to the cent; one
 * without cents, after rounding or dropping them. `dueOn` adds the courts' habit of starting on the due day itself.
 */
export function checkClaim(
  claimed: string,
  input: InterestInput,
  lpr: LprSeries,
  calendar: Calendar,
  dueOn: PlainDate | null = null,
): readonly ClaimMatch[] {
  const sum = exact(claimed, 'claimed');
  const whole = !claimed.includes('.');
  const matches: ClaimMatch[] = [];
  for (const variant of variantsOf(input, lpr, dueOn)) {
    const accrual = accrue(variant.input, lpr, calendar);
    const seen = new Set<string>();
    for (const rounding of ['once', 'eachSegment', 'daily'] as const) {
      const interest = roundedBy(rounding, accrual);
      if (seen.has(interest)) continue;
      seen.add(interest);
      const amount = new Exact(interest);
      const meets = whole ? amount.toDecimalPlaces(0).eq(sum) || amount.floor().eq(sum) : amount.eq(sum);
      if (meets) matches.push({ convention: named([...variant.names, ROUNDINGS[rounding]]), interest });
    }
  }
  return matches;
}

interface Variant {
  readonly input: InterestInput;
  readonly names: readonly Text[];
}

/** One way to settle one question which no rule settles; without a name where the question does not arise. */
interface Choice {
  readonly change: (input: InterestInput) => InterestInput;
  readonly name: Text | null;
}

function variantsOf(input: InterestInput, lpr: LprSeries, dueOn: PlainDate | null): readonly Variant[] {
  let variants: readonly Variant[] = [{ input, names: [] }];
  for (const choices of [
    dayCounts(input),
    ENDS_CHOICES,
    allocations(input),
    scopes(input, lpr),
    starts(input, lpr, dueOn),
  ]) {
    variants = choices.flatMap(({ change, name }) =>
      variants.map((variant) => ({
        input: change(variant.input),
        names: name === null ? variant.names : [...variant.names, name],
      })),
    );
  }
  return variants.filter(({ input: { from, to, endInclusive } }) => from <= (endInclusive ? addDays(to, 1) : to));
}

const AS_GIVEN: Choice = { change: (input) => input, name: null };

const ENDS_CHOICES: readonly Choice[] = [true, false].map((endInclusive) => ({
  change: (input) => ({ ...input, endInclusive }),
  name: ENDS[endInclusive ? 'inclusive' : 'exclusive'],
}));

function dayCounts({ basis }: InterestInput): readonly Choice[] {
  const daily =
    basis.kind === 'delayedPerformance' ||
    (basis.kind === 'statutory' && basis.before === 'none') ||
    (basis.kind === 'fixed' && basis.per === 'day');
  if (daily) return [AS_GIVEN];
  return (['365', '360', 'actual', 'months'] as const).map((dayCount) => ({
    change: (input) => ({ ...input, dayCount }),
    name: DAY_COUNTS[dayCount],
  }));
}

function allocations({ payments }: InterestInput): readonly Choice[] {
  if (payments.length === 0) return [AS_GIVEN];
  return (['interestFirst', 'principalFirst'] as const).map((allocation) => ({
    change: (input) => ({ ...input, allocation }),
    name: ALLOCATIONS[allocation],
  }));
}

/** Courts take either scope where the contract is older than the Regulation (payment-regulation.md 1.2). */
function scopes(input: InterestInput, lpr: LprSeries): readonly Choice[] {
  const { basis } = input;
  const other = inOtherScope(input, lpr);
  if (other === null || (basis.kind !== 'statutory' && basis.kind !== 'agreed')) return [AS_GIVEN];
  if (basis.contractDate === null || basis.contractDate >= REGULATION_FROM) return [AS_GIVEN];
  const { basis: otherBasis, multiplier } = other.input;
  return [
    { change: (variant) => variant, name: SCOPES[basis.temporalScope] },
    { change: (variant) => ({ ...variant, basis: otherBasis, multiplier }), name: SCOPES[other.temporalScope] },
  ];
}

function starts(input: InterestInput, lpr: LprSeries, dueOn: PlainDate | null): readonly Choice[] {
  if (dueOn === null || (restsOnLpr(input) && lprOn(lpr, dueOn) === null)) return [AS_GIVEN];
  const onTheDay = { zh: '自到期日当日起算', en: 'counted from the due day itself' };
  return [AS_GIVEN, { change: (variant) => ({ ...variant, from: dueOn }), name: onTheDay }];
}

/** Whether the rate is the LPR of the days themselves: there is none before 2019-08-20. */
function restsOnLpr({ basis }: InterestInput): boolean {
  if (basis.kind === 'statutory') return basis.before !== 'none';
  return basis.kind === 'lprAtBreach' || basis.kind === 'lprFloating';
}

function roundedBy(rounding: Rounding, { segments, accrued }: Accrual): string {
  switch (rounding) {
    case 'once':
      return cents(accrued);
    case 'eachSegment':
      return segments.reduce((sum, segment) => sum.plus(cents(segment.interest)), new Exact(0)).toFixed(2);
    case 'daily':
      return segments.reduce((sum, segment) => sum.plus(dailyRounded(segment)), new Exact(0)).toFixed(2);
  }
}

/** The habit of calculators: one day's interest in cents, times the days. A year by months has no such day. */
function dailyRounded({ interest, from, until, dayCount }: Accrual['segments'][number]): Exact {
  const days = daysBetween(from, until);
  return dayCount === 'months' ? new Exact(cents(interest)) : new Exact(cents(interest.div(days))).times(days);
}

function named(names: readonly Text[]): Text {
  return { zh: names.map((name) => name.zh).join('；'), en: names.map((name) => name.en).join('; ') };
}
