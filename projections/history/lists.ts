import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { CaseRow } from '../followed-case/case-row.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import type { Standing } from '../law-in-force/standing.js';
import {
  anyText,
  cursor,
  dayOrInfinity,
  Parameters,
  readCursor,
  reader,
  type Database,
  type ViewDb,
} from '../reader.js';
import { soughtCase } from '../found-by-party.js';
import { held, isOfCompany, type BoardQuery } from '../followed-case/board.js';
import { standingSql } from './board.js';
import { parkedThen } from './parked-then.js';
import { pastRow, type StoredPastRow } from './past-row.js';
import { dayOf, countsAsOf, standingIn, type Past } from '../followed-case/past.js';

export interface PastListQuery {
  readonly queue:
    | { readonly of: 'mine'; readonly person: string }
    | { readonly of: 'office'; readonly office: string }
    | { readonly of: 'unassigned' }
    | { readonly of: 'all' };
  readonly kind?: KindName;
  readonly status?: string;
  readonly level?: CaseLevel;
  /** The beginning of a case number or credit code, or a part of a party's name. */
  readonly search?: string;
  readonly after?: string;
  readonly limit: number;
}

export interface PastPage extends Past {
  readonly rows: readonly CaseRow[];
  readonly next: string | null;
  readonly today: PlainDate;
}

/** Of what is closed and has no clock that goes on there is most: it stands at the end, in the order of an index. */
const active = `(h.open OR h.due_sort < 'infinity')`;
const resting = `NOT h.open AND h.due_sort = 'infinity'`;
const place = 'due_sort, lodged_on, case_id';

/** The worklist as of E, known at K, in its order. @throws WrongCursor */
export async function pastWorklist(
  db: Database,
  scope: Scope,
  query: PastListQuery,
  at: Past,
): Promise<PastPage & { readonly total: number; readonly more: boolean }> {
  const read = reader(db);
  const parameters = new Parameters();
  const found = await foundSql(read, query.search, parameters);
  const where = `${standingIn('h', at, parameters)} AND ${filter(scope, query, parameters)} AND ${found}`;
  const beyond = query.after === undefined ? 'true' : beyondOf(query.after, parameters);
  const limit = parameters.add(query.limit + 1);
  const part = (which: string, order: string) =>
    `(SELECT h.* FROM views.history_case h WHERE ${which} AND ${where} AND ${beyond} ORDER BY ${order} LIMIT ${limit})`;
  const stored = await read.query<StoredPastRow>(
    `SELECT ${shownOf('h', 'h.due_sort', parkedThen(at, parameters))} FROM (${part(active, place)} UNION ALL ${part(resting, 'lodged_on, case_id')}) h
       LEFT JOIN LATERAL (SELECT * FROM views.history_clock c
         WHERE c.case_id = h.case_id AND c.rule = h.rule AND c.subject = h.subject AND c.run = h.run
           AND ${standingIn('c', at, parameters)} LIMIT 1) c ON true
     ORDER BY h.due_sort, h.lodged_on, h.case_id LIMIT ${limit}`,
    parameters.values,
  );
  const { law } = await lawInForce(read, 'views.history_law', { knownAt: at.knownAt });
  const rows = stored.slice(0, query.limit);
  const last = rows.at(-1);
  const beyondPage = stored.length > rows.length;
  const isSearch = query.search !== undefined;
  return {
    ...at,
    rows: rows.map((row) => pastRow(row, dayOf(at), law)),
    next: last && beyondPage ? cursor([last.list_due, last.lodged_on, last.case_id]) : null,
    // As on today's lists, a search is counted as far as its page.
    total: isSearch ? stored.length : await totalOf(db, scope, query, at),
    more: isSearch && (beyondPage || query.after !== undefined),
    today: dayOf(at),
  };
}

const shownOf = (
  listed: string,
  due: string,
  parked: string,
) => `${listed}.case_id, h.case_number, ${listed}.kind, h.status, h.lodged_on, h.summary, ${due} AS list_due,
  c.rule, c.run, c.state, c.due_on, c.cautious_due_on, c.provisional, c.remaining, c.unit, c.duty,
  ${listed}.case_id IN (${parked}) AS parked`;

async function totalOf(db: Database, scope: Scope, query: PastListQuery, at: Past): Promise<number> {
  const parameters = new Parameters();
  const where = `${standingIn('h', at, parameters)} AND ${filter(scope, query, parameters)}`;
  const counted = query.queue.of === 'all' && query.level === undefined && !isOfCompany(scope);
  const closed = counted ? closedCases(scope, query, at, parameters) : 'SELECT 0 AS n';
  const [row] = await reader(db).query<{ total: string }>(
    `SELECT (SELECT count(*) FROM views.history_case h WHERE ${counted ? `${active} AND h.open AND` : ''} ${where})
       + (SELECT coalesce(sum(n), 0) FROM (${closed}) AS closed) AS total`,
    parameters.values,
  );
  return Number(row!.total);
}

function closedCases(scope: Scope, { kind, status }: PastListQuery, at: Past, parameters: Parameters): string {
  const conditions = [`rule = ''`, allowedBy(scope, parameters)];
  if (kind !== undefined) conditions.push(`kind = ${parameters.add(kind)}`);
  if (status !== undefined) conditions.push(`state = ${parameters.add(status)}`);
  return countsAsOf({ table: 'history_finished', columns: 'rule', where: conditions.join(' AND ') }, at, parameters);
}

