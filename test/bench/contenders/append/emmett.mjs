import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { dumbo } from '@event-driven-io/dumbo';
import pg from 'pg';
import { appendLoads, checkAppends, connections, warmUp } from '../case-work.mjs';

/** emmett-postgresql as its documentation has it; the follower reads as its consumer does. */
export async function open(url, size) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  const append = async (stream, n, { id, type, data, meta }, before) => {
    const expectedStreamVersion = before === null ? 'STREAM_DOES_NOT_EXIST' : before.nextExpectedStreamVersion;
    return store.appendToStream(stream, [{ type, data: { ...data, id }, metadata: meta }], { expectedStreamVersion });
  };
  const contender = { loads: appendLoads(append) };
  await warmUp(url, contender, size.warmUp);
  return {
    ...contender,
    async check() {
      const { rows } = await pool.query('SELECT coalesce(max(global_position), 0) AS last FROM emt_messages');
      const reader = dumbo({ connectionString: url });
      return checkAppends(url, size, append, async (checkpoint) => {
        const after = BigInt(checkpoint ?? rows[0].last);
        const { messages } = await readMessagesBatch(reader.execute, { after, batchSize: 1000 });
        return messages.map(({ data, metadata }) => ({ id: data.id, position: metadata.globalPosition }));
      });
    },
  };
}
