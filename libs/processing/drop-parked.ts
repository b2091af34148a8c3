import { commandHash, eventId } from '@redress/event-store/identity.js';
import type { Actor, EventStore, Position, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { keyOf } from './checkpoint.js';
import { droppedStream, droppedType, type DroppedEvent } from './dropped-events.js';
import type { ViewBuild } from './projection.js';

/** A stream which is parked in a build. */
export interface ParkedStream {
  readonly view: string;
  readonly stream: StreamName;
  readonly events: number;
  /** ISO 8601. */
  readonly since: string;
  /** The event which could not be applied; the others wait behind it. */
  readonly position: Position;
  readonly eventId: string;
  readonly error: string;
}

/** What is parked in the builds which serve, the oldest first. */
export async function listParked(pool: Pool): Promise<readonly ParkedStream[]> {
  const { rows } = await pool.query<ParkedStream>(
    `SELECT DISTINCT ON (p.view, p.stream) p.view, p.stream, p.position, p.event_id AS "eventId",
       coalesce(p.error, '') AS error, to_char(p.parked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
       (count(*) OVER (PARTITION BY p.view, p.stream))::integer AS events
     FROM processing.parked p JOIN processing.builds USING (view, version, build) WHERE state = 'serving'
     ORDER BY p.view, p.stream, p.position`,
  );
  return rows;
}

/** Who drops, by which command, and the time of it (ISO 8601). */
export interface Dropping {
  readonly commandId: string;
  readonly actor: Actor;
  readonly now: string;
}

/** That a view leaves out one event for good is itself an event: whoever rebuilds the view leaves out the same. */
export async function dropParked(store: EventStore, dropped: DroppedEvent, command: Dropping): Promise<Position> {
  const { commandId, actor, now } = command;
  const stream = droppedStream(dropped.view);
  const appended = await store.append(stream, 'any', [
    {
      id: eventId(stream, commandId, 0),
      type: droppedType,
      schema: 1,
      data: { ...dropped },
      meta: {
        commandId,
        commandHash: commandHash({ ...dropped, actor: actor.id }),
        correlationId: commandId,
        causationId: dropped.eventId,
        actor,
        occurredAt: now,
      },
    },
  ]);
  if (appended.outcome === 'conflict') throw new Error(`The stream ${stream} took no event.`);
  return appended.position;
}

/** Whether an event is parked in a build, as the one at fault or behind it. */
export async function isParked(pool: Pool, build: ViewBuild, stream: StreamName, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT 1 FROM processing.parked WHERE view = $1 AND version = $2 AND build = $3 AND stream = $4
       AND event_id::text = $5`,
    [...keyOf(build), stream, id],
  );
  return rowCount !== null && rowCount > 0;
}
