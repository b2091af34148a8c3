import type { EventStore, Position, StreamName } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import type { FoundBuild } from '../builds.js';
import { keyOf } from '../checkpoint.js';
import type { ProjectionDefinition, ReferenceFold } from '../projection.js';
import { ReferenceHistory } from '../reference-history.js';
import { SharedStates } from '../shared-states.js';
import { inTransaction } from '../transaction.js';
import type { BegunFill } from './begun-fill.js';
import { BuildFill } from './build-fill.js';
import { dropIndexes, indexesOf } from './indexes.js';
import { openSource } from './stream-source.js';
import { dropSpool } from './spool.js';
import { wholeStreams } from './whole-streams.js';

export interface FilledView {
  readonly definition: ProjectionDefinition;
  readonly build: FoundBuild;
}

export interface FillOptions {
  /** How many events are read at once; the rows do not depend on it (invariant 8). */
  readonly batch: number;
  /** Hears how many events are folded, of how many there are about. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export const FILL_BATCH = 5_000;

/**
 * Fills new builds from the log as it is now, all in one reading: stream by stream, folded in memory, written by COPY to
 * tables without indexes. A subject's rows need its own events and the law at its last one, so memory holds one batch.
 * What is in commits with the name of the last stream: after a crash the same call goes on from there. When it resolves
 * the builds have their indexes and checkpoints and can follow the log.
 */
export async function fillBuilds(
  store: EventStore,
  pool: Pool,
  views: readonly FilledView[],
  options: FillOptions,
): Promise<void> {
  const head = await store.head();
  const jobs = new Map<string, BuildFill[]>();
  const histories = new Map<ReferenceFold<unknown>, ReferenceHistory>();
  const shared = new SharedStates();
  for (const { definition, build } of views.filter(({ build }) => build.state === 'filling')) {
    const begun = await begin(pool, build, head);
    let history = histories.get(definition.reference);
    if (history === undefined)
      histories.set(definition.reference, (history = new ReferenceHistory(store, definition.reference)));
    const key = `${begun.to} ${begun.after}`;
    const fill = await BuildFill.open(store, definition, build, begun, history, shared);
    jobs.set(key, [...(jobs.get(key) ?? []), fill]);
  }
  // Builds which were begun at different moments are read for apart.
  for (const fills of jobs.values()) await run(store, pool, fills, options);
  if (jobs.size > 0) await dropSpool(pool);
}

async function run(store: EventStore, pool: Pool, fills: readonly BuildFill[], options: FillOptions): Promise<void> {
  const [{ begun }] = fills as [BuildFill];
  const categories = [...new Set(fills.flatMap(({ definition }) => definition.categories))];
  const source = await openSource(store, pool, categories, begun.to);
  const total = source.events;
  let done = Number(begun.filled);
  let writing: Promise<unknown> = Promise.resolve();
  options.onProgress?.(done, total);
  for await (const streams of wholeStreams(source, begun.after, begun.to, options.batch)) {
    for (const { stream, events } of streams) for (const fill of fills) fill.fold(stream, events);
    const events = streams.reduce((sum, stream) => sum + stream.events.length, 0);
    const last = streams.at(-1)!.stream;
    // While PostgreSQL takes one batch in, the next is folded.
    await writing;
    options.signal?.throwIfAborted();
    writing = write(
      pool,
      fills.map((fill) => fill.take()),
      last,
      (done += events),
    );
    writing.catch(() => undefined);
    options.onProgress?.(done, total);
  }
  await writing;
  for (const fill of fills) await inTransaction(pool, (client) => fill.finish(client));
}

async function write(
  pool: Pool,
  batches: readonly ReturnType<BuildFill['take']>[],
  last: StreamName,
  done: number,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    // What is lost in a crash of the server is lost with its cursor, and filled again.
    await client.query('SET LOCAL synchronous_commit = off');
    for (const batch of batches) await batch.sendTo(client, last, done);
  });
}

/** Takes the indexes off and remembers them, unless that was done before a crash. */
async function begin(pool: Pool, build: FoundBuild, head: Position): Promise<BegunFill> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{
      to: Position | null;
      after: string | null;
      filled: string;
      indexes: string[];
    }>(
      `SELECT fill_to AS to, fill_after AS after, filled, indexes FROM processing.builds
       WHERE view = $1 AND version = $2 AND build = $3 FOR UPDATE`,
      keyOf(build),
    );
    const found = rows[0]!;
    if (found.to !== null) return { ...found, to: found.to, after: found.after ?? '' };
    const indexes = await indexesOf(client, build);
    await dropIndexes(client, build);
    await client.query(
      `UPDATE processing.builds SET fill_to = $4, indexes = $5 WHERE view = $1 AND version = $2 AND build = $3`,
      [...keyOf(build), head, indexes],
    );
    return { to: head, after: '', filled: '0', indexes };
  });
}
