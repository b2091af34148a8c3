import { setTimeout as pause } from 'node:timers/promises';
import { columnText } from '@redress/processing/column-text.js';
import { countAnew } from '@redress/processing/counts.js';
import type { ProjectionDefinition, Value } from '@redress/processing/projection.js';
import pg, { type Pool } from 'pg';
import type { Database } from '../reader.js';

/**
 * Copies the rows which a table of a view has of the cases of the story (`cases.ts`).
 *
 * @param copies numbers of the copies: from, to
 * @param changes SQL by column, in which `k` is the number of the copy
 */
export async function multiply(
  pool: Pool,
  table: string,
  [from, to]: readonly [number, number],
  changes: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'views' AND table_name = $1`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  await pool.query(
    `INSERT INTO views.${table} (${columns.join(', ')})
     SELECT ${columns.map((column) => changes[column] ?? column).join(', ')}
     FROM views.${table} CROSS JOIN generate_series(${from}, ${to}) AS k WHERE case_id LIKE '0192a000-%'`,
  );
}

/** Counts the copies too, and tells PostgreSQL of them. */
export async function recount(pool: Pool, definition: ProjectionDefinition): Promise<void> {
  const client = await pool.connect();
  await client.query('SET search_path = views');
  for (const { name } of definition.counts ?? []) await client.query(`DELETE FROM ${name}`);
  await countAnew(client, definition);
  // Without its index cleanup VACUUM leaves a page with few dead rows unmarked for ever.
  await client.query('VACUUM (INDEX_CLEANUP ON)');
  for (let tries = 0; await isPartlyUnseen(client); tries++) {
    if (tries === 100) throw new Error('VACUUM cannot mark every page: what is counted would not be what is read.');
    await pause(100);
    await client.query('VACUUM (INDEX_CLEANUP ON)');
  }
  // A sample of every row, or one run is planned otherwise than the next.
  await client.query('SET default_statistics_target = 1000; ANALYZE');
  client.release(true);
}

/** Whether VACUUM could not mark pages, which index scans would then read: another's snapshot, or a commit not yet on disk. */
async function isPartlyUnseen(db: Database): Promise<boolean> {
  const { rows } = await db.query<{ pages: string | null }>(
    `SELECT sum(relpages - relallvisible) AS pages FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind = 'r' AND n.nspname ~ '_v[0-9]+_[0-9]+$'`,
  );
  return Number(rows[0]!.pages) > 0;
}

/** The id of a copied case, another for each copy. */
export const copiedCase = `lpad(to_hex(k), 8, '0') || substr(case_id, 9)`;

/**
 * How many pages of the database the queries of one asking touch, whether they lay in memory or not: of a prepared statement as it is
 * asked for the sixth time, from when on PostgreSQL may keep its plan.
 */
export async function pagesTouched(pool: Pool, asking: (db: Database) => Promise<unknown>): Promise<number> {
  const client = await pool.connect();
  let touched = 0;
  const explain = async (statement: string, values: unknown[] = []) => {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Record<string, number> }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement}`,
      values,
    );
    const [{ Plan: plan }] = rows[0]!['QUERY PLAN'];
    touched += plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
  };
  const query = async (asked: string | Prepared, values: unknown[] = []) => {
    if (typeof asked === 'string') await explain(asked, values);
    else {
      await client.query(`PREPARE asked AS ${asked.text}`);
      const given = asked.values.map((value) => literal(value as Value)).join(', ');
      const execute = `EXECUTE asked${given === '' ? '' : `(${given})`}`;
      for (let times = 1; times <= 5; times++) await client.query(execute);
      await explain(execute);
      await client.query('DEALLOCATE asked');
    }
    return typeof asked === 'string' ? client.query(asked, values) : client.query(asked.text, [...asked.values]);
  };
  try {
    await asking(Object.assign(Object.create(pool) as Pool, { query }));
  } finally {
    client.release();
  }
  return touched;
}

interface Prepared {
  readonly text: string;
  readonly values: readonly unknown[];
}

function literal(value: Value): string {
  const text = columnText(value);
  return text === null ? 'NULL' : pg.escapeLiteral(text);
}
