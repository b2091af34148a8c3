import { type Text } from '../text.js';
import { type Allocation, type DayCount, type InterestInput, type TemporalScope } from './interest.js';

export const DAY_COUNTS: Readonly<Record<DayCount, Text>> = {
  '365': { zh: '一年按365日', en: 'a year of 365 days' },
  '360': { zh: '一年按360日', en: 'a year of 360 days' },
  actual: { zh: '按当年实际日数（365或366）', en: 'the actual days of each year (365 or 366)' },
  months: { zh: '整月按十二分之一，余日按360', en: 'whole months as twelfths, the days left as 360ths' },
};

export const ENDS: Readonly<Record<'inclusive' | 'exclusive', Text>> = {
  inclusive: { zh: '首尾均计', en: 'both ends counted' },
  exclusive: { zh: '算头不算尾', en: 'the last day not counted' },
};

export const ALLOCATIONS: Readonly<Record<Allocation, Text>> = {
  interestFirst: { zh: '先息后本', en: 'interest before principal' },
  principalFirst: { zh: '先本后息', en: 'principal before interest' },
};

export const SCOPES: Readonly<Record<TemporalScope, Text>> = {
  segment: { zh: '条例自2020年9月1日起的期间适用', en: 'the regulation applied to the days from 2020-09-01 on' },
  contractDate: { zh: '条例按合同订立日适用', en: 'the regulation applied by the contract date' },
};

/** What no rule fixes and the sheet therefore prints (overdue-interest.md, 2). */
export function conventionsOf(input: InterestInput): Text {
  const parts = [
    DAY_COUNTS[input.dayCount],
    ENDS[input.endInclusive ? 'inclusive' : 'exclusive'],
    ALLOCATIONS[input.allocation],
  ];
  if (input.compounding === 'monthly') parts.push({ zh: '按月复利', en: 'compound with monthly rests' });
  parts.push({ zh: '合计一次四舍五入至分', en: 'the sum rounded once, half-up, to 0.01' });
  return { zh: parts.map((part) => part.zh).join('；'), en: parts.map((part) => part.en).join('; ') };
}
