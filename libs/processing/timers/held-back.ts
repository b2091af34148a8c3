import type { Pool } from 'pg';
import { errorText } from '../parking.js';

/** Work which came due by the clock: of what kind, on which subject, and which of its own. */
export interface TimedWork {
  readonly timer: string;
  readonly subject: string;
  readonly key: string;
}

/** Why due work was not done, and when it is tried again. Times as ISO 8601. */
export interface HeldBack {
  readonly reason: string;
  readonly tries: number;
  readonly since: string;
  readonly againAt: string;
}

/** The first is tried again at the next look, for most often a view lags; then after 1, 2, 4 … seconds, at most an hour. */
const LONGEST_PAUSE_SECONDS = 3_600;

/** By so many tries, some seconds after the first, it is no view's lag any more: somebody must look. */
export const STUCK_AFTER = 5;

/**
 * Keeps work back for a while after it was refused or failed, so that what cannot be done is not tried every second.
 * @returns how often it was tried by now
 */
export async function holdBack(pool: Pool, { timer, subject, key }: TimedWork, reason: unknown): Promise<number> {
  const { rows } = await pool.query<{ tries: number }>(
    `INSERT INTO processing.held_back AS held (timer, subject, key, reason, tries, since, tried_at, again_at)
     SELECT $1, $2, $3, $4, 1, now, now, now FROM clock_timestamp() AS now
     ON CONFLICT (timer, subject, key) DO UPDATE SET
       reason = excluded.reason, tries = held.tries + 1, tried_at = excluded.tried_at,
       again_at = excluded.tried_at + make_interval(secs => least($5, power(2, least(held.tries, 30) - 1)))
     RETURNING tries`,
    [timer, subject, key, errorText(reason), LONGEST_PAUSE_SECONDS],
  );
  return rows[0]!.tries;
}

/** SQL: whether the work on these columns is kept back now. A clock that was set back keeps nothing longer. */
export function isHeldBack(timer: string, subject: string, key: string): string {
  return `EXISTS (SELECT 1 FROM processing.held_back h WHERE h.timer = '${timer}' AND h.subject = ${subject}
    AND h.key = ${key} AND clock_timestamp() BETWEEN h.tried_at AND h.again_at)`;
}

/** The columns of a `HeldBack`, of `processing.held_back h`. */
export const heldBackColumns = `h.reason, h.tries, ${iso('since')}, ${iso('again_at', 'againAt')}`;

function iso(column: string, name = column): string {
  return `to_char(h.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "${name}"`;
}

/** What was done or is not due any more is kept back no longer: it would have been tried again by now. */
export async function forgetHeldBack(pool: Pool, timer: string): Promise<void> {
  await pool.query(
    `DELETE FROM processing.held_back
     WHERE timer = $1 AND again_at < clock_timestamp() - interval '1 minute'`,
    [timer],
  );
}
