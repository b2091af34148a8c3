import type { EventStore, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { ensureBuild } from './builds.js';
import { inBuild, lockCheckpoint } from './checkpoint.js';
import { viewDb } from './page.js';
import type { ProjectionDefinition } from './projection.js';

/**
 * Applies what a view parked of one stream, in order, after the cause was mended, and takes the stream back into the
 * live path. All or none: rejects with the error of the event that still fails, and everything stays parked.
 * @returns how many events were applied
 */
export async function replayParked(
  store: EventStore,
  pool: Pool,
  definition: ProjectionDefinition,
  stream: StreamName,
): Promise<number> {
  const build = await ensureBuild(pool, definition);
  return inBuild(pool, build, async (client) => {
    // Under the lock no processor parks another event of the stream behind these.
    await lockCheckpoint(client, build);
    const { rows } = await client.query<{ event_id: string }>(
      `DELETE FROM processing.parked WHERE view = $1 AND version = $2 AND build = $3 AND stream = $4 RETURNING event_id`,
      [build.view, build.version, build.build, stream],
    );
    const parked = new Set(rows.map((row) => row.event_id));
    const events = (await store.readStream(stream)).filter((event) => parked.has(event.id));
    const db = viewDb(client);
    for (const event of events) await definition.apply(event, db);
    return events.length;
  });
}
