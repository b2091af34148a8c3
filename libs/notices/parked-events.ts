import type { ClientBase, Pool } from 'pg';
import type { EventStore, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { dropParked, type Dropping, type ParkedStream } from '@redress/processing/drop-parked.js';
import { inTransaction } from '@redress/processing/transaction.js';
import type { ChannelName } from './channels/channel.js';
import { readToTell, type ReadingParts } from './read-to-tell.js';
import { recordNotices } from './record-notices.js';
import { addressed } from './what-to-tell.js';

/** What stands for the notices where a parked event names the view that could not apply it. */
export const noticesName = 'notices';

/** An event which this release cannot read for notices: nobody was told of it, and it holds up no other. */
export async function park(client: ClientBase, { id, stream, position }: RecordedEvent, error: Error): Promise<void> {
  await client.query(
    'INSERT INTO notices.parked (event_id, stream, position, error) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [id, stream, position, `${error.name}: ${error.message}`],
  );
}

/** The oldest first; each by itself, for none waits behind another. */
export async function listUnread(pool: Pool): Promise<readonly ParkedStream[]> {
  const { rows } = await pool.query<ParkedStream>(
    `SELECT $1 AS view, stream, 1 AS events, position, event_id AS "eventId", error,
       to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
     FROM notices.parked ORDER BY parked.position`,
    [noticesName],
  );
  return rows;
}

/**
 * Tells of those which can be read by now: a later release may read what an earlier one could not.
 * @returns those which stay parked, with the error of this try
 */
export async function tellParked(
  parts: ReadingParts & { readonly channels: ReadonlySet<ChannelName> },
  parked: readonly ParkedStream[],
): Promise<readonly ParkedStream[]> {
  const left: ParkedStream[] = [];
  for (const one of parked) {
    const event = (await parts.store.readStream(one.stream)).find(({ id }) => id === one.eventId);
    const found = event === undefined ? null : await readToTell(parts, event);
    if (found === null) left.push(one);
    else if ('error' in found) left.push({ ...one, error: `${found.error.name}: ${found.error.message}` });
    else
      await inTransaction(parts.pool, async (client) => {
        for (const toTell of found.toTell)
          await recordNotices(client, parts.channels, toTell.occasion, await addressed(client, toTell));
        await unpark(client, one.eventId);
      });
  }
  return left;
}

/** That nobody shall be told of an event is itself an event, which gives the reason. */
export async function dropUnread(
  { store, pool }: { readonly store: EventStore; readonly pool: Pool },
  { stream, eventId, reason }: { readonly stream: StreamName; readonly eventId: string; readonly reason: string },
  command: Dropping,
) {
  const position = await dropParked(store, { view: noticesName, stream, eventId, reason }, command);
  await unpark(pool, eventId);
  return position;
}

async function unpark(client: { query: Pool['query'] }, eventId: string): Promise<void> {
  await client.query('DELETE FROM notices.parked WHERE event_id = $1', [eventId]);
}
