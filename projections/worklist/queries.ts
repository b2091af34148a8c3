import { scopeSql } from '@redress/access/scope-sql.js';
import type { Scope } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { caseRow, parkedIn, type CaseRow, type StoredCaseRow } from '../followed-case/case-row.js';
import { lawInForce } from '../law-in-force/law-in-force.js';
import { anyText, cursor, dayOrInfinity, Parameters, readCursor, reader, type Database } from '../reader.js';
import { caseNumberPrefix, characterPairs, searchable } from './name-search.js';

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
  /** The beginning of a case number or credit code, or a part of a party's name. */
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
  readonly today: PlainDate;
}

/** Ordered by due date, cases without one last, then by day of lodging. @throws WrongCursor */
export async function worklistPage(
  db: Database,
  scope: Scope,
  query: WorklistQuery,
  today: PlainDate,
): Promise<WorklistPage> {
  const parameters = new Parameters();
  const where = filter(scope, query, parameters);
  const read = reader(db);
  const [counted] = await read.query<{ total: string }>(
    `SELECT count(*) AS total FROM views.worklist WHERE ${where}`,
    parameters.values,
  );
  const page = query.after === undefined ? where : `${where} AND ${beyond(query.after, parameters)}`;
  const stored = await read.query<StoredCaseRow & { due_sort: string }>(
    `SELECT case_id, case_number, kind, status, lodged_on, summary, clock, due_sort, ${parkedIn('worklist', 'case_id')} AS parked
     FROM views.worklist WHERE ${page} ORDER BY due_sort, lodged_on, case_id LIMIT ${parameters.add(query.limit + 1)}`,
    parameters.values,
  );
  const { law } = await lawInForce(read, 'views.worklist_law');
  const shown = stored.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => caseRow(row, today, law?.calendar ?? null)),
    next: last && stored.length > shown.length ? cursor([last.due_sort, last.lodged_on, last.case_id]) : null,
    total: Number(counted!.total),
    today,
  };
}

function filter(scope: Scope, { queue, kind, status, search }: WorklistQuery, parameters: Parameters): string {
  const conditions = [ofQueue(queue, parameters)];
  const allowed = scopeSql(scope, parameters.next);
  allowed.parameters.forEach((value) => parameters.add(value));
  conditions.push(allowed.where);
  if (kind !== undefined) conditions.push(`kind = ${parameters.add(kind)}`);
  if (status !== undefined) conditions.push(`status = ${parameters.add(status)}`);
  if (search !== undefined && search.trim() !== '') conditions.push(found(search.trim(), parameters));
  return conditions.join(' AND ');
}

function ofQueue(queue: Queue, parameters: Parameters): string {
  switch (queue.of) {
    case 'mine':
      return ofPerson(parameters.add(queue.person));
    case 'office':
      return `open AND holder_office = ${parameters.add(queue.office)}`;
    case 'unassigned':
      return 'open AND holder IS NULL';
    case 'all':
      return 'true';
  }
}

function ofPerson(person: string): string {
  return `open AND (holder = ${person} OR first_contact = ${person})`;
}

function found(search: string, parameters: Parameters): string {
  const number = caseNumberPrefix(search);
  const numbered = number !== null && `case_number LIKE ${parameters.add(`${number}%`)}`;
  // Two letters may as well stand in a name.
  if (numbered && number.length > 2) return numbered;
  const name = searchable(search);
  const pairs = `name_pairs @> ${parameters.add(characterPairs(name))}`;
  // The pairs may stand apart: what the index finds is looked at once more.
  const named = `(${pairs} AND position(${parameters.add(name)} IN names) > 0)`;
  if (numbered) return `(${numbered} OR ${named})`;
  if (!/^[0-9a-z]{4,18}$/i.test(search)) return named;
  const code = parameters.add(`${search.toUpperCase()}%`);
  return `(${named} OR complainant_code LIKE ${code} OR respondent_code LIKE ${code})`;
}

function beyond(after: string, parameters: Parameters): string {
  const [due, lodged, caseId] = readCursor(after, [dayOrInfinity, isPlainDate, anyText]).map((value) =>
    parameters.add(value),
  );
  return `(due_sort, lodged_on, case_id) > (${due}::date, ${lodged}::date, ${caseId}::text)`;
}
