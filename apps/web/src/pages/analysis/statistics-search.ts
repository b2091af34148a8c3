import type { StatisticsRow } from '../../api/types.js';

export const groupings = ['district', 'office', 'kind', 'category', 'respondentType', 'month', 'quarter'] as const;
export type Grouping = (typeof groupings)[number];

/** What the figures are narrowed to, as it stands in the address. */
export const narrowings = ['district', 'office', 'kind', 'category', 'respondentType'] as const;
export type Narrowing = (typeof narrowings)[number];

export interface StatisticsSearch extends Partial<Record<Narrowing, string>> {
  readonly period?: string;
  readonly by?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** By what figures are told apart next, once they are narrowed to one of a kind. */
const next: Readonly<Partial<Record<Grouping, Grouping>>> = {
  district: 'office',
  office: 'kind',
  kind: 'category',
  category: 'respondentType',
  respondentType: 'month',
};

/** The figures of one row, told apart further; null where it leads nowhere. */
export function closerTo(row: StatisticsRow, by: Grouping, search: StatisticsSearch): StatisticsSearch | null {
  const further = next[by];
  if (further === undefined) return by === 'month' || by === 'quarter' ? monthOf(row, search) : null;
  const key = by === 'district' && row.key === '' ? 'city' : row.key;
  return key ? { ...search, [by]: key, by: further } : null;
}

function monthOf({ key }: StatisticsRow, search: StatisticsSearch): StatisticsSearch | null {
  return key ? { ...search, period: key, by: 'district' } : null;
}
