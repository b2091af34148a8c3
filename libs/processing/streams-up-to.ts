import { recordedEvent, type EventRow } from '@redress/event-store/postgres/event-rows.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { EventStore, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { byStream } from './fold-page.js';

/** Up to which event a stream is wanted. */
export interface StreamPlace {
  readonly stream: StreamName;
  readonly position: Position;
}

const AT_ONCE = 16;

/** Each stream's events up to a position, in order. Where the log is in PostgreSQL, in one query. */
export async function streamsUpTo(
  store: EventStore,
  pool: Pool,
  places: readonly StreamPlace[],
): Promise<ReadonlyMap<StreamName, readonly RecordedEvent[]>> {
  if (places.length === 0) return new Map();
  if (store instanceof PostgresEventStore) return inOneQuery(pool, places);
  const streams = new Map<StreamName, readonly RecordedEvent[]>();
  const left = [...places];
  const reader = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const to = BigInt(next.position);
      const events = await store.readStream(next.stream);
      streams.set(
        next.stream,
        events.filter(({ position }) => BigInt(position) <= to),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return streams;
}

async function inOneQuery(
  pool: Pool,
  places: readonly StreamPlace[],
): Promise<ReadonlyMap<StreamName, readonly RecordedEvent[]>> {
  const { rows } = await pool.query<EventRow>({
    name: 'processing-streams-up-to',
    // A stream at a time by the index, whatever the planner thinks of their number.
    text: `SELECT e.* FROM unnest($1::text[], $2::bigint[]) AS wanted (stream, up_to) CROSS JOIN LATERAL (
         SELECT position, stream, revision, id, type, schema, data, meta, encode(hash, 'hex') AS hash,
           (recorded_at AT TIME ZONE 'UTC')::text || '+00' AS recorded_at
         FROM es.events WHERE events.stream = wanted.stream AND position <= wanted.up_to ORDER BY revision OFFSET 0
       ) e`,
    values: [places.map(({ stream }) => stream), places.map(({ position }) => position)],
  });
  return byStream(rows.map(recordedEvent));
}
