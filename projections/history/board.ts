import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Duty } from '@redress/deadlines/law/law-pack.js';
import { lawKnownAt } from '../law-in-force/law-history.js';
import { soonUntil, standings, type Standing } from '../law-in-force/standing.js';
import { Parameters, reader, type Database, type ViewDb } from '../reader.js';
import { dayOf, finishedCounts, isUnfinished, standingIn, type Past } from './past.js';

export type PastCounts = Readonly<Record<Standing | 'provisional', number>>;

export interface PastBoardRow extends PastCounts {
  /** Division code; null: the city itself. */
  readonly district: string | null;
  readonly clock: string;
}

export interface PastBoard extends Past {
  /** The day as of which the clocks are read. */
  readonly today: PlainDate;
  readonly rows: readonly PastBoardRow[];
  readonly totals: PastCounts;
  readonly clocks: readonly { readonly rule: string; readonly title: Name; readonly duty: Duty }[];
}

interface Group {
  readonly district: string;
  readonly standing: Standing;
  readonly n: string;
  readonly provisional: string;
}

/** The board as of E, known at K. @param clock a rule's id, or `all` for all that await an office's act */
export async function pastBoard(db: Database, scope: Scope, clock: string, at: Past): Promise<PastBoard> {
  const read = reader(db);
  const groups = await groupsOf(read, scope, clock, at);
  const { law } = await lawKnownAt(read, 'views.history_law', at.knownAt);
  const rules = (law?.packs ?? [])
    .flatMap((pack) => pack.rules)
    .map(({ id, title, duty }) => [id, { rule: id, title, duty }] as const);
  const districts = [...new Set(groups.map(({ district }) => district))];
  return {
    ...at,
    today: dayOf(at),
    rows: districts.map((code) => ({
      district: code === '' ? null : code,
      clock,
      ...countsOf(groups.filter(({ district }) => district === code)),
    })),
    totals: countsOf(groups),
    clocks: [...new Map(rules).values()],
  };
}

async function groupsOf(read: ViewDb, scope: Scope, clock: string, at: Past): Promise<readonly Group[]> {
  const parameters = new Parameters();
  const standing = standingSql('c', at, parameters);
  const ofClock = clock === 'all' ? `duty = 'office'` : `rule = ${parameters.add(clock)}`;
  const allowed = scopeSql(scope, parameters.next);
  allowed.parameters.forEach((value) => parameters.add(value));
  const columns = 'district, standing, provisional';
  const [from, finished] = isOfCompany(scope)
    ? [ofCompany(allowed.where, at, parameters), '']
    : [
        `views.history_clock c WHERE ${isUnfinished} AND ${allowed.where} AND ${standingIn('c', at, parameters)}`,
        `UNION ALL SELECT ${columns}, n FROM (${finishedCounts('district, state AS standing, provisional', `rule <> '' AND ${ofClock} AND ${allowed.where}`, at, parameters)}) AS finished`,
      ];
  return read.query<Group>(
    `SELECT district, standing, sum(n) AS n, coalesce(sum(n) FILTER (WHERE provisional), 0) AS provisional FROM (
       SELECT coalesce(district, '') AS district, ${standing} AS standing, provisional, 1 AS n
       FROM ${from} AND ${ofClock}
       ${finished}
     ) AS counted GROUP BY district, standing HAVING sum(n) <> 0 ORDER BY district`,
    parameters.values,
  );
}

/** A company has few cases: its clocks are counted one by one. */
function ofCompany(allowed: string, at: Past, parameters: Parameters): string {
  const reached = `SELECT case_id FROM views.history_case h WHERE ${allowed} AND ${standingIn('h', at, parameters)}`;
  return `views.history_clock c WHERE case_id IN (${reached}) AND ${standingIn('c', at, parameters)}`;
}

export const isOfCompany = ({ kind }: Scope): boolean =>
  kind === 'complainant' || kind === 'agent' || kind === 'respondent';

/** SQL: how a clock stands on the day as of which it is read. */
export function standingSql(alias: string, at: Past, parameters: Parameters): string {
  const day = dayOf(at);
  const [today, soon] = [parameters.add(day), parameters.add(soonUntil(day))];
  return `CASE WHEN ${alias}.state <> 'open' THEN ${alias}.state WHEN ${alias}.due_sort < ${today}::date THEN 'late'
    WHEN ${alias}.due_sort <= ${soon}::date THEN 'dueSoon' ELSE 'running' END`;
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
