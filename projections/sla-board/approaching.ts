import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { kindNamed } from '../followed-case/case-kinds.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { Name } from '@redress/cases/shared/reference.js';
import { soonUntil, type ListedClock } from '../law-in-force/standing.js';
import { parkedIn } from '../followed-case/case-row.js';
import { reader, type Database } from '../reader.js';

export interface ApproachingClock {
  readonly stream: string;
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
  readonly title: Name;
  readonly dueOn: PlainDate;
}

/** The running clocks of these rules which end within the next days. A provisional date is none to write to anybody of. */
export async function approachingClocks(
  db: Database,
  rules: readonly string[],
  today: PlainDate,
): Promise<readonly ApproachingClock[]> {
  const rows = await reader(db).query<{
    case_id: string;
    kind: KindName;
    rule: string;
    subject: string;
    run: string;
    clock: string;
    due_sort: PlainDate;
  }>(
    `SELECT case_id, kind, rule, subject, run, clock, due_sort FROM views.sla_clock
     WHERE duty = 'party' AND state = 'open' AND due_sort BETWEEN $1::date AND $2::date AND rule = ANY ($3) AND NOT provisional
       AND NOT ${parkedIn('sla-board', 'case_id')}
     ORDER BY due_sort, case_id, rule, run`,
    [today, soonUntil(today), rules],
  );
  return rows.map(({ case_id, kind, rule, subject, run, clock, due_sort }) => {
    const { title } = JSON.parse(clock) as ListedClock;
    return { stream: `${kindNamed(kind).category}-${case_id}`, rule, subject, run, title, dueOn: due_sort };
  });
}
