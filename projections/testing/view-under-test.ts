import type { EventStore } from '@redress/event-store/port.js';
import { ensureBuild } from '@redress/processing/builds.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { fillBuilds } from '@redress/processing/rebuild/fill.js';
import { Follower, rowsOf, withProcessing } from '@redress/processing/testing/follow.js';
import type { Pool } from 'pg';
import { testDatabase } from '../../test/database.js';

/** A view in a database of its own. */
export class ViewUnderTest {
  private rebuilds = 0;

  private constructor(
    private readonly view: ProjectionDefinition,
    readonly pool: Pool,
    /** Connection string. */
    readonly url: string,
    readonly drop: () => Promise<void>,
  ) {}

  static async of(view: ProjectionDefinition): Promise<ViewUnderTest> {
    const database = await testDatabase(withProcessing);
    return new ViewUnderTest(view, database.pool, database.url, () => database.drop());
  }

  /** Follows the log to its end as a worker does, in pages of this many events. @param view another which it is read with */
  async catchUp(store: EventStore, pageSize = 100, view = this.view): Promise<string> {
    const follower = await Follower.open(store, this.pool, view, { pageSize });
    await follower.catchUp();
    return follower.build.schema;
  }

  /** All rows, by table, of a build filled by the bulk path, so many events at once. */
  async rebuilt(store: EventStore, batch: number): Promise<Record<string, readonly string[]>> {
    const anew = { ...this.view, version: this.view.version + ++this.rebuilds };
    const build = await ensureBuild(this.pool, anew);
    await fillBuilds(store, this.pool, [{ definition: anew, build }], { batch });
    return this.rows(build.schema);
  }

  /** How a statement is carried out where no table is read whole. @param without further settings that are off: `enable_bitmapscan` */
  async planOf(statement: string, values: unknown[] = [], ...without: readonly string[]): Promise<string> {
    const client = await this.pool.connect();
    await client.query(`BEGIN; ${['enable_seqscan', ...without].map((way) => `SET LOCAL ${way} = off`).join('; ')}`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`, values);
    await client.query('ROLLBACK');
    client.release();
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  rows(schema: string): Promise<Record<string, readonly string[]>> {
    return rowsOf(this.pool, schema);
  }
}
