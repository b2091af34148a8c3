import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillLog } from '../../../dist/libs/casework/generation/fill-log.js';
import { openPool } from '../../../dist/libs/platform/database.js';
import { views } from '../../../dist/projections/registry.js';

/** The categories which the views fold. */
export const categories = [...new Set(views.flatMap((view) => view.categories))];

/** Fills a database's empty log with a city's cases, interleaved as they would have been recorded; answers a pool. */
export async function fillGeneratedLog(url, cases) {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-key-'));
  const plan = { seed: 'bench', cases, from: '2023-10-01', until: '2026-09-30' };
  await fillLog({ databaseUrl: url, masterKeyPath: join(folder, 'master-key') }, plan, () => undefined);
  rmSync(folder, { recursive: true });
  const pool = openPool(url, { applicationName: 'bench', max: views.length + 6 });
  await pool.query('VACUUM ANALYZE es.events');
  return pool;
}

/** How many events of the log the views fold. */
export async function countEvents(pool) {
  const { rows } = await pool.query('SELECT count(*)::integer AS events FROM es.events WHERE category = ANY($1)', [
    categories,
  ]);
  return rows[0].events;
}
