import type { EventStore, Position, StreamName } from '@redress/event-store/port.js';
import type { PoolClient } from 'pg';
import { eventsOfView } from './dropped-events.js';
import { foldOrPark, folding, parkFrom, untouched } from './fold-page.js';
import { park, unpark, type ParkedEvent } from './parking.js';
import type { ProjectionDefinition, ViewBuild } from './projection.js';
import type { ReferenceHistory } from './reference-history.js';
import { isTransient } from './transaction.js';
import { ViewWriter } from './write-page.js';

export interface RefoldParts {
  readonly store: EventStore;
  readonly definition: ProjectionDefinition;
  readonly build: ViewBuild;
  readonly history: ReferenceHistory;
}

/**
 * Makes a stream's rows anew from its events up to where its slot stands, without those which were dropped: what a
 * rebuild would make of it. The slot must be locked or moved in the same transaction.
 * @returns what still cannot be applied, parked anew
 */
export async function refold(
  client: PoolClient,
  { store, definition, build, history }: RefoldParts,
  stream: StreamName,
  to: Position,
): Promise<readonly ParkedEvent[]> {
  await history.reach(to);
  const events = await eventsOfView(store, definition.name, stream, to, to);
  const writer = new ViewWriter(definition, build);
  await unpark(client, build, stream);
  let refusal: unknown = null;
  for (let good = events.length; ; good--) {
    const end = events[good]?.position ?? to;
    const fold = folding(definition, stream, (position) => history.at(position), end);
    const folded = foldOrPark(fold, null, events.slice(0, good));
    const change = folded.rows === null ? { ...untouched(stream, null), rows: {}, parked: folded.parked } : folded;
    await client.query('SAVEPOINT before_stream');
    try {
      // Whatever stood there: nobody remembers it.
      await writer.write(client, [{ ...change, isNew: false }]);
      await client.query('RELEASE SAVEPOINT before_stream');
      const parked = [...change.parked, ...parkFrom(events.slice(good), refusal)];
      await park(client, build, parked);
      return parked;
    } catch (error) {
      if (isTransient(error) || good === 0) throw error;
      await client.query('ROLLBACK TO SAVEPOINT before_stream; RELEASE SAVEPOINT before_stream');
      writer.forget();
      refusal = error;
    }
  }
}
