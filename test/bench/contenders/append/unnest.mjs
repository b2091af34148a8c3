import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { caseEvent, checkAppends, eventsOfACase, loads, warmUp } from '../case-work.mjs';
import { followOurs, ourTables, randomHash } from '../our-tables.mjs';

/** Pages of as many events as there are callers, from two connections: the same tables and indexes, nothing checked. */
const write = `
  WITH heads AS (
    INSERT INTO es.streams (stream, revision, hash) SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[])
    ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, hash = excluded.hash
  ), next AS (
    UPDATE es.counter SET position = position + cardinality($1::text[]), recorded_at = clock_timestamp()
    RETURNING position - cardinality($1::text[]) AS before, recorded_at
  )
  INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
  SELECT next.before + e.n, e.stream, e.revision, e.id, e.type, 1, e.data, e.meta, e.hash, next.recorded_at
  FROM next, unnest($1::text[], $2::bigint[], $3::bytea[], $4::uuid[], $5::text[], $6::text[], $7::text[])
    WITH ORDINALITY AS e (stream, revision, hash, id, type, data, meta, n)`;

export async function open(url, size) {
  await ourTables(url);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const writePage = async (page) => {
    await pool.query({
      name: 'write',
      text: write,
      values: [
        page.map(({ stream }) => stream),
        page.map(({ n }) => n),
        page.map(() => randomHash()),
        page.map(({ event }) => event.id),
        page.map(({ event }) => event.type),
        page.map(({ event }) => JSON.stringify(event.data)),
        page.map(({ event }) => JSON.stringify(event.meta)),
      ],
    });
    return page.length;
  };
  const contender = {
    loads: loads((rows) => ({
      callers: rows === 1 ? 1 : 2,
      caller() {
        let [streams, n] = [[], eventsOfACase];
        return () => {
          if (n === eventsOfACase) [streams, n] = [Array.from({ length: rows }, () => `case-${randomUUID()}`), 0];
          const revision = n++;
          return writePage(streams.map((stream) => ({ stream, n: revision, event: caseEvent() })));
        };
      },
    })),
  };
  await warmUp(url, contender, size.warmUp);
  const append = (stream, n, event) => writePage([{ stream, n, event }]);
  return { ...contender, check: async () => checkAppends(url, size, append, await followOurs(pool)) };
}
