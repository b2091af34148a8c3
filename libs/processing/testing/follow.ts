import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { EventStore } from '@redress/event-store/port.js';
import { migrate } from '@redress/platform/migrate.js';
import type { Pool } from 'pg';
import { ensureBuild, serveBuild, type FoundBuild } from '../builds.js';
import { LogFeed } from '../log-feed.js';
import { CreateProcessing1763710000000 } from '../migrations/create-processing.js';
import { FoldFromLog1795427000000 } from '../migrations/fold-from-log.js';
import { HoldBackTimers1795435000000 } from '../migrations/hold-back-timers.js';
import { TimeParked1795436000000 } from '../migrations/time-parked.js';
import { WorkInSlots1795405000000 } from '../migrations/work-in-slots.js';
import { Processor, type Step } from '../processor.js';
import type { ProjectionDefinition } from '../projection.js';
import { fillBuilds } from '../rebuild/fill.js';
import { SlotShare } from '../slot-share.js';

export const withProcessing = {
  name: 'processing',
  prepare: async (url: string) => {
    await migrate(url, [
      CreateProcessing1763710000000,
      WorkInSlots1795405000000,
      FoldFromLog1795427000000,
      HoldBackTimers1795435000000,
      TimeParked1795436000000,
    ]);
  },
};

/** A worker of one view, stepped by hand: its build serves, and begins before the first event unless it is there already. */
export class Follower {
  private constructor(
    readonly build: FoundBuild,
    readonly processor: Processor,
    readonly share: SlotShare,
    private readonly store: EventStore,
  ) {}

  static async open(
    store: EventStore,
    pool: Pool,
    definition: ProjectionDefinition,
    { pageSize = 100, owner = 'spec' } = {},
  ): Promise<Follower> {
    let build = await ensureBuild(pool, definition);
    if (build.state === 'filling') {
      await fillBuilds(new MemoryEventStore(), pool, [{ definition, build }], { batch: 1 });
      await serveBuild(pool, build);
      build = await ensureBuild(pool, definition);
    }
    const share = new SlotShare(pool, definition, owner);
    await share.renew();
    const processor = new Processor(store, new LogFeed(store, [definition], pageSize), pool, definition, build);
    return new Follower(build, processor, share, store);
  }

  step(): Promise<Step> {
    return this.processor.step(this.share.leases());
  }

  async catchUp(): Promise<Step> {
    const head = BigInt(await this.store.head());
    for (;;) {
      const step = await this.step();
      if (step.position === null || BigInt(step.position) >= head) return step;
    }
  }
}

/** Every row of a build as text, by table, in one order. */
export async function rowsOf(pool: Pool, schema: string): Promise<Record<string, readonly string[]>> {
  const tables = await pool.query<{ table_name: string }>(
    'SELECT table_name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
    [schema],
  );
  const rows: Record<string, readonly string[]> = {};
  for (const { table_name: table } of tables.rows) {
    const all = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${schema}.${table} t ORDER BY 1`);
    rows[table] = all.rows.map(({ row }) => row);
  }
  return rows;
}
