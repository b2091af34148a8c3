import type { Pool } from 'pg';
import type { Position } from '@redress/event-store/port.js';
import { deliverTask } from './record-notices.js';

export interface DeliveryHealth {
  readonly healthy: boolean;
  /** How far the log has been gone through. */
  readonly actedTo: Position;
  /** Waiting in the queue, those for a digest not counted. */
  readonly queued: number;
  /** How long the oldest of them has waited. */
  readonly oldestSeconds: number;
  /** Given up after the last try: dead letters. */
  readonly dead: number;
  /** Addresses at which there was nobody: told in the account's settings, no fault of the system. */
  readonly refused: number;
  /** Events of which nobody could be told, for this release cannot read them. */
  readonly parked: number;
}

export async function deliveryHealth(pool: Pool): Promise<DeliveryHealth> {
  const { rows } = await pool.query<Record<'acted_to' | 'queued' | 'oldest' | 'dead' | 'refused' | 'parked', string>>(
    `SELECT (SELECT acted_to FROM notices.follower) AS acted_to,
       count(*) FILTER (WHERE state = 'queued') AS queued,
       coalesce(extract(epoch FROM clock_timestamp() - min(queued_at) FILTER (WHERE state = 'queued')), 0)::bigint AS oldest,
       count(*) FILTER (WHERE state = 'dead') AS dead,
       (SELECT count(*) FROM notices.preferences WHERE mail_refused = mail_address OR phone_refused = phone) AS refused,
       (SELECT count(*) FROM notices.parked) AS parked
     FROM notices.deliveries WHERE state IN ('queued', 'dead')`,
  );
  const row = rows[0]!;
  const [queued, oldestSeconds, dead, refused, parked] = [
    row.queued,
    row.oldest,
    row.dead,
    row.refused,
    row.parked,
  ].map(Number) as [number, number, number, number, number];
  return {
    healthy: dead === 0 && parked === 0,
    actedTo: row.acted_to as Position,
    queued,
    oldestSeconds,
    dead,
    refused,
    parked,
  };
}

/** Dead letters go into the queue once more; answers how many. */
export async function retryDead(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `WITH again AS (
       UPDATE notices.deliveries SET state = 'queued', queued_at = clock_timestamp(), settled_at = NULL
       WHERE state = 'dead' RETURNING notice, channel
     )
     SELECT graphile_worker.add_job($1, json_build_object('notice', notice, 'channel', channel),
       job_key => 'notice:' || notice || ':' || channel, max_attempts => 12) FROM again`,
    [deliverTask],
  );
  return rowCount ?? 0;
}
