import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { ensureBuild, serveBuild, SupersededViewError } from './builds.js';
import { RetiredBuildError } from './checkpoint.js';
import { Processor, type Step } from './processor.js';
import type { ProjectionDefinition, ViewBuild } from './projection.js';

const PAGE_SIZE = 500;
const POLL_MS = 250;
const REPORT_MS = 2_000;
const LONGEST_PAUSE_MS = 10_000;
/** A poll not completed for so long means that there may be more to read than the last one saw. */
const QUIET_SECONDS = 2;
/** Without progress for so long, a view behind the log counts as stuck. */
const STUCK_MS = 15_000;

/**
 * `starting`: no build yet; `filling`: another build serves the readers until this one has caught up; `serving`;
 * `replaced`: a newer version took the view over, this program works on it no more.
 */
export type ViewState = 'starting' | 'filling' | 'serving' | 'replaced';

export interface ViewStatus {
  readonly view: string;
  readonly version: number;
  readonly state: ViewState;
  readonly position: Position;
  /** As the last completed poll saw it. */
  readonly head: Position;
  /** Positions between the two; those of other categories are counted until they are passed. */
  readonly lagEvents: number;
  /** How old the oldest unread event may be at most, in seconds; 0 when all is read, and before the first poll. */
  readonly lagSeconds: number;
  /** Events parked in this build. */
  readonly parked: number;
  /** ISO 8601; null before the first. */
  readonly lastCompletedPoll: string | null;
  /** Of the last attempt, when it failed. */
  readonly error: string | null;
  /** False when nothing moves though it should, when anything is parked, and when the view was taken over. */
  readonly healthy: boolean;
}

/** Works on one view for as long as the program runs: makes its build, reads on, serves it, retries what fails. */
export class ViewLoop {
  private state: ViewState = 'starting';
  private last: Step = { position: '0' as Position, head: '0' as Position, parked: 0, readTo: null };
  private lastCompletedPoll: Date | null = null;
  private progressAt = performance.now();
  private reportedAt = -Infinity;
  private parked = 0;
  private failures = 0;
  private error: string | null = null;
  private woken = false;
  private interrupt = new AbortController();
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
    private readonly definition: ProjectionDefinition,
    private readonly onError: (error: unknown, view: string) => void,
  ) {
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
  }

  status(): ViewStatus {
    const lag = BigInt(this.last.head) - BigInt(this.last.position);
    // Whatever was recorded before the last completed poll, or up to the last event of a full page, has been read.
    const readTo = Date.parse(this.last.readTo ?? this.lastCompletedPoll?.toISOString() ?? '');
    const unread = (Date.now() - readTo) / 1000;
    return {
      view: this.definition.name,
      version: this.definition.version,
      state: this.state,
      position: this.last.position,
      head: this.last.head,
      lagEvents: lag > 0n ? Number(lag) : 0,
      lagSeconds: unread > QUIET_SECONDS || (lag > 0n && unread > 0) ? unread : 0,
      parked: this.parked,
      lastCompletedPoll: this.lastCompletedPoll?.toISOString() ?? null,
      error: this.error,
      healthy: this.parked === 0 && this.state !== 'replaced' && performance.now() - this.progressAt < STUCK_MS,
    };
  }

  private async run(): Promise<void> {
    let work: { readonly build: ViewBuild; readonly processor: Processor } | null = null;
    while (!this.stopping.signal.aborted) {
      this.woken = false;
      try {
        work ??= await this.open();
        const step = await work.processor.step();
        await this.completed(step, work.build, work.processor);
        if (BigInt(step.position) >= BigInt(step.head)) await this.untilWoken();
      } catch (error) {
        this.error = error instanceof Error ? error.message : String(error);
        this.onError(error, this.definition.name);
        if (error instanceof SupersededViewError || error instanceof RetiredBuildError) {
          this.state = 'replaced';
          return;
        }
        await this.backOff();
      }
    }
  }

  private async open(): Promise<{ build: ViewBuild; processor: Processor }> {
    const build = await ensureBuild(this.pool, this.definition);
    this.state = 'filling';
    return { build, processor: new Processor(this.store, this.pool, this.definition, build, PAGE_SIZE) };
  }

  private async completed(step: Step, build: ViewBuild, processor: Processor): Promise<void> {
    const isCaughtUp = BigInt(step.position) >= BigInt(step.head);
    if (isCaughtUp && this.state === 'filling') {
      await serveBuild(this.pool, build);
      this.state = 'serving';
    }
    const now = performance.now();
    if (step.parked > 0 || now - this.reportedAt > REPORT_MS) {
      this.parked = await processor.reportAlive();
      this.reportedAt = now;
    }
    if (isCaughtUp || step.position !== this.last.position) this.progressAt = now;
    this.last = step;
    this.lastCompletedPoll = new Date();
    this.failures = 0;
    this.error = null;
  }

  private async untilWoken(): Promise<void> {
    if (this.woken) return;
    this.interrupt = new AbortController();
    await pause(POLL_MS, undefined, { signal: this.interrupt.signal }).catch(ignoreAbort);
  }

  private async backOff(): Promise<void> {
    const longest = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** this.failures++);
    await pause(longest * (0.5 + Math.random() / 2), undefined, { signal: this.stopping.signal }).catch(ignoreAbort);
  }
}

function ignoreAbort(error: Error): void {
  if (error.name !== 'AbortError') throw error;
}
