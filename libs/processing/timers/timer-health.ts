import type { Pool } from 'pg';
import { errorText } from '../parking.js';

/** How the work by one timer goes. */
export interface TimerHealth {
  /** Seconds since a look at what is due came to its end; null before the first. */
  readonly silentSeconds: number | null;
  /** Why the last look failed; null when it did not. */
  readonly error: string | null;
}

/** A look at what was due came to its end. */
export async function looked(pool: Pool, timer: string): Promise<void> {
  await pool.query(
    `INSERT INTO processing.timers (timer, completed_at) VALUES ($1, clock_timestamp())
     ON CONFLICT (timer) DO UPDATE SET completed_at = excluded.completed_at, failing_since = NULL, error = NULL`,
    [timer],
  );
}

/** A look failed; another is made after a while. */
export async function failedToLook(pool: Pool, timer: string, error: unknown): Promise<void> {
  await pool.query(
    `INSERT INTO processing.timers AS t (timer, failing_since, error) VALUES ($1, clock_timestamp(), $2)
     ON CONFLICT (timer) DO UPDATE SET
       failing_since = coalesce(t.failing_since, excluded.failing_since), error = excluded.error`,
    [timer, errorText(error)],
  );
}

export async function timerHealth(pool: Pool, timer: string): Promise<TimerHealth> {
  const { rows } = await pool.query<TimerHealth>(
    `SELECT extract(epoch FROM clock_timestamp() - completed_at)::float8 AS "silentSeconds", error
     FROM processing.timers WHERE timer = $1`,
    [timer],
  );
  return rows[0] ?? { silentSeconds: null, error: null };
}
