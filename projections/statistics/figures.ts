import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Money } from '@redress/cases/shared/money.js';
import { countsAsOf, type Past } from '../followed-case/past.js';
import { Parameters, reader, type Database } from '../reader.js';
import { cellFor, type Dimension } from './cells.js';

export const tellApart = ['district', 'office', 'kind', 'category', 'respondentType', 'month', 'quarter'] as const;
export type TellApart = (typeof tellApart)[number];

/** Months from the first to the last, as their first days. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface FiguresQuery {
  readonly period: Period;
  /** One row for all where it is left out. */
  readonly by?: TellApart;
  /** Division code; null: the offices of the whole city. */
  readonly district?: string | null;
  readonly office?: string;
  readonly kind?: KindName;
  readonly category?: string;
  readonly respondentType?: string;
}

export interface StageFigures {
  /** A status of some kind of case. */
  readonly stage: string;
  readonly left: number;
  /** Calendar days from entering it to leaving it; of the stages left in the period. */
  readonly medianDays: number;
  readonly p90Days: number;
}

export interface Figures {
  /** What the row is told apart by; null where all is one row. */
  readonly key: string | null;
  readonly lodged: number;
  readonly accepted: number;
  readonly refused: number;
  readonly refusedBy: Readonly<Record<string, number>>;
  readonly concluded: number;
  readonly concludedWith: Readonly<Record<string, number>>;
  readonly claimed: Money;
  readonly recovered: Money;
  readonly stages: readonly StageFigures[];
  readonly satisfaction: { readonly ratings: Readonly<Record<string, number>>; readonly mean: number | null };
}

interface Group {
  readonly key: string;
  readonly measure: string;
  readonly value: string;
  readonly days: number;
  readonly n: string;
}

const columns: Readonly<Record<TellApart, string>> = {
  district: 'district',
  office: 'office',
  kind: 'kind',
  category: 'category',
  respondentType: 'respondent_type',
  month: `to_char(fact_month, 'YYYY-MM')`,
  quarter: `to_char(fact_month, 'YYYY-"Q"Q')`,
};

/** The figures of a period as of E, known at K, a row for each value of what they are told apart by. */
export async function figures(db: Database, query: FiguresQuery, at: Past): Promise<readonly Figures[]> {
  const parameters = new Parameters();
  const key = query.by === undefined ? `''` : columns[query.by];
  const cell = cellFor(dimensionsOf(query));
  const one = conditions(query, parameters).join(' AND ');
  const where = cell === null ? 'false' : `cell = '${cell}' AND ${one}`;
  const asked = { table: 'statistics_change', columns: `${key} AS key, measure, value, days`, where, one };
  const counted = cell === null ? oneByOne(asked, at, parameters) : countsAsOf(asked, at, parameters);
  const groups = await reader(db).query<Group>(
    `SELECT key, measure, value, days, sum(n) AS n FROM (${counted}) AS counted
     GROUP BY key, measure, value, days HAVING sum(n) <> 0 ORDER BY key, measure, value, days`,
    parameters.values,
  );
  const rows = new Map<string, Group[]>();
  for (const group of groups) rows.set(group.key, [...(rows.get(group.key) ?? []), group]);
  if (query.by === undefined && rows.size === 0) rows.set('', []);
  return [...rows].map(([name, row]) => figuresOf(query.by === undefined ? null : name, row));
}

/** Where no sums are kept for what is asked. */
function oneByOne({ columns: told, one }: { columns: string; one: string }, at: Past, parameters: Parameters): string {
  const [known, held] = [parameters.add(at.knownAt), parameters.add(at.asOf)];
  return `SELECT ${told}, weight AS n FROM views.statistics_change
    WHERE known_at <= ${known}::timestamptz AND held_at <= ${held}::timestamptz AND ${one}`;
}

function dimensionsOf({ by, district, office, kind, category, respondentType }: FiguresQuery): readonly Dimension[] {
  const asked: Dimension[] = [];
  if (by === 'district' || district !== undefined) asked.push('district');
  if (by === 'office' || office !== undefined) asked.push('office');
  if (by === 'kind' || kind !== undefined) asked.push('kind');
  if (by === 'category' || category !== undefined) asked.push('category');
  if (by === 'respondentType' || respondentType !== undefined) asked.push('respondent_type');
  return asked;
}

function conditions(query: FiguresQuery, parameters: Parameters): readonly string[] {
  const { period, district, office, kind, category, respondentType } = query;
  const is = (column: string, value: string | undefined) =>
    value === undefined ? [] : [`${column} = ${parameters.add(value)}`];
  return [
    `fact_month BETWEEN ${parameters.add(period.from)}::date AND ${parameters.add(period.to)}::date`,
    ...is('district', district === null ? '' : district),
    ...is('office', office),
    ...is('kind', kind),
    ...is('category', category),
    ...is('respondent_type', respondentType),
  ];
}

function figuresOf(key: string | null, groups: readonly Group[]): Figures {
  const of = (measure: string) => groups.filter((group) => group.measure === measure);
  const total = (measure: string) => of(measure).reduce((sum, { n }) => sum + Number(n), 0);
  const byValue = (measure: string) => {
    const counts: Record<string, number> = {};
    for (const { value, n } of of(measure)) counts[value] = (counts[value] ?? 0) + Number(n);
    return counts;
  };
  const ratings = byValue('satisfaction');
  const rated = Object.entries(ratings).reduce((sum, [rating, n]) => sum + Number(rating) * n, 0);
  const answers = total('satisfaction');
  return {
    key,
    lodged: total('lodged'),
    accepted: total('accepted'),
    refused: total('refused'),
    refusedBy: byValue('refused'),
    concluded: total('concluded'),
    concludedWith: byValue('concluded'),
    claimed: yuan(of('claimed')),
    recovered: yuan(of('recovered')),
    stages: stagesOf(of('stage')),
    satisfaction: { ratings, mean: answers === 0 ? null : Math.round((rated / answers) * 100) / 100 },
  };
}

function yuan(groups: readonly Group[]): Money {
  const fen = groups.reduce((sum, { n }) => sum + BigInt(n), 0n);
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}` as Money;
}

function stagesOf(groups: readonly Group[]): readonly StageFigures[] {
  return [...new Set(groups.map(({ value }) => value))].map((stage) => {
    const lasted = groups
      .filter(({ value }) => value === stage)
      .map(({ days, n }) => [days, Number(n)] as const)
      .sort(([a], [b]) => a - b);
    const left = lasted.reduce((sum, [, n]) => sum + n, 0);
    return { stage, left, medianDays: quantile(lasted, left, 0.5), p90Days: quantile(lasted, left, 0.9) };
  });
}

/** The least number of days within which this share of them was left (nearest rank). */
function quantile(lasted: readonly (readonly [number, number])[], left: number, share: number): number {
  const rank = Math.ceil(left * share);
  let seen = 0;
  for (const [days, n] of lasted) {
    seen += n;
    if (seen >= rank) return days;
  }
  return lasted.at(-1)?.[0] ?? 0;
}
