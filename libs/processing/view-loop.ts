import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { ensureBuild, serveBuild, SupersededViewError, type FoundBuild } from './builds.js';
import { LostSlotsError, RetiredBuildError } from './checkpoint.js';
import type { LogFeed } from './log-feed.js';
import { Processor, type Step } from './processor.js';
import type { ProjectionDefinition } from './projection.js';
import { report } from './report.js';
import { SlotShare } from './slot-share.js';

const POLL_MS = 250;
const REPORT_MS = 2_000;
const LONGEST_PAUSE_MS = 10_000;
/** Pages follow one another no faster: a few events each would cost as many transactions as events. */
const SHORTEST_CYCLE_MS = 10;

/** `starting`: no build to work on yet; `replaced`: a newer version took the view over, this program works on it no more. */
export type ViewState = 'starting' | 'following' | 'serving' | 'replaced';

export interface ViewStatus {
  readonly view: string;
  readonly version: number;
  readonly state: ViewState;
  /** Of the slot of this worker which is furthest behind; '0' while it holds none. */
  readonly position: Position;
  /** As the last completed poll saw it. */
  readonly head: Position;
  /** ISO 8601; null before the first. */
  readonly lastCompletedPoll: string | null;
  /** Of the last attempt, when it failed. */
  readonly error: string | null;
}

export interface LoopParts {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly feed: LogFeed;
  readonly worker: string;
  /** Resolves when a build which has to be filled is. */
  fill(definition: ProjectionDefinition): Promise<void>;
  onError(error: unknown, view: string): void;
}

/** Works on one view for as long as the program runs: goes on with the log, serves what has caught up, retries what fails. */
export class ViewLoop {
  private state: ViewState = 'starting';
  private position = '0' as Position;
  private head = '0' as Position;
  private readTo: string | null = null;
  private lastCompletedPoll: Date | null = null;
  private reportedAt = -Infinity;
  private failures = 0;
  private error: string | null = null;
  private woken = false;
  private interrupt = new AbortController();
  private readonly stopping = new AbortController();
  private readonly share: SlotShare;
  private readonly running: Promise<void>;

  constructor(
    private readonly parts: LoopParts,
    private readonly definition: ProjectionDefinition,
  ) {
    this.share = new SlotShare(parts.pool, definition, parts.worker);
    this.share.keep(
      () => this.wake(),
      (error) => parts.onError(error, definition.name),
    );
    this.running = this.run();
  }

  wake(): void {
    this.woken = true;
    this.interrupt.abort();
  }

  /** Resolves when the page under way is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    await this.share.stop();
  }

  status(): ViewStatus {
    const { name: view, version } = this.definition;
    const { state, position, head, error } = this;
    return {
      view,
      version,
      state,
      position,
      head,
      lastCompletedPoll: this.lastCompletedPoll?.toISOString() ?? null,
      error,
    };
  }

  private async run(): Promise<void> {
    let work: { readonly build: FoundBuild; readonly processor: Processor } | null = null;
    while (!this.stopping.signal.aborted) {
      this.woken = false;
      const started = performance.now();
      try {
        work ??= await this.open();
        const step = await work.processor.step(this.share.leases());
        await this.completed(step, work.build);
        const isDone = step.position === null || BigInt(step.position) >= BigInt(step.head);
        if (isDone) await this.untilWoken();
        await this.breathe(SHORTEST_CYCLE_MS - (performance.now() - started));
      } catch (error) {
        if (error instanceof RetiredBuildError) work = null;
        // Its slots went to another worker, as they should: nothing is wrong.
        else if (!(error instanceof LostSlotsError)) await this.failed(error, work?.build ?? null);
        if (this.state === 'replaced') return;
      }
    }
  }

  private async open(): Promise<{ build: FoundBuild; processor: Processor }> {
    const { pool, store, feed } = this.parts;
    let build = await ensureBuild(pool, this.definition);
    if (build.state === 'filling') {
      await this.parts.fill(this.definition);
      build = await ensureBuild(pool, this.definition);
    }
    this.state = build.state === 'serving' ? 'serving' : 'following';
    return { build, processor: new Processor(store, feed, pool, this.definition, build) };
  }

  private async completed(step: Step, build: FoundBuild): Promise<void> {
    const { position, head, readTo } = step;
    const isCaughtUp = position !== null && BigInt(position) >= BigInt(head);
    if (isCaughtUp && this.state === 'following') {
      await serveBuild(this.parts.pool, build);
      this.state = 'serving';
    }
    if (position !== null) [this.position, this.head] = [position, head];
    this.readTo = isCaughtUp ? new Date().toISOString() : (readTo ?? this.readTo);
    this.lastCompletedPoll = new Date();
    this.failures = 0;
    const hadFailed = this.error !== null;
    this.error = null;
    if (hadFailed || performance.now() - this.reportedAt > REPORT_MS) await this.report(build);
  }

  private async failed(error: unknown, build: FoundBuild | null): Promise<void> {
    // A fill cut off by the end of the program has not failed: it goes on at the next start.
    if (this.stopping.signal.aborted && error instanceof Error && error.name === 'AbortError') return;
    this.error = error instanceof Error ? error.message : String(error);
    this.parts.onError(error, this.definition.name);
    if (error instanceof SupersededViewError) {
      this.state = 'replaced';
      return;
    }
    // When the database is what fails, the report fails with it; silence says the same.
    if (build !== null) await this.report(build).catch(() => undefined);
    const longest = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** this.failures++);
    await this.breathe(longest * (0.5 + Math.random() / 2));
  }

  private async report(build: FoundBuild): Promise<void> {
    const { pool, worker } = this.parts;
    const slots = [...this.share.leases().keys()];
    await report(pool, build, { worker, slots, readTo: this.readTo, error: this.error });
    this.reportedAt = performance.now();
  }

  private async untilWoken(): Promise<void> {
    if (this.woken) return;
    this.interrupt = new AbortController();
    await pause(POLL_MS, undefined, { signal: this.interrupt.signal }).catch(ignoreAbort);
  }

  private async breathe(ms: number): Promise<void> {
    if (ms > 0) await pause(ms, undefined, { signal: this.stopping.signal }).catch(ignoreAbort);
  }
}

function ignoreAbort(error: Error): void {
  if (error.name !== 'AbortError') throw error;
}
