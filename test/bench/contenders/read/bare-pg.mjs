import pg from 'pg';
import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { ourTables } from '../our-tables.mjs';
import { pageSize, readLoads } from './streams-of-fifty.mjs';

/** The same rows of our tables by `pg` alone: nothing parsed, nothing made of them. */
export async function open(url, size) {
  await ourTables(url);
  const store = new PostgresEventStore(url);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  return readLoads(url, size, {
    append: (stream, events) => store.append(stream, 'none', events),
    async readStream(stream) {
      const text = 'SELECT * FROM es.events WHERE stream = $1 ORDER BY revision';
      return (await pool.query({ name: 'stream', text, values: [stream] })).rowCount;
    },
    async readPage(after) {
      const text = 'SELECT * FROM es.events WHERE position > $1 ORDER BY position LIMIT $2';
      const { rows } = await pool.query({ name: 'page', text, values: [after ?? '0', pageSize] });
      return { count: rows.length, checkpoint: rows.at(-1)?.position };
    },
  });
}
