import type { Position, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { inTransaction } from '../transaction.js';
import type { BuildFill } from './build-fill.js';
import { moveLane, type Lane } from './lanes.js';
import type { StreamSource } from './stream-source.js';
import { wholeStreams } from './whole-streams.js';

/**
 * Fills one lane of builds which were begun together. What is in commits with the name of the last stream.
 * @param onFolded hears how many events of the lane are folded
 */
export async function fillLane(
  pool: Pool,
  source: StreamSource,
  fills: readonly BuildFill[],
  { lane, after, upTo, filled }: Lane,
  to: Position,
  batch: number,
  onFolded: (events: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let done = filled;
  let writing: Promise<unknown> = Promise.resolve();
  for await (const streams of wholeStreams(source, { after, upTo }, to, batch)) {
    for (const { stream, events } of streams) for (const fill of fills) fill.fold(stream, events);
    // While PostgreSQL takes one batch in, the next is folded.
    await writing;
    signal?.throwIfAborted();
    done += streams.reduce((sum, stream) => sum + stream.events.length, 0);
    writing = write(pool, fills, lane, streams.at(-1)!.stream, done);
    writing.catch(() => undefined);
    onFolded(done);
  }
  await writing;
}

function write(pool: Pool, fills: readonly BuildFill[], lane: number, last: StreamName, done: number): Promise<void> {
  const batches = fills.map((fill) => fill.take());
  return inTransaction(pool, async (client) => {
    // What is lost in a crash of the server is lost with its cursor, and filled again.
    await client.query('SET LOCAL synchronous_commit = off');
    for (const batch of batches) await batch.sendTo(client);
    await moveLane(
      client,
      fills.map(({ build }) => build),
      lane,
      last,
      done,
    );
  });
}
