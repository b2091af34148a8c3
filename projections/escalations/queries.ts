import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Name } from '@redress/cases/shared/reference.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { parkedIn, type OfficeName } from '../followed-case/case-row.js';
import { anyText, cursor, Parameters, readCursor, reader, type Database } from '../reader.js';
import type { ShownRung } from './projection.js';

/** A rung that is due: a hint, for the view may lag; what it fires with is derived from its case then. */
export interface RungToFire {
  readonly caseId: string;
  /** The rule's id. */
  readonly clock: string;
  readonly subject: string;
  readonly run: string;
  readonly rung: string;
}

interface StoredRung {
  readonly case_id: string;
  readonly rung_key: string;
  readonly rule: string;
  readonly rung: string;
  readonly due_on: PlainDate;
  readonly clock_due_on: PlainDate;
  readonly provisional: boolean;
  readonly tells: string;
  readonly act: string;
  readonly fired_at: string | null;
  readonly late: boolean | null;
  readonly district: string | null;
  readonly shown: string;
}

/**
 * Open rungs whose day has come, the longest due first; none of a parked case, whose clocks cannot be told (invariant 9).
 * Read by the index of open rungs, bounded by the day.
 */
export async function dueRungs(db: Database, today: PlainDate, limit: number): Promise<readonly RungToFire[]> {
  return reader(db).query<RungToFire>(
    `SELECT case_id AS "caseId", rule AS clock, subject, run, rung FROM views.escalation_rung
     WHERE fired_at IS NULL AND due_on <= $1::date AND NOT ${parkedIn('escalations', 'case_id')}
     ORDER BY due_on, case_id, rung_key LIMIT $2`,
    [today, limit],
  );
}

export interface RungsQuery {
  readonly state: 'open' | 'fired';
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface RungRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: KindName;
  readonly complainant: string;
  readonly respondent: string | null;
  readonly clock: { readonly rule: string; readonly title: Name };
  readonly rung: string;
  readonly title: Name;
  readonly tells: string;
  readonly act: string;
  readonly dueOn: PlainDate;
  readonly clockDueOn: PlainDate;
  readonly provisional: boolean;
  readonly firedAt: string | null;
  /** Fired after its day, or open though its day has passed. */
  readonly late: boolean;
  readonly district: string | null;
  readonly handlingOffice: OfficeName | null;
  readonly parked: boolean;
}

/** Open rungs by day, the next first; fired ones the latest first. @throws WrongCursor */
export async function rungsPage(
  db: Database,
  scope: Scope,
  { state, after, limit }: RungsQuery,
  today: PlainDate,
): Promise<{ readonly rows: readonly RungRow[]; readonly next: string | null; readonly today: PlainDate }> {
  const list = lists[state];
  const parameters = new Parameters();
  const allowed = scopeSql(scope, parameters.next);
  allowed.parameters.forEach((value) => parameters.add(value));
  const conditions = [list.where, allowed.where];
  if (after !== undefined) {
    const [by, caseId, key] = readCursor(after, [list.fits, anyText, anyText]).map((value) => parameters.add(value));
    const place = `(${by}::${list.type}, ${caseId}::text, ${key}::text)`;
    conditions.push(`(${list.by}, case_id, rung_key) ${list.beyond} ${place}`);
  }
  const stored = await reader(db).query<StoredRung & { parked: boolean }>(
    `SELECT *, ${parkedIn('escalations', 'case_id')} AS parked FROM views.escalation_rung
     WHERE ${conditions.join(' AND ')} ORDER BY ${list.order} LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const shown = stored.slice(0, limit);
  const last = shown.at(-1);
  const next = last && stored.length > shown.length ? cursor([last[list.by]!, last.case_id, last.rung_key]) : null;
  return { rows: shown.map((row) => rungRow(row, today)), next, today };
}

const lists = {
  open: {
    where: 'fired_at IS NULL',
    by: 'due_on',
    type: 'date',
    fits: isPlainDate,
    beyond: '>',
    order: 'due_on, case_id, rung_key',
  },
  fired: {
    where: 'fired_at IS NOT NULL',
    by: 'fired_at',
    type: 'text',
    fits: anyText,
    beyond: '<',
    order: 'fired_at DESC, case_id DESC, rung_key DESC',
  },
} as const;

function rungRow(row: StoredRung & { parked: boolean }, today: PlainDate): RungRow {
  const { clockTitle, ...shown } = JSON.parse(row.shown) as ShownRung;
  return {
    caseId: row.case_id,
    ...shown,
    clock: { rule: row.rule, title: clockTitle },
    rung: row.rung,
    tells: row.tells,
    act: row.act,
    dueOn: row.due_on,
    clockDueOn: row.clock_due_on,
    provisional: row.provisional,
    firedAt: row.fired_at,
    late: row.late ?? row.due_on < today,
    district: row.district,
    parked: row.parked,
  };
}
