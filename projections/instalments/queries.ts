import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { parkedIn } from '../followed-case/case-row.js';
import { reader, type Database } from '../reader.js';

/** An instalment whose day is over: a hint, for the view may lag; whether it was missed is for its case to say. */
export interface OverdueInstalment {
  readonly caseId: string;
  /** Id of the event by which its settlement was agreed. */
  readonly plan: string;
  readonly instalment: number;
}

/** The longest overdue first; none of a parked case. */
export async function overdueInstalments(
  db: Database,
  today: PlainDate,
  limit: number,
): Promise<readonly OverdueInstalment[]> {
  return reader(db).query<OverdueInstalment>(
    `SELECT case_id AS "caseId", plan, instalment FROM views.open_instalment
     WHERE due_on < $1::date AND NOT ${parkedIn('instalments', 'case_id')}
     ORDER BY due_on, case_id, instalment LIMIT $2`,
    [today, limit],
  );
}
