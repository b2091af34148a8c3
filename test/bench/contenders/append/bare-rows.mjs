import pg from 'pg';
import { appendLoads, checkAppends, connections, warmUp } from '../case-work.mjs';
import { followOurs, ourTables, randomHash } from '../our-tables.mjs';

/** The rows one append of ours writes, in one statement and transaction a caller, nothing checked. */
const write = `
  WITH head AS (
    INSERT INTO es.streams (stream, revision, hash) VALUES ($1, $2, $3)
    ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, hash = excluded.hash
  ), next AS (
    UPDATE es.counter SET position = position + 1, recorded_at = clock_timestamp() RETURNING position, recorded_at
  )
  INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
  SELECT position, $1, $2, $4, $5, 1, $6, $7, $3, recorded_at FROM next`;

export async function open(url, size) {
  await ourTables(url);
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const append = (stream, n, { id, type, data, meta }) =>
    pool.query({
      name: 'write',
      text: write,
      values: [stream, n, randomHash(), id, type, JSON.stringify(data), JSON.stringify(meta)],
    });
  const contender = { loads: appendLoads(append) };
  await warmUp(url, contender, size.warmUp);
  return { ...contender, check: async () => checkAppends(url, size, append, await followOurs(pool)) };
}
