import type { Name } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { parkedIn } from '../followed-case/case-row.js';
import type { ListedClock } from '../law-in-force/standing.js';
import { reader, type Database } from '../reader.js';

/** A date of a case that an officer has in hand or answers for. */
export interface OfficerDate {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly complainant: string;
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
  readonly title: Name;
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
}

/** The running clocks of their open cases, by date. */
export async function datesOfOfficer(db: Database, officer: string): Promise<readonly OfficerDate[]> {
  const rows = await reader(db).query<{
    case_id: string;
    case_number: string;
    rule: string;
    subject: string;
    run: string;
    clock: string;
    summary: string;
    due_sort: PlainDate;
    provisional: boolean;
  }>(
    `SELECT c.case_id, c.case_number, c.rule, c.subject, c.run, c.clock, c.summary, c.due_sort, c.provisional
     FROM views.worklist w JOIN views.sla_clock c ON c.case_id = w.case_id
     WHERE w.open AND (w.holder = $1 OR w.first_contact = $1) AND c.state = 'open' AND c.due_sort < 'infinity'
       AND NOT ${parkedIn('sla-board', 'c.case_id')}
     ORDER BY c.due_sort, c.case_id, c.rule, c.subject, c.run`,
    [officer],
  );
  return rows.map(({ case_id, case_number, rule, subject, run, clock, summary, due_sort, provisional }) => ({
    caseId: case_id,
    caseNumber: case_number,
    complainant: (JSON.parse(summary) as { complainant: string }).complainant,
    rule,
    subject,
    run,
    title: (JSON.parse(clock) as ListedClock).title,
    dueOn: due_sort,
    provisional,
  }));
}
