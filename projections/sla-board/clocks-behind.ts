import type { Scope } from '@redress/access/scope.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { caseRow, parkedIn, type CaseRow, type StoredCaseRow } from '../followed-case/case-row.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import { soonUntil, type Standing } from '../law-in-force/standing.js';
import { mergedPage, presentGroups } from '../merged-list.js';
import {
  anyText,
  cursor,
  dayOrInfinity,
  pageAndOne,
  Parameters,
  readCursor,
  reader,
  type Database,
} from '../reader.js';
import { isOfCompany, scoped, type BoardQuery } from '../followed-case/board.js';
import { parkedCases } from './queries.js';

export interface ClocksQuery extends Omit<BoardQuery, 'by'> {
  readonly standing?: Standing;
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

const key = 'case_id, rule, subject, run';
const order = `due_sort, lodged_on, ${key}`;

/** The cases behind a figure of the board, a row a clock, in the order of due dates. @throws WrongCursor */
export async function clocksBehind(
  db: Database,
  scope: Scope,
  query: ClocksQuery,
  today: PlainDate,
): Promise<{ readonly rows: readonly CaseRow[]; readonly next: string | null; readonly today: PlainDate }> {
  const parameters = new Parameters();
  const read = reader(db);
  const after = query.after === undefined ? 'true' : beyond(query.after, parameters);
  const limit = pageAndOne(query.limit, parameters);
  const page = pageSql(scope, query, today, after, limit, parameters);
  const stored = await read.prepared<StoredClock>(
    `SELECT case_id, case_number, kind, status, c.lodged_on, summary, clock, c.due_sort, rule, subject, run,
       ${parkedIn('sla-board', 'case_id')} AS parked
     FROM (${page}) AS page JOIN views.sla_clock c USING (${key}) ORDER BY page.due_sort, page.lodged_on, ${key}`,
    parameters.values,
  );
  const { law } = await lawInForce(read, 'views.sla_law');
  const shown = stored.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => caseRow(row, today, law?.calendar ?? null)),
    next: last && stored.length > shown.length ? cursor(placeOf(last)) : null,
    today,
  };
}

function pageSql(
  scope: Scope,
  { district, office, kind, clock, standing }: ClocksQuery,
  today: PlainDate,
  after: string,
  limit: string,
  parameters: Parameters,
): string {
  const from = 'views.sla_clock';
  const place = placeSql(scope, {
    ...(district !== undefined && { district }),
    ...(office !== undefined && { office }),
  });
  const where = place === null ? 'true' : `${place.column} = ${parameters.add(place.value)}`;
  const allowed = scoped(scope, parameters);
  const further = [
    allowed,
    ...(district === undefined ? [] : [`district = ${parameters.add(district ?? '')}`]),
    ...(office === undefined ? [] : [`office = ${parameters.add(office)}`]),
    after,
  ].join(' AND ');
  const tellable = `case_id <> ALL (ARRAY(${parkedCases}))`;
  const [state, due] = standing === undefined ? [undefined, 'true'] : stateAndDue(standing, today);
  const within = standing === undefined ? further : `${further} AND ${due} AND ${tellable}`;
  const like = (ofState: string) =>
    parameters.add(
      [clock === undefined ? 'office' : '%', kind ?? '%', clock?.replace(/[\\%_]/g, '\\$&') ?? '%', ofState].join('/'),
    );
  const pattern = like(state ?? '%');
  const list = { from, where, group: 'clock_group' };
  const rows = isOfCompany(scope)
    ? `SELECT ${order} FROM ${from} WHERE clock_group LIKE ${pattern} AND ${within} ORDER BY ${order} LIMIT ${limit}`
    : mergedPage({ ...list, groups: presentGroups(list, pattern), order }, within, limit);
  if (standing !== 'cannotTell') return rows;
  // Of a parked case nothing can be told, whatever its rows say (invariant 9).
  const parked = `SELECT ${order} FROM ${from} WHERE case_id IN (${parkedCases})
    AND clock_group LIKE ${like('%')} AND ${further}`;
  return `SELECT * FROM ((${rows}) UNION ALL (${parked})) AS either ORDER BY ${order} LIMIT ${limit}`;
}

/** The narrowest of the columns by which the clocks stand in order. */
function placeSql(scope: Scope, { district, office }: Pick<BoardQuery, 'district' | 'office'>) {
  if (scope.kind === 'office') return { column: 'office', value: scope.office };
  if (office !== undefined) return { column: 'office', value: office };
  if (scope.kind === 'district') return { column: 'district', value: scope.district };
  return district === undefined ? null : { column: 'district', value: district ?? '' };
}

/** In which state the clocks are kept that stand so today, and SQL: when they are due. */
function stateAndDue(standing: Standing, today: PlainDate): readonly [state: string, due: string] {
  switch (standing) {
    case 'late':
      return ['open', `due_sort < DATE '${today}'`];
    case 'dueSoon':
      return ['open', `due_sort BETWEEN DATE '${today}' AND DATE '${soonUntil(today)}'`];
    case 'running':
      return ['open', `due_sort > DATE '${soonUntil(today)}'`];
    default:
      return [standing, 'true'];
  }
}

/** SQL: what stands after the cursor's place. @throws WrongCursor */
function beyond(after: string, parameters: Parameters): string {
  const place = readCursor(after, [dayOrInfinity, isPlainDate, anyText, anyText, anyText, anyText]);
  const [due, lodged, ...names] = place.map((value) => parameters.add(value));
  return `(${order}) > (${due}::date, ${lodged}::date, ${names.map((name) => `${name}::text`).join(', ')})`;
}

type StoredClock = StoredCaseRow & {
  readonly due_sort: string;
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
};

function placeOf({ due_sort, lodged_on, case_id, rule, subject, run }: StoredClock): readonly string[] {
  return [due_sort, lodged_on, case_id, rule, subject, run];
}
