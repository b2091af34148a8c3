import type { RecordedEvent, StreamName } from '@redress/event-store/port.js';
import type { PoolClient } from 'pg';
import { parkFrom, untouched, type Change, type FoldStream } from './fold-page.js';
import type { Kept } from './kept.js';
import { ReferenceFoldError } from './reference-history.js';
import { isTransient } from './transaction.js';
import type { ViewWriter } from './write-page.js';

/**
 * Applies a page which the database refused, event by event with a savepoint each: the first of a stream that fails is
 * parked with the later ones (invariant 9), everything else is written.
 */
export async function applyOneByOne(
  client: PoolClient,
  writer: ViewWriter,
  streams: ReadonlyMap<StreamName, readonly RecordedEvent[]>,
  before: ReadonlyMap<StreamName, Kept>,
  folding: (stream: StreamName) => FoldStream,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [stream, events] of streams) {
    const fold = folding(stream);
    let change = untouched(stream, before.get(stream) ?? null);
    for (const [i, event] of events.entries()) {
      await client.query('SAVEPOINT before_event');
      try {
        change = fold(change.kept, [event]);
        await writer.write(client, [change]);
        await client.query('RELEASE SAVEPOINT before_event');
      } catch (error) {
        if (isTransient(error) || error instanceof ReferenceFoldError) throw error;
        await client.query('ROLLBACK TO SAVEPOINT before_event; RELEASE SAVEPOINT before_event');
        writer.forget();
        change = { ...change, parked: parkFrom(events.slice(i), error) };
        break;
      }
    }
    changes.push(change);
  }
  return changes;
}
