import { caseKinds } from '@redress/cases/kinds.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import type { Duty, Unit } from '@redress/deadlines/law/law-pack.js';
import { clockToday, listedClock, type ListedClock, type Standing } from '../law-in-force/standing.js';
import type { Shown, ToldCase } from './told-case.js';

/** The clock of a row as it stands on the day asked for. */
export interface RowClock {
  readonly rule: string;
  readonly title: Name;
  readonly dueOn: PlainDate | null;
  readonly cautiousDueOn: PlainDate | null;
  readonly provisional: boolean;
  /** Whose act is awaited: of a party's, `late` is no office's lateness. */
  readonly duty: Duty;
  readonly status: Standing;
  readonly daysLeft: number | null;
  readonly unit: Unit;
}

/** One case in a list, of whatever kind. */
export interface CaseRow extends Shown {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: KindName;
  /** Of the kind's own state machine. */
  readonly status: string;
  readonly lodgedOn: PlainDate;
  readonly clock: RowClock | null;
  /** An event of the case could not be applied: what stands here is not the last of it (invariant 9). */
  readonly parked: boolean;
}

/** The columns of a list's row, and what `select` has to fetch again for `caseRow`. */
export interface StoredCaseRow {
  readonly case_id: string;
  readonly case_number: string;
  readonly kind: KindName;
  readonly status: string;
  readonly lodged_on: PlainDate;
  readonly summary: string;
  readonly clock: string | null;
  readonly parked: boolean;
}

export function caseColumns(caseId: string, kind: KindName, told: ToldCase) {
  const { caseNumber, status, lodgedOn } = told.summary;
  return {
    case_id: caseId,
    case_number: caseNumber,
    kind,
    status,
    lodged_on: lodgedOn,
    ...told.scope,
    summary: told.shown,
  };
}

/** The columns of the clock which a list shows of a case. */
export function clockShown(clock: ClockFact) {
  return { provisional: clock.provisional, clock: JSON.stringify(listedClock(clock)) };
}

export function caseRow(row: StoredCaseRow, today: PlainDate, calendar: Calendar | null): CaseRow {
  const clock = row.clock === null ? null : (JSON.parse(row.clock) as ListedClock);
  return {
    caseId: row.case_id,
    caseNumber: row.case_number,
    kind: row.kind,
    status: row.status,
    lodgedOn: row.lodged_on,
    ...(JSON.parse(row.summary) as Shown),
    clock: clock && rowClock(clock, today, row.parked ? null : calendar),
    parked: row.parked,
  };
}

/** @param calendar null where nothing can be told: of a parked case */
function rowClock(clock: ListedClock, today: PlainDate, calendar: Calendar | null): RowClock {
  const { rule, title, dueOn, cautiousDueOn, provisional, duty, unit } = clock;
  return { rule, title, dueOn, cautiousDueOn, provisional, duty, unit, ...clockToday(clock, today, calendar) };
}

const streams = Object.values(caseKinds).map(({ category }) => category);

/** SQL: whether the case of a row is parked in the view. @param view a view's name, @param caseId a column */
export function parkedIn(view: string, caseId: string): string {
  const named = streams.map((category) => `'${category}-' || ${caseId}`).join(', ');
  return `EXISTS (SELECT 1 FROM views.parked_streams p WHERE p.view = '${view}' AND p.stream IN (${named}))`;
}
