import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { heldBackColumns, STUCK_AFTER, type HeldBack } from '@redress/processing/timers/held-back.js';
import { instalmentTimer } from './instalments/queries.js';
import { reader, type Database } from './reader.js';
import { escalationTimer } from './escalations/queries.js';

/** What is due, was tried again and again, and is refused or fails: an operator's to look into. */
export interface StuckWork extends HeldBack {
  readonly timer: typeof escalationTimer | typeof instalmentTimer;
  readonly caseId: string;
  /** `rule|subject|run|rung`, or `settlement|instalment`. */
  readonly key: string;
  readonly dueOn: PlainDate;
}

/** The longest kept back first. What was done or set aside meanwhile is none of it. */
export async function stuckWork(db: Database, today: PlainDate, limit: number): Promise<readonly StuckWork[]> {
  return reader(db).query<StuckWork>(
    `SELECT h.timer, h.subject AS "caseId", h.key, due.due_on AS "dueOn", ${heldBackColumns}
     FROM processing.held_back h CROSS JOIN LATERAL (
       SELECT due_on FROM views.escalation_rung
       WHERE h.timer = '${escalationTimer}' AND case_id = h.subject AND rung_key = h.key AND fired_at IS NULL AND held IS NULL
         AND due_on <= $2::date
       UNION ALL
       SELECT due_on FROM views.open_instalment
       WHERE h.timer = '${instalmentTimer}' AND case_id = h.subject AND plan || '|' || instalment = h.key
         AND due_on < $2::date
     ) due
     WHERE h.tries >= $1 ORDER BY h.since, h.subject, h.key LIMIT $3`,
    [STUCK_AFTER, today, limit],
  );
}
