import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { openPool } from '../../../../dist/libs/platform/database.js';
import { questions, whoAsk } from './asked.mjs';

/** Against the tables of ours: the rows which each answer shows, fetched by their keys and by nothing else. */
export async function open(url, size) {
  const ours = url.replace('bench_bareSql', 'bench_ours');
  const pool = openPool(ours, { applicationName: 'bench' });
  const store = new PostgresEventStore(ours);
  const asking = await whoAsk(pool, size.asking);
  const loads = {};
  for (const [name, { ask, bare }] of Object.entries(questions)) {
    const statements = [];
    for (const one of asking) statements.push(bare(await ask(pool, one, store), one));
    let turn = 0;
    const act = async () => {
      await pool.query(...statements[turn++ % statements.length]);
      return 1;
    };
    loads[name] = { callers: 1, caller: () => act };
  }
  return { loads, check: async () => ({}) };
}
