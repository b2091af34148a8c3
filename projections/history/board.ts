import type { Scope } from '@redress/access/scope.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Duty } from '@redress/deadlines/law/law-pack.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import { soonUntil } from '../law-in-force/standing.js';
import { Parameters, reader, type Database, type ViewDb } from '../reader.js';
import {
  type BoardCounts,
  type BoardQuery,
  type BoardRow,
  dimensions,
  type Group,
  rowsOf,
  countsOf,
  isOfCompany,
  scoped,
  held,
} from '../followed-case/board.js';
import { countsAsOf, dayOf, standingIn, type Past } from '../followed-case/past.js';
import { isUnfinished } from './counted-state.js';
import { parkedThen } from './parked-then.js';

export interface PastBoard extends Past {
  /** The day as of which the clocks are read. */
  readonly today: PlainDate;
  readonly rows: readonly BoardRow[];
  readonly totals: BoardCounts;
  readonly clocks: readonly { readonly rule: string; readonly title: Name; readonly duty: Duty }[];
}

/** The board as of E, known at K. */
export async function pastBoard(db: Database, scope: Scope, query: BoardQuery, at: Past): Promise<PastBoard> {
  const read = reader(db);
  const groups = await groupsOf(read, scope, query, at);
  const { law } = await lawInForce(read, 'views.history_law', { knownAt: at.knownAt });
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

function groupsOf(read: ViewDb, scope: Scope, query: BoardQuery, at: Past): Promise<readonly Group[]> {
  const parameters = new Parameters();
  const asked = held(scope, query, parameters).join(' AND ');
  const told = dimensions[query.by].join(', ');
  const columns = `${told}, standing, provisional`;
  const one = `SELECT ${told}, ${unparkedSql('c', at, parameters)} AS standing, provisional, 1 AS n
    FROM views.history_clock c WHERE ${standingIn('c', at, parameters)} AND ${asked}`;
  const ofCompany = isOfCompany(scope) && casesOf(scope, at, parameters);
  const counted = ofCompany
    ? `${one} AND case_id IN (${ofCompany})`
    : `${one} AND ${isUnfinished} UNION ALL SELECT ${columns}, n FROM (
        ${countsAsOf({ table: 'history_finished', columns: `${told}, state AS standing, provisional`, where: `rule <> '' AND ${asked}` }, at, parameters)}
      ) AS finished`;
  const parked = `SELECT ${told}, ${unparkedSql('c', at, parameters)} AS standing, provisional FROM views.history_clock c
    WHERE case_id IN (${parkedThen(at, parameters)}) AND ${standingIn('c', at, parameters)} AND ${asked}
      ${ofCompany ? `AND case_id IN (${ofCompany})` : ''}`;
  return read.query<Group>(
    `SELECT ${told}, standing, sum(n) AS n, coalesce(sum(n) FILTER (WHERE provisional), 0) AS provisional
     FROM (${counted}
       UNION ALL SELECT ${columns}, -1 AS n FROM (${parked}) AS parked
       UNION ALL SELECT ${told}, 'cannotTell', provisional, 1 FROM (${parked}) AS parked
     ) AS counted GROUP BY ${told}, standing HAVING sum(n) <> 0 ORDER BY ${told}`,
    parameters.values,
  );
}

/** A company has few cases: its clocks are counted one by one. */
function casesOf(scope: Scope, at: Past, parameters: Parameters): string {
  return `SELECT case_id FROM views.history_case h WHERE ${scoped(scope, parameters)} AND ${standingIn('h', at, parameters)}`;
}

/** SQL: how a clock stands on the day as of which it is read; of a parked case nothing can be told. */
export function standingSql(alias: string, at: Past, parameters: Parameters): string {
  return `CASE WHEN ${alias}.case_id IN (${parkedThen(at, parameters)}) THEN 'cannotTell'
    ELSE ${unparkedSql(alias, at, parameters)} END`;
}

function unparkedSql(alias: string, at: Past, parameters: Parameters): string {
  const day = dayOf(at);
  const [today, soon] = [parameters.add(day), parameters.add(soonUntil(day))];
  return `CASE WHEN ${alias}.state <> 'open' THEN ${alias}.state WHEN ${alias}.due_sort < ${today}::date THEN 'late'
    WHEN ${alias}.due_sort <= ${soon}::date THEN 'dueSoon' ELSE 'running' END`;
}
