import type { Scope } from '@redress/access/scope.js';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { Parameters, reader, type Database } from '../reader.js';

/** How one officer answers for the cases they have as first contact. */
export interface FirstContactRow {
  readonly officer: { readonly id: string; readonly name: string };
  readonly office: { readonly id: string; readonly name: Name };
  readonly cases: number;
  readonly open: number;
  /** The first contact: within one working day of the receipt, later, not yet, not yet though the day is over. */
  readonly contactedInTime: number;
  readonly contactedLate: number;
  readonly toContact: number;
  readonly contactOverdue: number;
  /** Closed cases by whether every clock of an office was kept; open ones with a clock that is over. */
  readonly answeredInTime: number;
  readonly answeredLate: number;
  readonly answerOverdue: number;
  /** Passed to another, and how often without the leave of the head or a supervisor. */
  readonly handedOver: number;
  readonly handedOverWithoutLeave: number;
}

type Stored = Omit<FirstContactRow, 'officer' | 'office'> & {
  readonly officer_id: string;
  readonly officer_name: string;
  readonly office_id: string;
  readonly office_name: string;
};

export interface FirstContactQuery {
  readonly office?: string;
  readonly district?: string;
}

/** Every officer who answers, or answered, for a case of the scope; those with most that is overdue first. */
export async function firstContacts(
  db: Database,
  scope: Scope,
  { office, district }: FirstContactQuery,
  today: PlainDate,
): Promise<readonly FirstContactRow[]> {
  const parameters = new Parameters();
  const day = `${parameters.add(today)}::date`;
  const { where, parameters: values } = scopeSql(scope, parameters.next);
  values.forEach((value) => parameters.add(value));
  const inDistrict = district === undefined ? 'true' : `district = ${parameters.add(district)}`;
  const inOffice = office === undefined ? 'true' : `office = ${parameters.add(office)}`;
  const count = (condition: string) => `count(*) FILTER (WHERE ${condition})::integer`;
  const rows = await reader(db).query<Stored>(
    `WITH held AS (
       SELECT officer, max(officer_name) AS officer_name, office, max(office_name) AS office_name,
         count(*)::integer AS cases, ${count('open')} AS open,
         ${count('contacted_on <= contact_due_on')} AS "contactedInTime",
         ${count('contacted_on > contact_due_on')} AS "contactedLate",
         ${count('contacted_on IS NULL AND open')} AS "toContact",
         ${count(`contacted_on IS NULL AND open AND contact_due_on < ${day}`)} AS "contactOverdue",
         ${count('answered AND NOT answered_late')} AS "answeredInTime",
         ${count('answered AND answered_late')} AS "answeredLate",
         ${count(`NOT answered AND answer_due_on < ${day}`)} AS "answerOverdue"
       FROM views.first_contact WHERE ${where} AND ${inDistrict} AND ${inOffice} GROUP BY officer, office
     ), handed AS (
       SELECT officer, count(*)::integer AS over, ${count('NOT with_leave')} AS alone
       FROM views.first_contact_handover WHERE ${where} AND ${inDistrict} GROUP BY officer
     )
     SELECT held.officer AS officer_id, officer_name, office AS office_id, office_name, cases, open, "contactedInTime",
       "contactedLate", "toContact", "contactOverdue", "answeredInTime", "answeredLate", "answerOverdue",
       coalesce(over, 0) AS "handedOver", coalesce(alone, 0) AS "handedOverWithoutLeave"
     FROM held LEFT JOIN handed ON handed.officer = held.officer
     ORDER BY "contactOverdue" + "answerOverdue" DESC, "handedOverWithoutLeave" DESC, cases DESC, held.officer, office`,
    parameters.values,
  );
  return rows.map(({ officer_id, officer_name, office_id, office_name, ...counts }) => ({
    officer: { id: officer_id, name: officer_name },
    office: { id: office_id, name: JSON.parse(office_name) as Name },
    ...counts,
  }));
}
