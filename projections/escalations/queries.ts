import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { ToldOfRung } from '@redress/cases/shared/procedure/events.js';
import type { CaseLevel, Name } from '@redress/cases/shared/reference.js';
import { isPlainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { isHeldBack } from '@redress/processing/timers/held-back.js';
import { parkedIn } from '../followed-case/case-row.js';
import type { Holder, OfficeName } from '../followed-case/told-case.js';
import { anyText, cursor, Parameters, readCursor, reader, type Database } from '../reader.js';
import type { ShownRung } from './projection.js';
import type { Awaits, Held } from './rungs.js';

/** A rung that is due: a hint, for the view may lag; what it fires with is derived from its case then. */
export interface RungToFire {
  readonly caseId: string;
  /** The rule's id. */
  readonly clock: string;
  readonly subject: string;
  readonly run: string;
  readonly rung: string;
}

/** The work of firing rungs. */
export const escalationTimer = 'escalation';

/** A due rung in its place among them. */
export interface DueRungRow extends RungToFire {
  readonly key: string;
  readonly dueOn: PlainDate;
}

/**
 * Open rungs whose day has come, the longest due first; none of a parked case, whose clocks cannot be told (invariant 9),
 * and none that was refused a moment ago. Read by the index of open rungs, bounded by the day: what is not due yet costs nothing.
 *
 * @param after the last of the page before: one that could not fire does not keep the next page from its turn
 */
export async function dueRungs(
  db: Database,
  today: PlainDate,
  limit: number,
  after: Pick<DueRungRow, 'dueOn' | 'caseId' | 'key'> | null = null,
): Promise<readonly DueRungRow[]> {
  return reader(db).query<DueRungRow>(dueRungsSql, [
    today,
    limit,
    after?.dueOn ?? '-infinity',
    after?.caseId ?? '',
    after?.key ?? '',
  ]);
}

export const dueRungsSql = `
  SELECT case_id AS "caseId", rule AS clock, subject, run, rung, rung_key AS key, due_on AS "dueOn"
  FROM views.escalation_rung
  WHERE fired_at IS NULL AND held IS NULL AND due_on <= $1::date
    AND (due_on, case_id, rung_key) > ($3::date, $4::text, $5::text) AND NOT ${parkedIn('escalations', 'case_id')}
    AND NOT ${isHeldBack(escalationTimer, 'case_id', 'rung_key')}
  ORDER BY due_on, case_id, rung_key LIMIT $2`;

export interface RungsQuery {
  /** `awaiting`: fired, and waiting for a reason, a decision or an acknowledgement. `held`: not to fire as things are. */
  readonly state: keyof typeof lists;
  /** Of those which this office must act on. */
  readonly mustAct?: string;
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

interface StoredRung {
  readonly case_id: string;
  readonly rung_key: string;
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
  readonly rung: string;
  readonly due_on: PlainDate | null;
  readonly clock_due_on: PlainDate | null;
  readonly provisional: boolean;
  readonly act: string;
  readonly held: Held | null;
  readonly fired_at: string | null;
  readonly late: boolean | null;
  readonly moved_to: PlainDate | null;
  readonly awaits: Awaits | null;
  readonly district: string | null;
  readonly shown: string;
  readonly parked: boolean;
}

export interface RungRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: KindName;
  readonly complainant: string;
  readonly respondent: string | null;
  readonly clock: { readonly rule: string; readonly title: Name };
  readonly subject: string;
  readonly run: string;
  readonly rung: string;
  readonly title: Name;
  readonly tells: readonly string[];
  readonly told: readonly ToldOfRung[];
  readonly act: string;
  /** Null while it has no day. */
  readonly dueOn: PlainDate | null;
  readonly clockDueOn: PlainDate | null;
  readonly provisional: boolean;
  readonly held: Held | null;
  readonly firedAt: string | null;
  /** Fired after its day, or open though its day has passed. */
  readonly late: boolean;
  /** Of one that fired: its day by the law known now, where that is another. */
  readonly movedTo: PlainDate | null;
  readonly awaits: Awaits | null;
  readonly mustAct: Holder | null;
  readonly firstContact: ShownRung['firstContact'];
  readonly level: CaseLevel;
  readonly district: string | null;
  readonly handlingOffice: OfficeName | null;
  readonly parked: boolean;
}

/** Open rungs by day, the next first; fired ones and those waited for, the latest first. @throws WrongCursor */
export async function rungsPage(
  db: Database,
  scope: Scope,
  { state, mustAct, after, limit }: RungsQuery,
  today: PlainDate,
): Promise<{ readonly rows: readonly RungRow[]; readonly next: string | null; readonly today: PlainDate }> {
  const list = lists[state];
  const parameters = new Parameters();
  const allowed = scopeSql(scope, parameters.next);
  allowed.parameters.forEach((value) => parameters.add(value));
  // The offices' own supervision is no matter of the parties' (invariant 16): a complainant's file tells of what fired.
  const conditions: string[] = [list.where, allowed.where, isOfParty(scope) ? 'false' : 'true'];
  if (mustAct !== undefined) conditions.push(`must_act = ${parameters.add(mustAct)}`);
  if (after !== undefined) {
    const [by, caseId, key] = readCursor(after, [list.fits, anyText, anyText]).map((value) => parameters.add(value));
    const place = `(${by}::${list.type}, ${caseId}::text, ${key}::text)`;
    conditions.push(`(${list.by}, case_id, rung_key) ${list.beyond} ${place}`);
  }
  const stored = await reader(db).query<StoredRung>(
    `SELECT *, ${parkedIn('escalations', 'case_id')} AS parked FROM views.escalation_rung
     WHERE ${conditions.join(' AND ')} ORDER BY ${list.order} LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const shown = stored.slice(0, limit);
  const last = shown.at(-1);
  const next = last && stored.length > shown.length ? cursor([last[list.by]!, last.case_id, last.rung_key]) : null;
  return { rows: shown.map((row) => rungRow(row, today)), next, today };
}

function isOfParty({ kind }: Scope): boolean {
  return kind === 'complainant' || kind === 'agent' || kind === 'respondent';
}

const byDay = {
  by: 'due_on',
  type: 'date',
  fits: isPlainDate,
  beyond: '>',
  order: 'due_on, case_id, rung_key',
} as const;
const latest = {
  by: 'fired_at',
  type: 'text',
  fits: anyText,
  beyond: '<',
  order: 'fired_at DESC, case_id DESC, rung_key DESC',
} as const;
const byCase = { by: 'case_id', type: 'text', fits: anyText, beyond: '>', order: 'case_id, rung_key' } as const;

const lists = {
  open: { where: 'fired_at IS NULL AND held IS NULL', ...byDay },
  held: { where: 'held IS NOT NULL', ...byCase },
  fired: { where: 'fired_at IS NOT NULL', ...latest },
  awaiting: { where: 'awaits IS NOT NULL', ...latest },
} as const;

function rungRow(row: StoredRung, today: PlainDate): RungRow {
  const { clockTitle, ...shown } = JSON.parse(row.shown) as ShownRung;
  return {
    caseId: row.case_id,
    ...shown,
    clock: { rule: row.rule, title: clockTitle },
    subject: row.subject,
    run: row.run,
    rung: row.rung,
    act: row.act,
    dueOn: row.due_on,
    clockDueOn: row.clock_due_on,
    provisional: row.provisional,
    held: row.held,
    firedAt: row.fired_at,
    late: row.late ?? (row.due_on !== null && row.due_on < today),
    movedTo: row.moved_to,
    awaits: row.awaits,
    district: row.district,
    parked: row.parked,
  };
}
