import { category } from '@redress/cases/overdue-payment/events.js';
import type { Name, PersonRef } from '@redress/cases/shared/reference.js';
import { outstanding } from '@redress/cases/overdue-payment/owed.js';
import type { Status } from '@redress/cases/overdue-payment/state.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import type { Unit } from '@redress/deadlines/law/law-pack.js';
import { clockToday, listedClock, type ListedClock, type Standing } from '../law-in-force/standing.js';
import { holderOf, scopeColumns, type ListedCase } from './listed-case.js';

export interface OfficeName {
  readonly id: string;
  readonly name: Name;
}

/** The clock of a row as it stands on the day asked for. */
export interface RowClock {
  readonly rule: string;
  readonly title: Name;
  readonly dueOn: PlainDate | null;
  readonly cautiousDueOn: PlainDate | null;
  readonly provisional: boolean;
  readonly status: Standing;
  readonly daysLeft: number | null;
  readonly unit: Unit;
}

/** One case in a list. */
export interface CaseRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: typeof category;
  readonly status: Status;
  readonly complainant: string;
  readonly respondent: string;
  readonly total: Money;
  readonly outstanding: Money;
  readonly lodgedOn: PlainDate;
  readonly handlingOffice: OfficeName | null;
  readonly mediator: PersonRef | null;
  readonly holder: { readonly office: OfficeName; readonly person: PersonRef | null };
  readonly clock: RowClock | null;
  /** An event of the case could not be applied: what stands here is not the last of it (invariant 9). */
  readonly parked: boolean;
}

type Summary = Pick<
  CaseRow,
  'complainant' | 'respondent' | 'total' | 'outstanding' | 'handlingOffice' | 'mediator' | 'holder'
>;

/** The columns of a list's row, and what `select` has to fetch again for `caseRow`. */
export interface StoredCaseRow {
  readonly case_id: string;
  readonly case_number: string;
  readonly status: Status;
  readonly lodged_on: PlainDate;
  readonly summary: string;
  readonly clock: string | null;
  readonly parked: boolean;
}

export function caseColumns(caseId: string, { file, lodgedOn }: ListedCase, clock: ClockFact | null) {
  const { office, person } = holderOf(file);
  const summary: Summary = {
    complainant: file.claim.complainant.name,
    respondent: file.claim.respondent.name,
    total: file.total,
    outstanding: outstanding(file),
    handlingOffice: file.procedure.handlingOffice && officeName(file.procedure.handlingOffice),
    mediator: file.mediator,
    holder: { office: officeName(office), person },
  };
  return {
    case_id: caseId,
    case_number: file.caseNumber,
    status: file.status,
    lodged_on: lodgedOn,
    ...scopeColumns(file),
    provisional: clock?.provisional ?? false,
    summary: JSON.stringify(summary),
    clock: clock && JSON.stringify(listedClock(clock)),
  };
}

export function caseRow(row: StoredCaseRow, today: PlainDate, calendar: Calendar | null): CaseRow {
  const clock = row.clock === null ? null : (JSON.parse(row.clock) as ListedClock);
  return {
    caseId: row.case_id,
    caseNumber: row.case_number,
    kind: category,
    status: row.status,
    lodgedOn: row.lodged_on,
    ...(JSON.parse(row.summary) as Summary),
    clock: clock && rowClock(clock, today, row.parked ? null : calendar),
    parked: row.parked,
  };
}

/** @param calendar null where nothing can be told: of a parked case */
function rowClock(clock: ListedClock, today: PlainDate, calendar: Calendar | null): RowClock {
  const { rule, title, dueOn, cautiousDueOn, provisional, unit } = clock;
  return { rule, title, dueOn, cautiousDueOn, provisional, unit, ...clockToday(clock, today, calendar) };
}

function officeName({ id, name }: OfficeName): OfficeName {
  return { id, name };
}

/** SQL: whether the case of a row is parked in the view. @param view a view's name, @param caseId a column */
export function parkedIn(view: string, caseId: string): string {
  const stream = `'${category}-' || ${caseId}`;
  return `EXISTS (SELECT 1 FROM views.parked_streams p WHERE p.view = '${view}' AND p.stream = ${stream})`;
}
