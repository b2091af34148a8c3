import type { EventStore, Position } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { instantOf, instantText } from './instants.js';

/**
 * Up to when the serving builds of these views know all that was recorded: now, or just before the first event which one of
 * them has yet to take in. What is told as known at no later than this is told the same at any later time.
 *
 * @param now ISO 8601; taken before this is asked
 * @returns ISO 8601 in UTC, six digits
 */
export async function knownUpTo(
  store: Pick<EventStore, 'readAll'>,
  pool: Pool,
  views: readonly string[],
  now: string,
): Promise<string> {
  const { rows } = await pool.query<{ reached: Position | null }>(
    `SELECT min(position)::text AS reached FROM processing.checkpoints JOIN processing.builds USING (view, version, build)
     WHERE view = ANY($1) AND state = 'serving'`,
    [views],
  );
  const [next] = await store.readAll({ after: rows[0]?.reached ?? ('0' as Position), limit: 1 });
  const known = instantOf(now);
  return instantText(next === undefined ? known : Math.min(known, instantOf(next.recordedAt) - 1));
}