function allowedBy(scope: Scope, parameters: Parameters): string {
  const allowed = scopeSql(scope, parameters.next);
  allowed.parameters.forEach((value) => parameters.add(value));
  return allowed.where;
}

function filter(scope: Scope, { queue, kind, status, level }: PastListQuery, parameters: Parameters): string {
  const conditions = [allowedBy(scope, parameters), readableToday(scope, parameters)];
  if (queue.of === 'mine') {
    const person = parameters.add(queue.person);
    conditions.push(`open AND (holder = ${person} OR first_contact = ${person})`);
  }
  if (queue.of === 'office') conditions.push(`open AND holder_office = ${parameters.add(queue.office)}`);
  if (queue.of === 'unassigned') conditions.push('open AND holder IS NULL');
  if (kind !== undefined) conditions.push(`kind = ${parameters.add(kind)}`);
  if (status !== undefined) conditions.push(`status = ${parameters.add(status)}`);
  if (level !== undefined) conditions.push(`level = ${parameters.add(level)}`);
  return conditions.join(' AND ');
}

const rare = 2_000;

/**
 * SQL: whether a case is what is looked for. The few cases of a rare name are looked up first, and read one by one; those of
 * a common one are met soon enough in the list's own order.
 */
async function foundSql(read: ViewDb, search: string | undefined, parameters: Parameters): Promise<string> {
  if (search === undefined) return 'true';
  const { candidates, fits } = soughtCase('h', search);
  if (candidates === null) return fits(parameters);
  const apart = new Parameters();
  const ids = await read.query<{ case_id: string }>(
    `SELECT DISTINCT case_id FROM (${candidates(apart)}) AS candidate LIMIT ${apart.add(rare + 1)}`,
    apart.values,
  );
  if (ids.length > rare) return fits(parameters);
  return `h.case_id = ANY (${parameters.add(ids.map((row) => row.case_id))}::text[]) AND ${fits(parameters)}`;
}

/** A past list names no case which its reader may not open today (invariant 16): one that became confidential, say. */
function readableToday(scope: Scope, parameters: Parameters): string {
  if (scope.kind === 'all' || scope.kind === 'none') return 'true';
  return `EXISTS (SELECT 1 FROM views.case_file f WHERE f.case_id = h.case_id AND ${allowedBy(scope, parameters)})`;
}

function beyondOf(after: string, parameters: Parameters): string {
  const [due, lodged, caseId] = readCursor(after, [dayOrInfinity, isPlainDate, anyText]).map((value) =>
    parameters.add(value),
  );
  return `(due_sort, lodged_on, case_id) > (${due}::date, ${lodged}::date, ${caseId}::text)`;
}

export interface PastClocksQuery extends Omit<BoardQuery, 'by'> {
  readonly standing?: Standing;
  readonly after?: string;
  readonly limit: number;
}

const clockPlace = 'c.due_sort, h.lodged_on, c.case_id, c.rule, c.run';

/** The cases behind a figure of a past board, a row a clock. @throws WrongCursor */
export async function pastClocks(db: Database, scope: Scope, query: PastClocksQuery, at: Past): Promise<PastPage> {
  const read = reader(db);
  const parameters = new Parameters();
  const listed = `SELECT case_number, status, lodged_on, summary FROM views.history_case h WHERE h.case_id = c.case_id
    AND ${standingIn('h', at, parameters)} AND ${allowedBy(scope, parameters)} AND ${readableToday(scope, parameters)}`;
  // Who may read a case decides over a list of cases, not whose clocks are counted.
  const conditions = [standingIn('c', at, parameters), held({ kind: 'all' }, query, parameters)];
  if (query.standing !== undefined)
    conditions.push(`${standingSql('c', at, parameters)} = ${parameters.add(query.standing)}`);
  if (query.after !== undefined) {
    const values = readCursor(query.after, [dayOrInfinity, isPlainDate, anyText, anyText, anyText]);
    const [due, lodged, ...names] = values.map((value) => parameters.add(value));
    conditions.push(
      `(${clockPlace}) > (${due}::date, ${lodged}::date, ${names.map((name) => `${name}::text`).join(', ')})`,
    );
  }
  const stored = await read.query<StoredPastRow>(
    `SELECT ${shownOf('c', 'c.due_sort', parkedThen(at, parameters))} FROM views.history_clock c JOIN LATERAL (${listed}) h ON true
     WHERE ${conditions.join(' AND ')} ORDER BY ${clockPlace} LIMIT ${parameters.add(query.limit + 1)}`,
    parameters.values,
  );
  const { law } = await lawInForce(read, 'views.history_law', { knownAt: at.knownAt });
  const rows = stored.slice(0, query.limit);
  const last = rows.at(-1);
  const next = last && [last.list_due, last.lodged_on, last.case_id, last.rule!, last.run!];
  return {
    ...at,
    rows: rows.map((row) => pastRow(row, dayOf(at), law)),
    next: next && stored.length > rows.length ? cursor(next) : null,
    today: dayOf(at),
  };
}
