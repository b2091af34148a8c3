import pg from 'pg';
import { appendLoads, checkAppends, connections, warmUp, withClient } from '../case-work.mjs';

/** One table, one INSERT, one commit: what a team would write first. Followed by its serial, as it would be too. */
export async function open(url, size) {
  await withClient(url, (client) =>
    client.query(`CREATE TABLE event (
      position bigserial PRIMARY KEY, stream text NOT NULL, revision bigint NOT NULL, id uuid NOT NULL,
      type text NOT NULL, data text NOT NULL, meta text NOT NULL, recorded_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (stream, revision))`),
  );
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const append = (stream, n, { id, type, data, meta }) =>
    pool.query({
      name: 'insert',
      text: 'INSERT INTO event (stream, revision, id, type, data, meta) VALUES ($1, $2, $3, $4, $5, $6)',
      values: [stream, n, id, type, data, meta],
    });
  const contender = { loads: appendLoads(append) };
  await warmUp(url, contender, size.warmUp);
  return {
    ...contender,
    async check() {
      const { rows } = await pool.query('SELECT max(position) AS last FROM event');
      return checkAppends(url, size, append, async (checkpoint) => {
        const page = await pool.query(
          'SELECT id, position FROM event WHERE position > $1 ORDER BY position LIMIT 1000',
          [checkpoint ?? rows[0].last],
        );
        return page.rows;
      });
    },
  };
}
