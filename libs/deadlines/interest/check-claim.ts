import { type Calendar } from '../calendar/calendar.js';
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';
import { accrue, type Accrual } from './calculate-interest.js';
import { ALLOCATIONS, DAY_COUNTS, ENDS } from './conventions.js';
import { cents, Exact, exact } from './exact.js';
import { type Allocation, type DayCount, type InterestInput } from './interest.js';
import { type LprSeries } from './lpr-series.js';

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
  for (const variant of variantsOf(input, dueOn)) {
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

function variantsOf(input: InterestInput, dueOn: PlainDate | null): readonly Variant[] {
  const daily =
    input.basis.kind === 'statutory' ||
    input.basis.kind === 'delayedPerformance' ||
    (input.basis.kind === 'fixed' && input.basis.per === 'day');
  const dayCounts: readonly DayCount[] =
    daily && !hasYearlyPart(input) ? [input.dayCount] : ['365', '360', 'actual', 'months'];
  const allocations: readonly Allocation[] =
    input.payments.length === 0 ? [input.allocation] : ['interestFirst', 'principalFirst'];
  const starts: readonly (PlainDate | null)[] = dueOn === null ? [null] : [null, dueOn];
  const variants: Variant[] = [];
  for (const start of starts) {
    for (const endInclusive of [true, false]) {
      for (const dayCount of dayCounts) {
        for (const allocation of allocations) {
          const names = [ENDS[endInclusive ? 'inclusive' : 'exclusive']];
          if (dayCounts.length > 1) names.unshift(DAY_COUNTS[dayCount]);
          if (allocations.length > 1) names.push(ALLOCATIONS[allocation]);
          if (start !== null) names.push({ zh: '自到期日当日起算', en: 'counted from the due day itself' });
          const from = start ?? input.from;
          variants.push({ input: { ...input, from, endInclusive, dayCount, allocation }, names });
        }
      }
    }
  }
  return variants.filter(({ input: { from, to, endInclusive } }) => from <= (endInclusive ? addDays(to, 1) : to));
}

function hasYearlyPart({ basis }: InterestInput): boolean {
  return basis.kind === 'statutory' && basis.before !== 'none';
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
