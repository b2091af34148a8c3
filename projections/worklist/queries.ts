import { namesInCircle } from '@redress/access/confidentiality.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Scope } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { caseRow, parkedIn, type CaseRow, type StoredCaseRow } from '../followed-case/case-row.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import { anyText, cursor, dayOrInfinity, Parameters, readCursor, reader, type Database } from '../reader.js';
import { mergedPage, mergedRows, type FilteredList } from '../merged-list.js';
import { caseNumberPrefix, searchable, soughtTokens } from './name-search.js';

/** Mine: the cases I have in hand or answer for. My office's: those it holds. Unassigned: in nobody's hands. All only while open. */
export type Queue =
  | { readonly of: 'mine'; readonly person: string }
  | { readonly of: 'office'; readonly office: string }
  | { readonly of: 'unassigned' }
  | { readonly of: 'all' };

export interface WorklistQuery {
  readonly queue: Queue;
  readonly kind?: KindName;
  /** Of the kind's own state machine. */
  readonly status?: string;
  readonly level?: CaseLevel;
  /** The beginning of a case number or credit code, or a part of a party's name; a single character: its first. */
  readonly search?: string;
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface WorklistPage {
  readonly rows: readonly CaseRow[];
  readonly next: string | null;
  /** Of the whole list, not of the page. */
  readonly total: number;
  /** The list is longer than `total`: it was counted no further. */
  readonly more: boolean;
  readonly today: PlainDate;
}

/** Lists are counted up to here; a search only as far as its page. */
const countedTo = 1000;

/** Ordered by due date, cases without one last, then by day of lodging. @throws WrongCursor */
export async function worklistPage(
  db: Database,
  scope: Scope,
  query: WorklistQuery,
  today: PlainDate,
): Promise<WorklistPage> {
  const parameters = new Parameters();
  const list = listOf(scope, query, parameters);
  const after = query.after === undefined ? 'true' : beyond(query.after, parameters);
  const page = list.page(after, parameters.add(query.limit + 1));
  const read = reader(db);
  const stored = await read.query<StoredCaseRow & { due_sort: string; total: number | null }>(
    `SELECT case_id, case_number, kind, ${shown(scope)}, w.lodged_on, summary, w.due_sort,
       ${parkedIn('worklist', 'case_id')} AS parked, ${list.ids === null ? 'NULL' : `(SELECT count(*)::integer FROM (${list.ids}) AS counted)`} AS total
     FROM (${page}) AS page JOIN views.worklist w USING (case_id) ORDER BY page.due_sort, page.lodged_on, case_id`,
    parameters.values,
  );
  const { law } = await lawInForce(read, 'views.worklist_law');
  const listed = stored.slice(0, query.limit);
  const last = listed.at(-1);
  const total = stored[0]?.total ?? stored.length;
  return {
    rows: listed.map((row) => caseRow(row, today, law?.calendar ?? null)),
    next: last && stored.length > listed.length ? cursor([last.due_sort, last.lodged_on, last.case_id]) : null,
    total: Math.min(total, countedTo),
    more: total > countedTo || (list.ids === null && (stored.length > listed.length || query.after !== undefined)),
    today,
  };
}

/** SQL: the status of a case as the reader is told it. */
function statusOf(scope: Scope): string {
  return scope.kind === 'respondent' ? 'status_told' : 'status';
}

/** SQL: the columns of a row which not every reader sees alike. */
function shown(scope: Scope): string {
  const clock = scope.kind === 'respondent' ? 'CASE WHEN clock_told THEN clock END' : 'clock';
  return `${statusOf(scope)} AS status, ${clock} AS clock`;
}

interface List {
  /** SQL: the columns of `order` of a page. */
  readonly page: (after: string, limit: string) => string;
  /** SQL: its cases, no more than are counted; null where only the page is counted. */
  readonly ids: string | null;
}

const order = 'due_sort, lodged_on, case_id';
const most = `LIMIT ${countedTo + 1}`;

function listOf(scope: Scope, query: WorklistQuery, parameters: Parameters): List {
  const { queue, kind, status, level, search } = query;
  const fits = [
    ...(kind === undefined ? [] : [`kind = ${parameters.add(kind)}`]),
    ...(status === undefined ? [] : [`${statusOf(scope)} = ${parameters.add(status)}`]),
    ...(level === undefined ? [] : [`level = ${parameters.add(level)}`]),
    ...(queue.of === 'unassigned' ? ['unassigned'] : []),
  ];
  const wanted = search?.trim() ?? '';
  const found = wanted === '' ? null : sought(wanted, parameters);
  return either(
    sourcesOf(scope, queue, parameters).map((source) => {
      if (found !== null) return searched(source, found, fits);
      return fits.length === 0 || source.narrow ? walked(source, fits) : merged(source, fits);
    }),
  );
}

/** Where a list's cases stand in its order. */
interface Source {
  readonly from: string;
  /** What the index's first columns equal. */
  readonly where: string;
  /** Of one person or company: few enough to be filtered row by row. */
  readonly narrow: boolean;
}

/** More than one where each has an order of its own: one condition with OR would have none. */
function sourcesOf(scope: Scope, queue: Queue, parameters: Parameters): readonly Source[] {
  const from = 'views.worklist';
  const held = (column: string, value: string, narrow: boolean) => ({
    from,
    where: `open AND ${column} = ${parameters.add(value)} AND ${scoped(scope, parameters)}`,
    narrow,
  });
  if (queue.of === 'mine') return ['holder', 'first_contact'].map((column) => held(column, queue.person, true));
  if (queue.of === 'office') return [held('holder_office', queue.office, false)];
  if (scope.kind === 'office')
    return namesInCircle(scope).map((name) => ({
      from: 'views.worklist_reader',
      where: `reader = ${parameters.add(name)}`,
      narrow: false,
    }));
  const narrow = scope.kind === 'complainant' || scope.kind === 'agent' || scope.kind === 'respondent';
  return [{ from, where: scoped(scope, parameters), narrow }];
}

function scoped(scope: Scope, parameters: Parameters): string {
  const { where, parameters: values } = scopeSql(scope, parameters.next);
  values.forEach((value) => parameters.add(value));
  return where;
}

function walked({ from, where }: Source, fits: readonly string[]): List {
  const all = [where, ...fits].join(' AND ');
  return {
    page: (after, limit) => `SELECT ${order} FROM ${from} WHERE ${all} AND ${after} ORDER BY ${order} LIMIT ${limit}`,
    ids: `SELECT case_id FROM ${from} WHERE ${all} ${most}`,
  };
}

function merged(source: Source, fits: readonly string[]): List {
  const list: FilteredList = {
    ...source,
    groups: ['kind', 'status', 'level', 'unassigned'],
    fits: fits.map((fit) => `present.${fit}`).join(' AND '),
    order,
  };
  return { page: (after, limit) => mergedPage(list, after, limit), ids: mergedRows(list, 'case_id', most) };
}

/** What is found is read by the index of names where it is rare, and in the list's order where it is common. */
function searched({ from, where }: Source, found: string, fits: readonly string[]): List {
  const all = [where, found, ...fits].join(' AND ');
  return {
    page: (after, limit) =>
      `SELECT ${order} FROM ${from} JOIN views.worklist_name USING (case_id)
       WHERE ${all} AND ${after} ORDER BY ${order} LIMIT ${limit}`,
    ids: null,
  };
}

function either(lists: readonly List[]): List {
  const [only] = lists;
  if (lists.length === 1) return only!;
  const united = (parts: readonly string[]) => parts.map((part) => `(${part})`).join(' UNION ');
  return {
    page: (after, limit) =>
      `SELECT ${order} FROM (${united(lists.map((list) => list.page(after, limit)))}) AS either
       ORDER BY ${order} LIMIT ${limit}`,
    ids: only!.ids && united(lists.map((list) => list.ids!)),
  };
}

/** SQL: whether a row of `worklist_name` is what is looked for. */
function sought(search: string, parameters: Parameters): string {
  const number = caseNumberPrefix(search);
  const numbered = number !== null && `number LIKE ${parameters.add(`${number}%`)}`;
  // Two letters may as well stand in a name.
  if (numbered && number.length > 2) return numbered;
  const name = searchable(search);
  const tokens = `name_pairs @> ${parameters.add(soughtTokens(name))}`;
  // The pairs may stand apart: what the index finds is looked at once more.
  const named = `(${tokens} AND position(${parameters.add(name)} IN names) > 0)`;
  if (numbered) return `(${numbered} OR ${named})`;
  if (!/^[0-9a-z]{4,18}$/i.test(search)) return named;
  const code = parameters.add(`${search.toUpperCase()}%`);
  return `(${named} OR complainant LIKE ${code} OR respondent LIKE ${code})`;
}

/** SQL: what stands after the cursor's place. @throws WrongCursor */
function beyond(after: string, parameters: Parameters): string {
  const [due, lodged, caseId] = readCursor(after, [dayOrInfinity, isPlainDate, anyText]).map((value) =>
    parameters.add(value),
  );
  return `(${order}) > (${due}::date, ${lodged}::date, ${caseId}::text)`;
}
