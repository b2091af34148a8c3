import { caseKinds } from '@redress/cases/kinds.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { AwaitedAnswer } from '@redress/cases/shared/procedure/rungs.js';
import type { CaseLevel, Name, PersonRef } from '@redress/cases/shared/reference.js';
import type { Money } from '@redress/cases/shared/money.js';
import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import type { Duty, Unit } from '@redress/deadlines/law/law-pack.js';
import { clockToday, listedClock, type ListedClock, type Standing } from '../law-in-force/standing.js';
import { holderOf, scopeColumns } from './whose-case.js';

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
  /** Whose act is awaited: of a party's, `late` is no office's lateness. */
  readonly duty: Duty;
  readonly status: Standing;
  readonly daysLeft: number | null;
  readonly unit: Unit;
}

/** One case in a list, of whatever kind. */
export interface CaseRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: KindName;
  /** Of the kind's own state machine. */
  readonly status: string;
  /** Of the kind's own; null where it has none. */
  readonly category: string | null;
  readonly complainant: string;
  /** Null where nobody is complained of. */
  readonly respondent: string | null;
  /** Null where no money is claimed. */
  readonly total: Money | null;
  readonly outstanding: Money | null;
  readonly lodgedOn: PlainDate;
  readonly handlingOffice: OfficeName | null;
  readonly firstContact: PersonRef | null;
  readonly holder: { readonly office: OfficeName; readonly person: PersonRef | null };
  /** 街镇, 区, 市, 联席会议: of its office, or the one to which it was raised. */
  readonly level: CaseLevel;
  /** Rungs which fired and wait for the office: a reason, a decision. */
  readonly awaited: readonly AwaitedAnswer[];
  readonly clock: RowClock | null;
  /** An event of the case could not be applied: what stands here is not the last of it (invariant 9). */
  readonly parked: boolean;
}

type Shown = Pick<
  CaseRow,
  | 'category'
  | 'complainant'
  | 'respondent'
  | 'total'
  | 'outstanding'
  | 'handlingOffice'
  | 'firstContact'
  | 'holder'
  | 'level'
  | 'awaited'
>;

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

export function caseColumns(caseId: string, kind: KindName, summary: CaseSummary, clock: ClockFact | null) {
  return {
    case_id: caseId,
    case_number: summary.caseNumber,
    kind,
    status: summary.status,
    lodged_on: summary.lodgedOn,
    ...scopeColumns(summary),
    provisional: clock?.provisional ?? false,
    summary: shownText(summary),
    clock: clock && clockText(clock),
  };
}

function shownText(summary: CaseSummary): string {
  const known = shownTexts.get(summary);
  if (known !== undefined) return known;
  const { office, person } = holderOf(summary);
  const { category, total, outstanding, handlingOffice, firstContact, level, awaited } = summary;
  const shown: Shown = {
    category,
    complainant: summary.complainant.name,
    respondent: summary.respondent?.name ?? null,
    total,
    outstanding,
    handlingOffice: handlingOffice && officeName(handlingOffice),
    firstContact,
    holder: { office: officeName(office), person },
    level,
    awaited,
  };
  const text = JSON.stringify(shown);
  shownTexts.set(summary, text);
  return text;
}

function clockText(clock: ClockFact): string {
  let text = clockTexts.get(clock);
  if (text === undefined) clockTexts.set(clock, (text = JSON.stringify(listedClock(clock))));
  return text;
}

/** Summaries and clocks are one object for all views of a state, and are written once. */
const shownTexts = new WeakMap<CaseSummary, string>();
const clockTexts = new WeakMap<ClockFact, string>();

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

function officeName({ id, name }: OfficeName): OfficeName {
  return { id, name };
}

const streams = Object.values(caseKinds).map(({ category }) => category);

/** SQL: whether the case of a row is parked in the view. @param view a view's name, @param caseId a column */
export function parkedIn(view: string, caseId: string): string {
  const named = streams.map((category) => `'${category}-' || ${caseId}`).join(', ');
  return `EXISTS (SELECT 1 FROM views.parked_streams p WHERE p.view = '${view}' AND p.stream IN (${named}))`;
}
