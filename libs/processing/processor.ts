import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import {
  inBuild,
  lockCheckpoint,
  moveCheckpoint,
  readCheckpoint,
  reportAlive,
  RetiredBuildError,
} from './checkpoint.js';
import { applyPage, applyPageParking } from './page.js';
import type { ProjectionDefinition, ViewBuild } from './projection.js';
import { isTransient } from './transaction.js';

export interface Step {
  /** The build's checkpoint after the step. */
  readonly position: Position;
  /** The log's head as the step began. */
  readonly head: Position;
  /** How many events the step parked. */
  readonly parked: number;
  /** `recordedAt` of the last event read, when the page was full; null when nothing was left behind it. */
  readonly readTo: string | null;
}

/**
 * Reads the log on from a build's checkpoint and applies it. Rows and checkpoint commit together, from the checkpoint
 * the page was read at or not at all (invariant 7): two processors of one build apply each event once.
 */
export class Processor {
  /** Where the last step left off; null when it is not known and the database has to say. */
  private position: Position | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
    private readonly definition: ProjectionDefinition,
    private readonly build: ViewBuild,
    private readonly pageSize: number,
  ) {}

  /** One page. Rejects with what went wrong; then nothing of the page was kept, and the next step takes it anew. */
  async step(): Promise<Step> {
    const after = this.position ?? (await readCheckpoint(this.pool, this.build));
    this.position = after;
    const head = await this.store.head();
    if (BigInt(after) >= BigInt(head)) return { position: after, head, parked: 0, readTo: null };

    const page = await this.store.readAll({ after, limit: this.pageSize, categories: this.definition.categories });
    const last = page.at(-1);
    const isFull = page.length === this.pageSize;
    // A page not full holds all there is up to the head which was seen before it (invariant 3).
    const reached = last !== undefined && (isFull || BigInt(last.position) > BigInt(head)) ? last.position : head;
    this.position = null;
    const { position, parked } = await this.commitPage(after, page, reached);
    this.position = position;
    return { position, head, parked, readTo: isFull ? last!.recordedAt : null };
  }

  /** Says that the build is being worked on, and gives how many of its events are parked. */
  reportAlive(): Promise<number> {
    return reportAlive(this.pool, this.build);
  }

  /** The page in one go; when that fails, with a savepoint an event, to find the one at fault. */
  private async commitPage(after: Position, page: readonly RecordedEvent[], reached: Position) {
    try {
      return await this.commit(after, page, reached, applyPage);
    } catch (error) {
      if (isTransient(error) || error instanceof RetiredBuildError) throw error;
      return await this.commit(after, page, reached, applyPageParking);
    }
  }

  private commit(
    after: Position,
    page: readonly RecordedEvent[],
    reached: Position,
    apply: typeof applyPage,
  ): Promise<{ position: Position; parked: number }> {
    return inBuild(this.pool, this.build, async (client) => {
      const found = await lockCheckpoint(client, this.build);
      if (found !== after) return { position: found, parked: 0 };
      const parked = await apply(client, this.definition, this.build, page);
      await moveCheckpoint(client, this.build, reached);
      return { position: reached, parked };
    });
  }
}
