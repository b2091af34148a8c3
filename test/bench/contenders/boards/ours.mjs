import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { openPool } from '../../../../dist/libs/platform/database.js';
import { questions, whoAsk } from './asked.mjs';

const fill = fileURLToPath(new URL('./fill.mjs', import.meta.url));

/** The query functions, asked one after the other. */
export async function open(url, size, cases = size.cases) {
  await promisify(execFile)(process.execPath, [fill, url, JSON.stringify({ generated: size.generated, cases })]);
  const pool = openPool(url, { applicationName: 'bench' });
  const store = new PostgresEventStore(url);
  const asking = await whoAsk(pool, size.asking);
  for (const { ask } of Object.values(questions)) for (const one of asking) await ask(pool, one, store);
  const loads = Object.entries(questions).map(([name, { ask }]) => {
    let turn = 0;
    const act = async () => {
      const answer = await ask(pool, asking[turn++ % asking.length], store);
      return { events: 1, rows: answer?.rows?.length ?? 1 };
    };
    return [name, { callers: 1, caller: () => act }];
  });
  return {
    loads: Object.fromEntries(loads),
    async check() {
      const { rows } = await pool.query(
        `SELECT (SELECT count(*) FROM views.worklist) AS cases, (SELECT count(*) FROM views.worklist WHERE open) AS open,
           (SELECT count(*) FROM views.sla_clock) AS clocks, (SELECT count(*) FROM views.sla_count) AS counts`,
      );
      return rows[0];
    },
  };
}
