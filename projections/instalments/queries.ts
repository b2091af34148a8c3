import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { isHeldBack } from '@redress/processing/timers/held-back.js';
import { parkedIn } from '../followed-case/case-row.js';
import { reader, type Database } from '../reader.js';

/** An instalment whose day is over: a hint, for the view may lag; whether it was missed is for its case to say. */
export interface OverdueInstalment {
  readonly caseId: string;
  /** Id of the event by which its settlement was agreed. */
  readonly plan: string;
  readonly instalment: number;
  readonly dueOn: PlainDate;
  /** What names it among those of its case. */
  readonly key: string;
}

/** The work of declaring instalments missed. */
export const instalmentTimer = 'missed-instalments';

/**
 * The longest overdue first; none of a parked case, and none that was refused a moment ago.
 *
 * @param after the last of the page before: one that could not be declared does not keep the next page from its turn
 */
export async function overdueInstalments(
  db: Database,
  today: PlainDate,
  limit: number,
  after: OverdueInstalment | null = null,
): Promise<readonly OverdueInstalment[]> {
  return reader(db).query<OverdueInstalment>(overdueSql, [
    today,
    limit,
    after?.dueOn ?? '-infinity',
    after?.caseId ?? '',
    after?.instalment ?? 0,
  ]);
}

const key = `plan || '|' || instalment`;

const overdueSql = `
  SELECT case_id AS "caseId", plan, instalment, due_on AS "dueOn", ${key} AS key FROM views.open_instalment
  WHERE due_on < $1::date AND (due_on, case_id, instalment) > ($3::date, $4::text, $5::integer)
    AND NOT ${parkedIn('instalments', 'case_id')} AND NOT ${isHeldBack(instalmentTimer, 'case_id', key)}
  ORDER BY due_on, case_id, instalment LIMIT $2`;
