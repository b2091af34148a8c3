import { install } from '../append/message-db.mjs';
import { pageSize, readLoads } from './streams-of-fifty.mjs';

/** message-db's own functions; its JSON, which comes as text, parsed as its clients do. The log by its one category. */
export async function open(url, size) {
  const pool = await install(url);
  const parsed = ({ rows }) =>
    rows.map((row) => ({ ...row, data: JSON.parse(row.data), meta: JSON.parse(row.metadata) }));
  return readLoads(url, size, {
    async append(stream, events) {
      for (const [n, { id, type, data, meta }] of events.entries())
        await pool.query('SELECT write_message($1, $2, $3, $4, $5, $6)', [id, stream, type, data, meta, n - 1]);
    },
    async readStream(stream) {
      const text = 'SELECT * FROM get_stream_messages($1, 0, 1000)';
      return parsed(await pool.query({ name: 'stream', text, values: [stream] })).length;
    },
    async readPage(after) {
      const text = `SELECT * FROM get_category_messages('case', $1, $2)`;
      const rows = parsed(await pool.query({ name: 'page', text, values: [BigInt(after ?? 0) + 1n, pageSize] }));
      return { count: rows.length, checkpoint: rows.at(-1)?.global_position };
    },
  });
}
