import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { standings, type Standing } from '../law-in-force/standing.js';
import type { Parameters } from '../reader.js';

/** How many clocks stand where. `provisional`: how many of those not yet stopped have a provisional date. */
export type BoardCounts = Readonly<Record<Standing | 'provisional', number>>;

/** What the rows of a board tell apart. */
export const boardsBy = ['district', 'office', 'kind', 'clock'] as const;

export interface BoardQuery {
  readonly by: (typeof boardsBy)[number];
  /** Division code, null for the city itself; every district when left out. */
  readonly district?: string | null;
  /** The office which holds the cases. */
  readonly office?: string;
  readonly kind?: KindName;
  /** A rule's id; when left out every clock that awaits an office's act: what a party is late with is no office's lateness. */
  readonly clock?: string;
}

export interface BoardRow extends BoardCounts {
  /** Division code; null: the city itself, or the rows tell no districts apart. */
  readonly district: string | null;
  readonly office: string | null;
  readonly kind: KindName | null;
  /** A rule's id, or `all`. */
  readonly clock: string;
}

/** The columns which a board tells apart. */
export const dimensions = {
  district: ['district'],
  office: ['district', 'office'],
  kind: ['kind'],
  clock: ['kind', 'rule'],
} as const;

/** Clocks of one standing, counted together. */
export type Group = Partial<Readonly<Record<'district' | 'office' | 'kind' | 'rule', string>>> & {
  readonly standing: Standing;
  readonly n: string;
  readonly provisional: string;
};

/** The rows of a board, in the order of its groups. */
export function rowsOf(groups: readonly Group[], query: BoardQuery): readonly BoardRow[] {
  const rows = new Map<string, Group[]>();
  for (const group of groups) {
    const key = dimensions[query.by].map((dimension) => group[dimension]).join('\n');
    rows.set(key, [...(rows.get(key) ?? []), group]);
  }
  return [...rows.values()].map((row) => {
    const [{ district = query.district ?? '', office, kind, rule }] = row as [Group];
    return {
      district: district === '' ? null : district,
      office: office ?? query.office ?? null,
      kind: (kind as KindName | undefined) ?? query.kind ?? null,
      clock: rule ?? query.clock ?? 'all',
      ...countsOf(row),
    };
  });
}

const unfinished: ReadonlySet<Standing> = new Set(['running', 'dueSoon', 'late', 'paused', 'cannotTell']);

/** How many of all the groups stand where. */
export function countsOf(groups: readonly Group[]): BoardCounts {
  const counts = Object.fromEntries([...standings, 'provisional'].map((name) => [name, 0])) as Record<
    Standing | 'provisional',
    number
  >;
  for (const { standing, n, provisional } of groups) {
    counts[standing] += Number(n);
    if (unfinished.has(standing)) counts.provisional += Number(provisional);
  }
  return counts;
}

export function isOfCompany({ kind }: Scope): boolean {
  return kind === 'complainant' || kind === 'agent' || kind === 'respondent';
}

/** SQL: the scope as `scope-sql.ts` has it. */
export function scoped(scope: Scope, parameters: Parameters): string {
  const { where, parameters: values } = scopeSql(scope, parameters.next);
  values.forEach((value) => parameters.add(value));
  return where;
}

/** SQL: which clocks are asked for, of those which the offices of the scope hold. */
export function held(scope: Scope, query: Omit<BoardQuery, 'by'>, parameters: Parameters): readonly string[] {
  const { district, office, kind, clock } = query;
  return [
    ...(scope.kind === 'office' ? [`office = ${parameters.add(scope.office)}`] : []),
    ...(scope.kind === 'district' ? [`district = ${parameters.add(scope.district)}`] : []),
    ...(scope.kind === 'none' ? ['false'] : []),
    ...(district === undefined ? [] : [`district = ${parameters.add(district ?? '')}`]),
    ...(office === undefined ? [] : [`office = ${parameters.add(office)}`]),
    ...(kind === undefined ? [] : [`kind = ${parameters.add(kind)}`]),
    clock === undefined ? `duty = 'office'` : `rule = ${parameters.add(clock)}`,
  ];
}
