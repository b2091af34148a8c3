import type { Scope } from '@redress/access/scope.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Duty } from '@redress/deadlines/law/law-pack.js';
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
import { lawInForce } from '../law-in-force/law-in-force.js';
import { soonUntil } from '../law-in-force/standing.js';
import { Parameters, reader, type Database } from '../reader.js';
import { inCells, spansOn } from './cells.js';

export interface Board {
  readonly today: PlainDate;
  readonly rows: readonly BoardRow[];
  readonly totals: BoardCounts;
  /** Every clock the law has, in its order. */
  readonly clocks: readonly { readonly rule: string; readonly title: Name; readonly duty: Duty }[];
}

/**
 * How the clocks of the cases stand which the offices of the scope hold. A figure counts confidential cases as well; the cases
 * behind it (`clocksBehind`) are shown to those alone who may read them.
 */
export async function slaBoard(db: Database, scope: Scope, query: BoardQuery, today: PlainDate): Promise<Board> {
  const read = reader(db);
  const parameters = new Parameters();
  const standing = standingSql('due', parameters, today);
  const conditions = held(scope, query, parameters);
  const where = conditions.join(' AND ');
  const columns = 'district, office, kind, rule';
  const clocks = `SELECT *, ${standing} AS standing FROM (
      SELECT ${columns}, duty, state, due_sort AS due, provisional, case_id FROM views.sla_clock
      WHERE ${companyOnly(scope, parameters)}
    ) AS clock WHERE ${where}`;
  const parked = `${clocks} AND case_id IN (${parkedCases})`;
  // The counts are kept by office; a company, which has few cases, has its clocks counted one by one.
  const counted = isOfCompany(scope)
    ? `SELECT ${columns}, standing, provisional, 1 AS n FROM (${clocks}) AS counted`
    : spansOn(today)
        .map(
          (span) => `SELECT ${columns}, ${standing} AS standing, provisional, n FROM views.sla_count
            WHERE ${inCells(scope, query, conditions)} AND ${span}`,
        )
        .join(' UNION ALL ');
  const told = dimensions[query.by].join(', ');
  const groups = await read.prepared<Group>(
    `SELECT ${told}, standing, sum(n) AS n, coalesce(sum(n) FILTER (WHERE provisional), 0) AS provisional
     FROM (
       ${counted}
       UNION ALL SELECT ${columns}, standing, provisional, -1 FROM (${parked}) AS parked
       UNION ALL SELECT ${columns}, 'cannotTell', provisional, 1 FROM (${parked}) AS parked
     ) AS counted
     GROUP BY ${told}, standing HAVING sum(n) <> 0 ORDER BY ${told}`,
    parameters.values,
  );
  const { law } = await lawInForce(read, 'views.sla_law');
  const rules = (law?.packs ?? [])
    .flatMap((pack) => pack.rules)
    .map(({ id, title, duty }) => [id, { rule: id, title, duty }] as const);
  return { today, rows: rowsOf(groups, query), totals: countsOf(groups), clocks: [...new Map(rules).values()] };
}

function companyOnly(scope: Scope, parameters: Parameters): string {
  return isOfCompany(scope) ? scoped(scope, parameters) : 'true';
}

/** SQL: how a clock stands today. */
function standingSql(due: string, parameters: Parameters, today: PlainDate): string {
  const day = `${parameters.add(today)}::date`;
  const soon = `${parameters.add(soonUntil(today))}::date`;
  return `CASE WHEN state <> 'open' THEN state WHEN ${due} < ${day} THEN 'late'
    WHEN ${due} <= ${soon} THEN 'dueSoon' ELSE 'running' END`;
}

/** SQL: the ids of the cases which are parked in this view. */
export const parkedCases = `SELECT substr(stream, strpos(stream, '-') + 1) FROM views.parked_streams WHERE view = 'sla-board'`;
