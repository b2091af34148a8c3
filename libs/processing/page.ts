import { categoryOf } from '@redress/event-store/envelope.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { PoolClient } from 'pg';
import { errorText, MAX_PARKED_STREAMS, park, parkedStreams, type ParkedEvent } from './parking.js';
import type { ProjectionDefinition, ViewBuild, ViewDb } from './projection.js';
import { isTransient } from './transaction.js';

/** An event which this view may not park could not be applied: the view stands still before it. */
export class ViewStoppedError extends Error {
  override readonly name = 'ViewStoppedError';

  constructor(view: string, event: RecordedEvent, why: string, cause: unknown) {
    super(`The view ${view} stands before position ${event.position} (${event.type} of ${event.stream}): ${why}`, {
      cause,
    });
  }
}

/** Applies the events of a page in order, in the client's transaction; the first that fails rejects. Gives how many it parked. */
export async function applyPage(
  client: PoolClient,
  definition: ProjectionDefinition,
  build: ViewBuild,
  page: readonly RecordedEvent[],
): Promise<number> {
  const held = await parkedStreams(client, build);
  const db = viewDb(client);
  const parked: ParkedEvent[] = [];
  for (const event of page) {
    if (held.has(event.stream)) parked.push({ event, error: null });
    else await definition.apply(event, db);
  }
  await park(client, build, parked);
  return parked.length;
}

/** The same with a savepoint each: an event that fails is parked, with the later ones of its stream (invariant 9). */
export async function applyPageParking(
  client: PoolClient,
  definition: ProjectionDefinition,
  build: ViewBuild,
  page: readonly RecordedEvent[],
): Promise<number> {
  const held = await parkedStreams(client, build);
  const db = viewDb(client);
  const parked: ParkedEvent[] = [];
  for (const event of page) {
    if (held.has(event.stream)) {
      parked.push({ event, error: null });
      continue;
    }
    await client.query('SAVEPOINT before_event');
    try {
      await definition.apply(event, db);
      // Fails as well when `apply` hid the failure of a statement.
      await client.query('RELEASE SAVEPOINT before_event');
    } catch (error) {
      if (isTransient(error)) throw error;
      await client.query('ROLLBACK TO SAVEPOINT before_event; RELEASE SAVEPOINT before_event');
      refuseToPark(definition, event, held, error);
      held.add(event.stream);
      parked.push({ event, error: errorText(error) });
    }
  }
  await park(client, build, parked);
  return parked.length;
}

function refuseToPark(
  definition: ProjectionDefinition,
  event: RecordedEvent,
  held: ReadonlySet<string>,
  error: unknown,
): void {
  if (definition.referenceCategories?.includes(categoryOf(event.stream)))
    throw new ViewStoppedError(definition.name, event, `its rows hang on this stream (${errorText(error)})`, error);
  if (held.size >= MAX_PARKED_STREAMS)
    throw new ViewStoppedError(definition.name, event, `${held.size} streams are parked already`, error);
}

export function viewDb(client: PoolClient): ViewDb {
  return {
    query: async <R>(text: string, values: readonly unknown[] = []) =>
      (await client.query<R & object>(text, [...values])).rows as R[],
  };
}
