import { Writable } from 'node:stream';
import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { rebuildViews } from '../../../../dist/libs/processing/rebuild/rebuild.js';
import { views } from '../../../../dist/projections/registry.js';
import { fillGeneratedLog } from '../generated-log.mjs';

/** A worklist of so many rows: those of a generated log, again and again under other ids. Answers a pool. */
export async function fillWorklist(url, { cases, rows }) {
  const pool = await fillGeneratedLog(url, cases);
  const store = new PostgresEventStore(url);
  const worklist = views.filter(({ name }) => name === 'worklist');
  await rebuildViews(store, pool, worklist, 'switch', { batch: 5_000 });
  await store.close();
  const [{ schemaname: schema }] = await ask(pool, `SELECT schemaname FROM pg_tables WHERE tablename = 'worklist'`);
  const indexes = await ask(
    pool,
    `SELECT indexname FROM pg_indexes WHERE schemaname = '${schema}' AND tablename = 'worklist' AND indexname NOT LIKE '%_pkey'
       AND indexname <> 'worklist_by_due'`,
  );
  // No export reads them, and filling them takes minutes.
  for (const { indexname } of indexes) await pool.query(`DROP INDEX ${schema}.${indexname}`);
  const columns = (
    await ask(
      pool,
      `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = '${schema}' AND table_name = 'worklist' ORDER BY ordinal_position`,
    )
  ).map(({ name }) => name);
  const others = columns.map((name) => (name === 'case_id' ? `case_id || '-' || n` : name)).join(', ');
  await pool.query(`INSERT INTO ${schema}.worklist (${columns.join(', ')})
    SELECT ${others} FROM ${schema}.worklist, generate_series(1, ${Math.ceil(rows / cases)}) AS n LIMIT ${rows - cases}`);
  await pool.query(`VACUUM ANALYZE ${schema}.worklist`);
  return pool;
}

async function ask(pool, text) {
  return (await pool.query(text)).rows;
}

/** Takes what is written and keeps nothing but how much it was, and the most memory that was held meanwhile. */
export function sink() {
  const seen = { bytes: 0, lines: 0, mostMB: 0 };
  const out = new Writable({
    write(chunk, _encoding, done) {
      seen.bytes += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) seen.lines += 1;
      seen.mostMB = Math.max(seen.mostMB, process.memoryUsage.rss() / 2 ** 20);
      done();
    },
  });
  return { out, seen };
}
