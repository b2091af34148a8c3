import type { EventStore } from '@redress/event-store/port.js';
import { migrate } from '@redress/platform/migrate.js';
import { ensureBuild } from '@redress/processing/builds.js';
import { CreateProcessing1763710000000 } from '@redress/processing/migrations/create-processing.js';
import { Processor } from '@redress/processing/processor.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import type { Pool } from 'pg';
import { testDatabase } from '../../test/database.js';

const templateWithProcessing = {
  name: 'processing',
  prepare: async (url: string) => void (await migrate(url, [CreateProcessing1763710000000])),
};

/** A view in a database of its own. */
export class ViewUnderTest {
  private rebuilds = 0;

  private constructor(
    private readonly view: ProjectionDefinition,
    readonly pool: Pool,
    readonly drop: () => Promise<void>,
  ) {}

  static async of(view: ProjectionDefinition): Promise<ViewUnderTest> {
    const database = await testDatabase(templateWithProcessing);
    return new ViewUnderTest(view, database.pool, () => database.drop());
  }

  /** Reads the log to its end, in pages of this many events. */
  async catchUp(store: EventStore, pageSize = 100, view = this.view): Promise<string> {
    const build = await ensureBuild(this.pool, view);
    const processor = new Processor(store, this.pool, view, build, pageSize);
    for (const head = await store.head(); BigInt((await processor.step()).position) < BigInt(head););
    return build.schema;
  }

  /** All rows of a build made anew from the start of the log, by table. */
  async rebuilt(store: EventStore, pageSize: number): Promise<Record<string, readonly string[]>> {
    const anew = { ...this.view, version: this.view.version + ++this.rebuilds };
    return this.rows(await this.catchUp(store, pageSize, anew));
  }

  async rows(schema: string): Promise<Record<string, readonly string[]>> {
    const tables = await this.pool.query<{ table_name: string }>(
      'SELECT table_name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
      [schema],
    );
    const rows: Record<string, readonly string[]> = {};
    for (const { table_name: table } of tables.rows) {
      const all = await this.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${schema}.${table} t ORDER BY 1`);
      rows[table] = all.rows.map(({ row }) => row);
    }
    return rows;
  }
}
