import type { Pool } from 'pg';
import type { ChannelName } from './channel.js';

/** Keeps by which ways the worker tells: an operator's command is started without their settings. */
export async function keepWays(pool: Pool, ways: ReadonlySet<ChannelName>): Promise<void> {
  await pool.query('UPDATE notices.follower SET channels = $1', [[...ways]]);
}

/** Those of the worker which told last; none before the first. */
export async function keptWays(pool: Pool): Promise<ReadonlySet<ChannelName>> {
  const { rows } = await pool.query<{ channels: ChannelName[] }>('SELECT channels FROM notices.follower');
  return new Set(rows[0]!.channels);
}
