import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Duty } from '@redress/deadlines/law/law-pack.js';
import { lawKnownAt } from '../law-in-force/law-history.js';
import { soonUntil, standings, type Standing } from '../law-in-force/standing.js';
import { Parameters, reader, type Database, type ViewDb } from '../reader.js';
import { countsAsOf, dayOf, standingIn, type Past } from '../followed-case/past.js';
import { isUnfinished } from './counted-state.js';

export type PastCounts = Readonly<Record<Standing | 'provisional', number>>;

/** As today's board is asked for. */
export interface PastBoardQuery {
  readonly by: 'district' | 'office' | 'kind' | 'clock';
  /** Division code, null for the city itself; every district when left out. */
  readonly district?: string | null;
  readonly office?: string;
  readonly kind?: KindName;
  /** A rule's id; when left out every clock that awaits an office's act. */
  readonly clock?: string;
}

export interface PastBoardRow extends PastCounts {
  readonly district: string | null;
  readonly office: string | null;
  readonly kind: KindName | null;
  readonly clock: string;
}

export interface PastBoard extends Past {
  /** The day as of which the clocks are read. */
  readonly today: PlainDate;
  readonly rows: readonly PastBoardRow[];
  readonly totals: PastCounts;
  readonly clocks: readonly { readonly rule: string; readonly title: Name; readonly duty: Duty }[];
}

const dimensions = {
  district: ['district'],
  office: ['district', 'office'],
  kind: ['kind'],
  clock: ['kind', 'rule'],
} as const;

type Group = Partial<Readonly<Record<'district' | 'office' | 'kind' | 'rule', string>>> & {
  readonly standing: Standing;
  readonly n: string;
  readonly provisional: string;
};

/** The board as of E, known at K. */
export async function pastBoard(db: Database, scope: Scope, query: PastBoardQuery, at: Past): Promise<PastBoard> {
  const read = reader(db);
  const groups = await groupsOf(read, scope, query, at);
  const { law } = await lawKnownAt(read, 'views.history_law', at.knownAt);
  const rules = (law?.packs ?? [])
    .flatMap((pack) => pack.rules)
    .map(({ id, title, duty }) => [id, { rule: id, title, duty }] as const);
  return {
    ...at,
    today: dayOf(at),
    rows: rowsOf(groups, query),
    totals: countsOf(groups),
    clocks: [...new Map(rules).values()],
  };
}

function groupsOf(read: ViewDb, scope: Scope, query: PastBoardQuery, at: Past): Promise<readonly Group[]> {
  const parameters = new Parameters();
  const asked = askedFor(scope, query, parameters);
  const told = dimensions[query.by].join(', ');
  const columns = `${told}, standing, provisional`;
  const one = `SELECT ${told}, ${standingSql('c', at, parameters)} AS standing, provisional, 1 AS n
    FROM views.history_clock c WHERE ${standingIn('c', at, parameters)} AND ${asked}`;
  const ofCompany = isOfCompany(scope) && casesOf(scope, at, parameters);
  const counted = ofCompany
    ? `${one} AND case_id IN (${ofCompany})`
    : `${one} AND ${isUnfinished} UNION ALL SELECT ${columns}, n FROM (
        ${countsAsOf({ table: 'history_finished', columns: `${told}, state AS standing, provisional`, where: `rule <> '' AND ${asked}` }, at, parameters)}
      ) AS finished`;
  return read.query<Group>(
    `SELECT ${told}, standing, sum(n) AS n, coalesce(sum(n) FILTER (WHERE provisional), 0) AS provisional
     FROM (${counted}) AS counted GROUP BY ${told}, standing HAVING sum(n) <> 0 ORDER BY ${told}`,
    parameters.values,
  );
}

/** A company has few cases: its clocks are counted one by one. */
function casesOf(scope: Scope, at: Past, parameters: Parameters): string {
  const { where, parameters: values } = scopeSql(scope, parameters.next);
  values.forEach((value) => parameters.add(value));
  return `SELECT case_id FROM views.history_case h WHERE ${where} AND ${standingIn('h', at, parameters)}`;
}

export const isOfCompany = ({ kind }: Scope): boolean =>
  kind === 'complainant' || kind === 'agent' || kind === 'respondent';

/** SQL: which clocks are asked for, of those which the offices of the scope held. */
export function askedFor(scope: Scope, query: Omit<PastBoardQuery, 'by'>, parameters: Parameters): string {
  const { district, office, kind, clock } = query;
  const conditions = [clock === undefined ? `duty = 'office'` : `rule = ${parameters.add(clock)}`];
  if (scope.kind === 'office') conditions.push(`office = ${parameters.add(scope.office)}`);
  if (scope.kind === 'district') conditions.push(`district = ${parameters.add(scope.district)}`);
  if (scope.kind === 'none') conditions.push('false');
  if (district !== undefined) conditions.push(`district = ${parameters.add(district ?? '')}`);
  if (office !== undefined) conditions.push(`office = ${parameters.add(office)}`);
  if (kind !== undefined) conditions.push(`kind = ${parameters.add(kind)}`);
  return conditions.join(' AND ');
}

/** SQL: how a clock stands on the day as of which it is read. */
export function standingSql(alias: string, at: Past, parameters: Parameters): string {
  const day = dayOf(at);
  const [today, soon] = [parameters.add(day), parameters.add(soonUntil(day))];
  return `CASE WHEN ${alias}.state <> 'open' THEN ${alias}.state WHEN ${alias}.due_sort < ${today}::date THEN 'late'
    WHEN ${alias}.due_sort <= ${soon}::date THEN 'dueSoon' ELSE 'running' END`;
}

function rowsOf(groups: readonly Group[], query: PastBoardQuery): readonly PastBoardRow[] {
  const rows = new Map<string, Group[]>();
  for (const group of groups) {
    const key = dimensions[query.by].map((dimension) => group[dimension as keyof Group]).join('\n');
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

function countsOf(groups: readonly Group[]): PastCounts {
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
