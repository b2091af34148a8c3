import { namesInCircle } from '@redress/access/confidentiality.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Scope } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { caseRow, parkedIn, type CaseRow, type StoredCaseRow } from '../followed-case/case-row.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import { anyText, cursor, dayOrInfinity, Parameters, readCursor, reader, type Database } from '../reader.js';
import { mergedPage } from '../merged-list.js';
import { likeGroups } from './list-group.js';
import { rarestToken } from './rarest-token.js';
import { searchable, soughtTokens } from '../name-search.js';
import { soughtSql } from './sought.js';

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

/** A list of one person or company is counted up to here; a search only as far as its page. */
const countedTo = 500;

/** Ordered by due date, cases without one last, then by day of lodging. @throws WrongCursor */
export async function worklistPage(
  db: Database,
  scope: Scope,
  query: WorklistQuery,
  today: PlainDate,
): Promise<WorklistPage> {
  const read = reader(db);
  const parameters = new Parameters();
  const found = await soughtIn(db, query.search?.trim() ?? '', parameters);
  const list = listOf(scope, query, found, parameters);
  const after = query.after === undefined ? 'true' : beyond(query.after, parameters);
  const page = list.page(after, parameters.add(query.limit + 1));
  const stored = await read.query<StoredCaseRow & { due_sort: string; total: number | null }>(
    `SELECT case_id, case_number, kind, ${shown(scope)}, w.lodged_on, summary, w.due_sort,
       ${parkedIn('worklist', 'case_id')} AS parked, ${list.length === null ? 'NULL' : `(${list.length})`} AS total
     FROM (${page}) AS page JOIN views.worklist w USING (case_id) ORDER BY page.due_sort, page.lodged_on, case_id`,
    parameters.values,
  );
  const { law } = await lawInForce(read, 'views.worklist_law');
  const listed = stored.slice(0, query.limit);
  const last = listed.at(-1);
  const counted = stored[0]?.total ?? stored.length;
  const beyondPage = stored.length > listed.length;
  return {
    rows: listed.map((row) => caseRow(row, today, law?.calendar ?? null)),
    next: last && beyondPage ? cursor([last.due_sort, last.lodged_on, last.case_id]) : null,
    total: list.bounded ? Math.min(counted, countedTo) : counted,
    more: list.length === null ? beyondPage || query.after !== undefined : list.bounded && counted > countedTo,
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
  /** SQL: how many cases it has; null where only the page is counted. */
  readonly length: string | null;
  readonly bounded: boolean;
}

const order = 'due_sort, lodged_on, case_id';

function listOf(scope: Scope, query: WorklistQuery, found: string | null, parameters: Parameters): List {
  const { queue, kind, status, level } = query;
  const toldStatus = scope.kind === 'respondent' ? status : undefined;
  const like = likeGroups({
    kind,
    status: toldStatus === undefined ? status : undefined,
    level,
    hands: queue.of === 'unassigned' ? 'unassigned' : undefined,
    holds: queue.of === 'office' ? true : undefined,
  });
  const fits = [
    ...(like === null ? [] : [`list_group LIKE ${parameters.add(like)}`]),
    ...(toldStatus === undefined ? [] : [`status_told = ${parameters.add(toldStatus)}`]),
  ];
  const sources = sourcesOf(scope, queue, parameters);
  const lists = sources.map((source) => {
    if (found !== null) return searched(source, found, fits);
    return source.counts === null || like === null ? walked(source, fits) : merged(source, source.counts, fits);
  });
  return {
    page: eitherPage(lists),
    length: found === null ? lengthOf(sources, lists, fits) : null,
    bounded: sources[0]!.counts === null,
  };
}

/** Where a list's cases stand in its order. */
interface Source {
  readonly from: string;
  /** What the index's first columns equal. */
  readonly where: string;
  /** SQL: its groups and how many cases are in each; null for a list of one person or company, short enough to be walked. */
  readonly counts: string | null;
}

/** More than one where each has an order of its own: one condition with OR would have none. */
function sourcesOf(scope: Scope, queue: Queue, parameters: Parameters): readonly Source[] {
  const from = 'views.worklist';
  const held = (column: string, value: string) => ({
    from,
    where: `open AND ${column} = ${parameters.add(value)} AND ${scoped(scope, parameters)}`,
    counts: null,
  });
  if (queue.of === 'mine') return ['holder', 'first_contact'].map((column) => held(column, queue.person));
  if (scope.kind === 'office' && (queue.of !== 'office' || queue.office === scope.office))
    return namesInCircle(scope).map((name) => {
      const where = `reader = ${parameters.add(name)}`;
      return { from: 'views.worklist_reader', where, counts: `views.worklist_reader_count WHERE ${where}` };
    });
  if (queue.of === 'office') return [held('holder_office', queue.office)];
  const first = `$${parameters.next}`;
  const where = scoped(scope, parameters);
  const counted = (list: string) => `views.worklist_count WHERE list = ${list}`;
  if (scope.kind === 'all') return [{ from, where, counts: counted(`'*'`) }];
  return [{ from, where, counts: scope.kind === 'district' ? counted(first) : null }];
}

function scoped(scope: Scope, parameters: Parameters): string {
  const { where, parameters: values } = scopeSql(scope, parameters.next);
  values.forEach((value) => parameters.add(value));
  return where;
}

function walked({ from, where }: Source, fits: readonly string[]): Pick<List, 'page'> {
  const all = [where, ...fits].join(' AND ');
  return {
    page: (after, limit) => `SELECT ${order} FROM ${from} WHERE ${all} AND ${after} ORDER BY ${order} LIMIT ${limit}`,
  };
}

function merged({ from, where }: Source, counts: string, fits: readonly string[]): Pick<List, 'page'> {
  const groups = `SELECT list_group FROM ${[counts, ...fits].join(' AND ')}`;
  const list = { from, where, group: 'list_group', groups, order };
  return { page: (after, limit) => mergedPage(list, after, limit) };
}

/** What is found is read by the index of names where it is rare, and in the list's order where it is common. */
function searched({ from, where }: Source, found: string, fits: readonly string[]): Pick<List, 'page'> {
  const all = [where, found, ...fits].join(' AND ');
  return {
    page: (after, limit) =>
      `SELECT ${order} FROM ${from} JOIN views.worklist_name USING (case_id)
       WHERE ${all} AND ${after} ORDER BY ${order} LIMIT ${limit}`,
  };
}

function eitherPage(lists: readonly Pick<List, 'page'>[]): List['page'] {
  const [only] = lists;
  if (lists.length === 1) return only!.page;
  return (after, limit) =>
    `SELECT ${order} FROM (${united(lists.map((list) => list.page(after, limit)))}) AS either
     ORDER BY ${order} LIMIT ${limit}`;
}

function united(parts: readonly string[]): string {
  return parts.map((part) => `(${part})`).join(' UNION ');
}

/** SQL: of the counts that are kept; a list without any is counted to its bound, in order, so that no plan reads the table. */
function lengthOf(sources: readonly Source[], lists: readonly Pick<List, 'page'>[], fits: readonly string[]): string {
  const [{ counts }, ...others] = sources as [Source, ...Source[]];
  if (counts === null) {
    const most = united(lists.map((list) => list.page('true', String(countedTo + 1))));
    return `SELECT count(*)::integer FROM (${most}) AS counted`;
  }
  const kept = `SELECT coalesce(sum(n), 0)::integer FROM ${[counts, ...fits].join(' AND ')}`;
  if (others.length === 0) return kept;
  // A confidential case may name the officer and the office: it is one case.
  const [office, ...named] = sources.map(({ where }) => where);
  return `SELECT (${kept}) + (SELECT count(DISTINCT case_id)::integer FROM views.worklist_reader one
    WHERE ${[`(${named.join(' OR ')})`, ...fits].join(' AND ')}
      AND NOT EXISTS (SELECT FROM views.worklist_reader WHERE case_id = one.case_id AND ${office}))`;
}

/** SQL: whether a row of `worklist_name` is what is looked for; null where nothing is. */
async function soughtIn(db: Database, search: string, parameters: Parameters): Promise<string | null> {
  if (search === '') return null;
  const token = await rarestToken(db, soughtTokens(searchable(search)));
  return soughtSql(search, token === null ? [] : [token], parameters);
}

/** SQL: what stands after the cursor's place. @throws WrongCursor */
function beyond(after: string, parameters: Parameters): string {
  const [due, lodged, caseId] = readCursor(after, [dayOrInfinity, isPlainDate, anyText]).map((value) =>
    parameters.add(value),
  );
  return `(${order}) > (${due}::date, ${lodged}::date, ${caseId}::text)`;
}
