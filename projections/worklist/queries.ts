import { namesInCircle } from '@redress/access/confidentiality.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Scope } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { caseRow, parkedIn, type CaseRow, type StoredCaseRow } from '../followed-case/case-row.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import {
  anyText,
  cursor,
  dayOrInfinity,
  pageAndOne,
  Parameters,
  readCursor,
  reader,
  type Database,
  type ViewDb,
} from '../reader.js';
import { likeGroups, respondentReader } from './list-group.js';
import {
  either,
  lastLookedAt,
  lookedThrough,
  merged,
  ofNumbers,
  ofParties,
  order,
  type Page,
  type Source,
  united,
  walked,
} from './list-page.js';
import { soughtBy, type Sought } from './search.js';

/**
 * Mine: the cases I have in hand or answer for. My office's: those it holds. Unassigned: in nobody's hands. All only while
 * open. After the end: those which are over and have a duty that their end did not take away, of whoever held them.
 */
export type Queue =
  | { readonly of: 'mine'; readonly person: string }
  | { readonly of: 'office'; readonly office: string }
  | { readonly of: 'unassigned' }
  | { readonly of: 'afterEnd' }
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
  const ofEach = isNarrowed(scope, query) ? Infinity : query.limit + 1;
  const sought = await soughtBy(db, query.search?.trim() ?? '', ofEach, parameters);
  const list = listOf(scope, query, sought, parameters);
  const after = query.after === undefined ? 'true' : beyond(query.after, parameters);
  const page = list.page(after, pageAndOne(query.limit, parameters));
  // How much one person or company has decides how its list is best read.
  const stored = await read[list.bounded ? 'query' : 'prepared']<StoredCaseRow & Place & { total: number | null }>(
    `SELECT case_id, case_number, kind, ${shown(scope)}, w.lodged_on, summary, page.due_sort,
       ${parkedIn('worklist', 'case_id')} AS parked, ${list.length === null ? 'NULL' : `(${list.length})`} AS total
     FROM (${page}) AS page JOIN views.worklist w USING (case_id) ORDER BY page.due_sort, page.lodged_on, case_id`,
    parameters.values,
  );
  const isFull = stored.length > query.limit;
  const until = isFull || sought?.of !== 'many' ? null : await lastPlaceLookedAt(read, scope, query);
  const { law } = await lawInForce(read, 'views.worklist_law');
  const listed = stored.slice(0, query.limit).filter((row) => until === null || inOrder(row) <= inOrder(until));
  const last = until ?? (isFull ? listed.at(-1)! : null);
  const next = last && cursor([last.due_sort, last.lodged_on, last.case_id]);
  const counted = stored[0]?.total ?? stored.length;
  return {
    rows: listed.map((row) => caseRow(row, today, law?.calendar ?? null)),
    next,
    total: list.bounded ? Math.min(counted, countedTo) : counted,
    more: list.length === null ? next !== null || query.after !== undefined : list.bounded && counted > countedTo,
    today,
  };
}

/** Whether cases of a company may have to be passed over. */
function isNarrowed(scope: Scope, { queue, kind, status, level }: WorklistQuery): boolean {
  return scope.kind !== 'all' || queue.of !== 'all' || [kind, status, level].some((asked) => asked !== undefined);
}

type Place = Pick<StoredCaseRow, 'case_id' | 'lodged_on'> & { readonly due_sort: string };

/** Compares as the places do: the text `infinity` stands behind every day. */
function inOrder({ due_sort, lodged_on, case_id }: Place): string {
  return [due_sort, lodged_on, case_id].join(' ');
}

/** How far a page of a search that looks through lists got; null where it saw their ends. */
async function lastPlaceLookedAt(read: ViewDb, scope: Scope, { queue, after }: WorklistQuery): Promise<Place | null> {
  const parameters = new Parameters();
  const sources = sourcesOf(scope, queue, parameters);
  const begun = after === undefined ? 'true' : beyond(after, parameters);
  const [place] = await read.prepared<Place>(lastLookedAt(sources, begun), parameters.values);
  return place ?? null;
}

/** SQL: the columns of a row which not every reader sees alike. */
function shown(scope: Scope): string {
  return scope.kind === 'respondent'
    ? 'status_told AS status, CASE WHEN clock_told THEN clock END AS clock'
    : 'status, clock';
}

interface List {
  readonly page: Page;
  /** SQL: how many cases it has; null where only the page is counted. */
  readonly length: string | null;
  readonly bounded: boolean;
}

function listOf(scope: Scope, query: WorklistQuery, sought: Sought | null, parameters: Parameters): List {
  const { queue, kind, status, level } = query;
  const like = likeGroups({
    kind,
    status,
    level,
    hands: queue.of === 'unassigned' ? 'unassigned' : queue.of === 'afterEnd' ? 'owing' : undefined,
    holds: queue.of === 'office' ? true : undefined,
  });
  const fits = like === null ? [] : [`list_group LIKE ${parameters.add(like)}`];
  const sources = sourcesOf(scope, queue, parameters);
  const pages = sources.map((source) => {
    if (sought !== null) return searched(source, sought, fits);
    return source.counts === null || like === null ? walked(source, fits) : merged(source, source.counts, fits);
  });
  return {
    page: either(pages),
    length: sought === null ? lengthOf(sources, pages, fits) : null,
    bounded: sources[0]!.counts === null,
  };
}

function searched(source: Source, sought: Sought, fits: readonly string[]): Page {
  switch (sought.of) {
    case 'parties':
      return ofParties(source, sought.parties, fits);
    case 'few':
      return ofNumbers(source, sought.named, fits);
    case 'many':
      return lookedThrough(source, sought.named, [sought.marked, ...fits]);
  }
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
  const readBy = (name: string) => {
    const where = `reader = ${parameters.add(name)}`;
    return { from: 'views.worklist_reader', where, counts: `views.worklist_reader_count WHERE ${where}` };
  };
  if (scope.kind === 'office' && (queue.of !== 'office' || queue.office === scope.office))
    return namesInCircle(scope).map(readBy);
  if (scope.kind === 'respondent') return [readBy(respondentReader(scope.creditCode))];
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

/** SQL: of the counts that are kept; a list without any is counted to its bound, in order, so that no plan reads the table. */
function lengthOf(sources: readonly Source[], pages: readonly Page[], fits: readonly string[]): string {
  const [{ counts }, ...others] = sources as [Source, ...Source[]];
  if (counts === null) {
    const most = united(pages.map((page) => page('true', String(countedTo + 1))));
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

/** SQL: what stands after the cursor's place. @throws WrongCursor */
function beyond(after: string, parameters: Parameters): string {
  const [due, lodged, caseId] = readCursor(after, [dayOrInfinity, isPlainDate, anyText]).map((value) =>
    parameters.add(value),
  );
  return `(${order}) > (${due}::date, ${lodged}::date, ${caseId}::text)`;
}
