import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { keyOf, LostSlotsError } from '../checkpoint.js';
import { LogFeed } from '../log-feed.js';
import { Processor } from '../processor.js';
import type { ProjectionDefinition, ViewBuild } from '../projection.js';
import { SlotShare } from '../slot-share.js';
import { allSlots } from '../slots.js';

const PAGE_SIZE = 1_000;
const POLL_MS = 20;
const RENEW_MS = 2_000;

/** Follows the log in a build which no worker works on, as far as it is told. */
export class BuildFollower {
  private readonly processor: Processor;
  private readonly share: SlotShare;

  /** @param scope whose slots it holds: 'own' for a build of its own, 'shared' to take part in what workers do */
  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
    definition: ProjectionDefinition,
    readonly build: ViewBuild,
    owner: string,
    scope: 'own' | 'shared' = 'own',
  ) {
    this.processor = new Processor(store, new LogFeed(store, [definition], PAGE_SIZE), pool, definition, build);
    this.share = new SlotShare(pool, scope === 'own' ? { ...definition, name: build.schema } : definition, owner);
  }

  /** As far as the log is now. */
  async toHead(): Promise<void> {
    const head = await this.store.head();
    await this.to(new Map(allSlots.map((slot) => [slot, head])), 'orFurther');
  }

  /** Up to these positions, slot by slot, whoever does the work; no further when it is this that does it. */
  async to(positions: ReadonlyMap<number, Position>, end: 'exactly' | 'orFurther' = 'exactly'): Promise<void> {
    for (let renewed = -Infinity; !(await this.isAt(positions));) {
      if (performance.now() - renewed > RENEW_MS) {
        await this.share.renew();
        renewed = performance.now();
      }
      const limit = end === 'exactly' ? positions : undefined;
      try {
        const { events } = await this.processor.step(this.share.leases(), limit);
        if (events === 0) await pause(POLL_MS);
      } catch (error) {
        // A worker began its turn at a slot meanwhile.
        if (!(error instanceof LostSlotsError)) throw error;
      }
    }
  }

  /** Whether no slot stands before these positions. */
  async isAt(positions: ReadonlyMap<number, Position>): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `SELECT 1 FROM processing.checkpoints JOIN unnest($4::integer[], $5::bigint[]) AS wanted (slot, to_position) USING (slot)
       WHERE view = $1 AND version = $2 AND build = $3 AND position < to_position LIMIT 1`,
      [...keyOf(this.build), [...positions.keys()], [...positions.values()]],
    );
    return rowCount === 0;
  }

  async stop(): Promise<void> {
    await this.share.stop();
  }
}
