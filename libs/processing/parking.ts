import type { RecordedEvent, StreamName } from '@redress/event-store/port.js';
import type { ClientBase, Pool } from 'pg';
import { keyOf } from './checkpoint.js';
import type { ViewBuild } from './projection.js';

/**
 * How many streams a build parks before its view stops instead: so many say that the fault is the view's own, and the
 * set of them is held in memory.
 */
export const MAX_PARKED_STREAMS = 1_000;

const MAX_ERROR_LENGTH = 2_000;

/** An event put aside (invariant 9); `error` is null for one held back behind an earlier event of its stream. */
export interface ParkedEvent {
  readonly event: RecordedEvent;
  readonly error: string | null;
}

/** The streams which have events parked in this build. */
export async function parkedStreams(db: Pool | ClientBase, build: ViewBuild): Promise<Set<StreamName>> {
  const { rows } = await db.query<{ stream: StreamName }>(
    'SELECT DISTINCT stream FROM processing.parked WHERE view = $1 AND version = $2 AND build = $3',
    keyOf(build),
  );
  return new Set(rows.map((row) => row.stream));
}

export async function park(client: ClientBase, build: ViewBuild, parked: readonly ParkedEvent[]): Promise<void> {
  if (parked.length === 0) return;
  await client.query(
    `INSERT INTO processing.parked (view, version, build, position, stream, event_id, error, recorded_at)
     SELECT $1::text, $2::integer, $3::integer, *
     FROM unnest($4::bigint[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[])`,
    [
      ...keyOf(build),
      parked.map(({ event }) => event.position),
      parked.map(({ event }) => event.stream),
      parked.map(({ event }) => event.id),
      parked.map(({ error }) => error),
      parked.map(({ event }) => event.recordedAt),
    ],
  );
}

/** Takes a stream's events out of the parked ones; what still cannot be applied is parked anew. */
export async function unpark(client: ClientBase, build: ViewBuild, stream: StreamName): Promise<void> {
  await client.query('DELETE FROM processing.parked WHERE view = $1 AND version = $2 AND build = $3 AND stream = $4', [
    ...keyOf(build),
    stream,
  ]);
}

/** What is kept of the error: PostgreSQL's text holds no NUL. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll('\0', '\\0').slice(0, MAX_ERROR_LENGTH);
}
