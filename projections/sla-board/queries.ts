import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Name } from '@redress/cases/shared/reference.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Duty } from '@redress/deadlines/law/law-pack.js';
import { caseRow, parkedIn, type CaseRow, type StoredCaseRow } from '../followed-case/case-row.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import { soonUntil, standings, type Standing } from '../law-in-force/standing.js';
import { anyText, cursor, dayOrInfinity, Parameters, readCursor, reader, type Database } from '../reader.js';

/** How many clocks stand where. `provisional`: how many of those not yet stopped have a provisional date. */
export type BoardCounts = Readonly<Record<Standing | 'provisional', number>>;

export interface BoardRow extends BoardCounts {
  /** Division code; null: the city itself. */
  readonly district: string | null;
  /** A rule's id, or `all`. */
  readonly clock: string;
}

export interface Board {
  readonly today: PlainDate;
  readonly rows: readonly BoardRow[];
  readonly totals: BoardCounts;
  /** Every clock the law has, in its order. */
  readonly clocks: readonly { readonly rule: string; readonly title: Name; readonly duty: Duty }[];
}

const isOfCompany = ({ kind }: Scope) => kind === 'complainant' || kind === 'agent' || kind === 'respondent';

/**
 * One clock's counts by district.
 *
 * @param clock a rule's id, or `all` for all clocks together which await an office's act: what a party is late with is no
 *   office's lateness
 */
export async function slaBoard(db: Database, scope: Scope, clock: string, today: PlainDate): Promise<Board> {
  const read = reader(db);
  const parameters = new Parameters();
  const standing = standingSql(parameters, today);
  const allowed = scopeSql(scope, parameters.next);
  allowed.parameters.forEach((value) => parameters.add(value));
  const ofClock = clock === 'all' ? `duty = 'office'` : `rule = ${parameters.add(clock)}`;
  const clocks = `SELECT coalesce(district, '') AS district, rule, ${standing} AS standing, provisional`;
  // The counts are kept for offices; a company, which has few cases, has its clocks counted one by one.
  const counted = isOfCompany(scope) ? `${clocks}, 1 AS n FROM views.sla_clock` : `${clocks}, n FROM views.sla_count`;
  const parked = `views.sla_clock JOIN
    (SELECT substr(stream, strpos(stream, '-') + 1) AS case_id FROM views.parked_streams WHERE view = 'sla-board') parked
    USING (case_id)`;
  const where = `WHERE ${allowed.where} AND ${ofClock}`;
  const groups = await read.query<{ district: string; standing: Standing; n: string; provisional: string }>(
    `SELECT district, standing, sum(n) AS n, coalesce(sum(n) FILTER (WHERE provisional), 0) AS provisional
     FROM (
       ${counted} ${where}
       UNION ALL ${clocks}, -1 FROM ${parked} ${where}
       UNION ALL SELECT coalesce(district, ''), rule, 'cannotTell', provisional, 1 FROM ${parked} ${where}
     ) AS counted
     GROUP BY district, standing HAVING sum(n) <> 0 ORDER BY district`,
    parameters.values,
  );
  const districts = [...new Set(groups.map(({ district }) => district))];
  const { law } = await lawInForce(read, 'views.sla_law');
  const rules = (law?.packs ?? [])
    .flatMap((pack) => pack.rules)
    .map(({ id, title, duty }) => [id, { rule: id, title, duty }] as const);
  return {
    today,
    rows: districts.map((code) => ({
      district: code === '' ? null : code,
      clock,
      ...countsOf(groups.filter(({ district }) => district === code)),
    })),
    totals: countsOf(groups),
    clocks: [...new Map(rules).values()],
  };
}

const unfinished: ReadonlySet<Standing> = new Set(['running', 'dueSoon', 'late', 'paused', 'cannotTell']);

function countsOf(groups: readonly { standing: Standing; n: string; provisional: string }[]): BoardCounts {
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

function standingSql(parameters: Parameters, today: PlainDate): string {
  const day = `${parameters.add(today)}::date`;
  const soon = `${parameters.add(soonUntil(today))}::date`;
  return `CASE WHEN state <> 'open' THEN state WHEN due_sort < ${day} THEN 'late'
    WHEN due_sort <= ${soon} THEN 'dueSoon' ELSE 'running' END`;
}

export interface ClocksQuery {
  /** Division code, null for the city itself; every district when left out. */
  readonly district?: string | null;
  /** A rule's id; every clock which awaits an office's act when left out. */
  readonly clock?: string;
  readonly standing?: Standing;
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** The cases behind a figure of the board, a row a clock, in the order of due dates. @throws WrongCursor */
export async function clocksBehind(
  db: Database,
  scope: Scope,
  query: ClocksQuery,
  today: PlainDate,
): Promise<{ readonly rows: readonly CaseRow[]; readonly next: string | null; readonly today: PlainDate }> {
  const parameters = new Parameters();
  const read = reader(db);
  const allowed = scopeSql(scope, parameters.next);
  allowed.parameters.forEach((value) => parameters.add(value));
  const parked = parkedIn('sla-board', 'case_id');
  const conditions = [allowed.where];
  if (query.district !== undefined) conditions.push(`district IS NOT DISTINCT FROM ${parameters.add(query.district)}`);
  conditions.push(query.clock === undefined ? `duty = 'office'` : `rule = ${parameters.add(query.clock)}`);
  if (query.standing !== undefined) {
    const standing = `CASE WHEN ${parked} THEN 'cannotTell' ELSE ${standingSql(parameters, today)} END`;
    conditions.push(`${standing} = ${parameters.add(query.standing)}`);
  }
  if (query.after !== undefined) {
    const place = readCursor(query.after, [dayOrInfinity, isPlainDate, anyText, anyText, anyText]);
    const [due, lodged, ...names] = place.map((value) => parameters.add(value));
    conditions.push(`(${order}) > (${due}::date, ${lodged}::date, ${names.map((name) => `${name}::text`).join(', ')})`);
  }
  const stored = await read.query<StoredClock>(
    `SELECT case_id, case_number, kind, status, lodged_on, summary, clock, due_sort, rule, run, ${parked} AS parked
     FROM views.sla_clock WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${parameters.add(query.limit + 1)}`,
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

const order = 'due_sort, lodged_on, case_id, rule, run';

type StoredClock = StoredCaseRow & { readonly due_sort: string; readonly rule: string; readonly run: string };

function placeOf({ due_sort, lodged_on, case_id, rule, run }: StoredClock): readonly string[] {
  return [due_sort, lodged_on, case_id, rule, run];
}
