import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { ensureBuild, type FoundBuild } from './builds.js';
import { withLease } from './lease.js';
import { LogFeed } from './log-feed.js';
import { checkDefinitions, type ProjectionDefinition } from './projection.js';
import type { FillThreads } from './rebuild/crew.js';
import { FILL_BATCH, fillBuilds } from './rebuild/fill.js';
import { FILL_LEASE } from './rebuild/rebuild.js';
import { withdrawReports } from './report.js';
import { ViewLoop, type ViewStatus } from './view-loop.js';

export interface ProjectionRunner {
  /** Resolves when every view has finished the page under way. Twice is as good as once. */
  stop(): Promise<void>;
  status(): readonly ViewStatus[];
}

export interface RunnerOptions {
  /** Hears of each failed attempt; it is tried again with a growing pause, up to ten seconds. */
  readonly onError: (error: unknown, view: string) => void;
  /** How many events are read at once. */
  readonly pageSize?: number;
  /** Left out: new builds are filled in this thread. */
  readonly threads?: FillThreads | undefined;
}

export const PAGE_SIZE = 1_000;
const FILL_LEASE_SECONDS = 30;
const FILL_POLL_MS = 500;

/**
 * Keeps the views up with the log until stopped. The log is read once for all of them; each goes on by itself, so that
 * one that fails holds up no other. Woken by appends; polling is the truth. Any number of programs may run the same
 * views on one database: they share the slots.
 * @throws Error at once, when the definitions contradict one another
 */
export function runProjections(
  store: EventStore,
  pool: Pool,
  definitions: readonly ProjectionDefinition[],
  { onError, pageSize = PAGE_SIZE, threads }: RunnerOptions,
): ProjectionRunner {
  checkDefinitions(definitions);
  const worker = randomUUID();
  const feed = new LogFeed(store, definitions, pageSize);
  const stopping = new AbortController();
  const fills = new SharedFill(store, pool, definitions, worker, stopping.signal, threads);
  const fill = (definition: ProjectionDefinition) => fills.until(definition);
  const loops = definitions.map((definition) => new ViewLoop({ store, pool, feed, worker, fill, onError }, definition));
  const wake = () => loops.forEach((loop) => loop.wake());
  const unsubscribe = store.onAppended(wake);
  let stopped: Promise<void> | null = null;
  const stop = async () => {
    unsubscribe();
    stopping.abort();
    await Promise.all(loops.map((loop) => loop.stop()));
    await withdrawReports(pool, worker);
  };
  return { stop: () => (stopped ??= stop()), status: () => loops.map((loop) => loop.status()) };
}

/** Fills all builds which are new in one reading of the log, in one worker at a time. */
class SharedFill {
  private filling: Promise<void> | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
    private readonly definitions: readonly ProjectionDefinition[],
    private readonly worker: string,
    private readonly signal: AbortSignal,
    private readonly threads: FillThreads | undefined,
  ) {}

  /** Resolves when the view's build is filled, by this worker or another. */
  async until(definition: ProjectionDefinition): Promise<void> {
    for (;;) {
      this.signal.throwIfAborted();
      if ((await ensureBuild(this.pool, definition)).state !== 'filling') return;
      this.filling ??= this.fillAll().finally(() => (this.filling = null));
      await this.filling;
      if ((await ensureBuild(this.pool, definition)).state !== 'filling') return;
      await pause(FILL_POLL_MS, undefined, { signal: this.signal });
    }
  }

  private async fillAll(): Promise<void> {
    await withLease(this.pool, FILL_LEASE, this.worker, FILL_LEASE_SECONDS, async (signal) => {
      const builds: { definition: ProjectionDefinition; build: FoundBuild }[] = [];
      for (const definition of this.definitions)
        builds.push({ definition, build: await ensureBuild(this.pool, definition) });
      const either = AbortSignal.any([signal, this.signal]);
      await fillBuilds(this.store, this.pool, builds, { batch: FILL_BATCH, threads: this.threads, signal: either });
    });
  }
}
