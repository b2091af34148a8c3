import { availableParallelism } from 'node:os';
import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import type { FoundBuild } from '../builds.js';
import { droppedEvents } from '../dropped-events.js';
import type { ProjectionDefinition, ReferenceFold } from '../projection.js';
import { ReferenceHistory } from '../reference-history.js';
import { SharedStates } from '../shared-states.js';
import { BuildFill } from './build-fill.js';
import { fillInThreads, type FillThreads } from './crew.js';
import { fillLane } from './fill-lane.js';
import { finishFill } from './finish-fill.js';
import { beginFill, type BegunFill, type Lane } from './lanes.js';
import { openSource, type StreamSource } from './stream-source.js';
import { dropSpool } from './spool.js';
import { twoAtATime } from './two-at-a-time.js';

export interface FilledView {
  readonly definition: ProjectionDefinition;
  readonly build: FoundBuild;
}

export interface FillOptions {
  /** How many events are read at once; the rows do not depend on it (invariant 8). */
  readonly batch: number;
  /** Left out: all is folded in this thread. */
  readonly threads?: FillThreads | undefined;
  /** Hears how many events are folded, of how many there are about. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export const FILL_BATCH = 2_000;
/** More than threads, so that none waits long for the last. */
const LANES = 8 * availableParallelism();

/** A build to be filled, and what its fill needs to know. */
interface Fill extends FilledView {
  readonly begun: BegunFill;
  readonly history: ReferenceHistory;
  readonly dropped: readonly string[];
}

/**
 * Fills new builds from the log as it is now, all in one reading: stream by stream, folded in memory, written by COPY to
 * tables without indexes. A subject's rows need its own events and the law at its last one, so memory holds a few batches.
 * The streams are cut into lanes, which threads fill side by side; each commits its rows with the name of the last stream:
 * after a crash the same call goes on from there. When it resolves the builds have their indexes and checkpoints and can
 * follow the log.
 */
export async function fillBuilds(
  store: EventStore,
  pool: Pool,
  views: readonly FilledView[],
  options: FillOptions,
): Promise<void> {
  const unfilled = views.filter(({ build }) => build.state === 'filling');
  if (unfilled.length === 0) return;
  const head = await store.head();
  const categories = [...new Set(unfilled.flatMap(({ definition }) => definition.categories))];
  const source = await openSource(store, pool, categories, head);
  const cuts = await source.cuts(LANES);
  const jobs = new Map<string, Fill[]>();
  const histories = new Map<ReferenceFold<unknown>, ReferenceHistory>();
  for (const { definition, build } of unfilled) {
    const begun = await beginFill(pool, build, head, cuts);
    let history = histories.get(definition.reference);
    if (history === undefined)
      histories.set(definition.reference, (history = new ReferenceHistory(store, definition.reference)));
    await history.reach(begun.to);
    const dropped = (await droppedEvents(store, definition.name, begun.to)).map(({ eventId }) => eventId);
    const key = JSON.stringify([begun.to, begun.lanes]);
    jobs.set(key, [...(jobs.get(key) ?? []), { definition, build, begun, history, dropped }]);
  }
  // Builds which were begun at different moments are read for apart.
  for (const fills of jobs.values()) await run(pool, source, fills, categories, options);
  await dropSpool(pool);
}

async function run(
  pool: Pool,
  source: StreamSource,
  fills: readonly Fill[],
  categories: readonly string[],
  { batch, threads, onProgress, signal }: FillOptions,
): Promise<void> {
  const { to, lanes } = fills[0]!.begun;
  const folded = new Map(lanes.map(({ lane, filled }) => [lane, filled]));
  const onFolded = (lane: number, events: number) => {
    folded.set(lane, events);
    onProgress?.(
      [...folded.values()].reduce((sum, n) => sum + n, 0),
      source.events,
    );
  };
  onFolded(0, lanes[0]!.filled);
  const builds = fills.map(({ build, dropped }) => ({ build, dropped }));
  // Threads run compiled modules.
  if (threads?.module.pathname.endsWith('.js') === true && lanes.length > 1) {
    const work = { table: source.table, categories, to, batch, builds, law: lawOf(fills, to) };
    await fillInThreads(threads, work, lanes, onFolded, signal);
  } else await fillHere(pool, source, fills, lanes, to, batch, onFolded, signal);
  // An index is made by one core, mostly.
  await twoAtATime(fills, ({ definition, build, begun, history }) => {
    signal?.throwIfAborted();
    return finishFill(pool, definition, build, begun, history);
  });
}

async function fillHere(
  pool: Pool,
  source: StreamSource,
  fills: readonly Fill[],
  lanes: readonly Lane[],
  to: Position,
  batch: number,
  onFolded: (lane: number, events: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const shared = new SharedStates(1);
  const parts = fills.map(
    ({ definition, build, history, dropped }) =>
      new BuildFill(definition, build, to, history, shared, new Set(dropped)),
  );
  for (const lane of lanes)
    await fillLane(pool, source, parts, lane, to, batch, (events) => onFolded(lane.lane, events), signal);
}

function lawOf(fills: readonly Fill[], to: Position): readonly RecordedEvent[] {
  const events = new Map(fills.flatMap(({ history }) => history.upTo(to)).map((event) => [event.position, event]));
  return [...events.values()].sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1));
}
