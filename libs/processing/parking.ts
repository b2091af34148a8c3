import type { RecordedEvent } from '@redress/event-store/port.js';
import type { PoolClient } from 'pg';
import type { ViewBuild } from './projection.js';

/**
 * How many streams a build parks before its view stops instead: so many say that the fault is the view's own, and the
 * set of them is held in memory for each page.
 */
export const MAX_PARKED_STREAMS = 1_000;

const MAX_ERROR_LENGTH = 2_000;

/** An event put aside (invariant 9); `error` is null for one held back behind an earlier event of its stream. */
export interface ParkedEvent {
  readonly event: RecordedEvent;
  readonly error: string | null;
}

/** The streams which have events parked in this build. Read under the checkpoint's lock, so that all processors agree. */
export async function parkedStreams(client: PoolClient, build: ViewBuild): Promise<Set<string>> {
  const { rows } = await client.query<{ stream: string }>(
    'SELECT DISTINCT stream FROM processing.parked WHERE view = $1 AND version = $2 AND build = $3',
    [build.view, build.version, build.build],
  );
  return new Set(rows.map((row) => row.stream));
}

export async function park(client: PoolClient, build: ViewBuild, parked: readonly ParkedEvent[]): Promise<void> {
  if (parked.length === 0) return;
  await client.query(
    `INSERT INTO processing.parked (view, version, build, position, stream, event_id, error)
     SELECT $1::text, $2::integer, $3::integer, * FROM unnest($4::bigint[], $5::text[], $6::uuid[], $7::text[])`,
    [
      build.view,
      build.version,
      build.build,
      parked.map(({ event }) => event.position),
      parked.map(({ event }) => event.stream),
      parked.map(({ event }) => event.id),
      parked.map(({ error }) => error),
    ],
  );
}

/** What is kept of the error: PostgreSQL's text holds no NUL. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll('\0', '\\0').slice(0, MAX_ERROR_LENGTH);
}
