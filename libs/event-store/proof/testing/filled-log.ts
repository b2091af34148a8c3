import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { canonicalJson } from '../../canonical-json.js';
import { chainEvents, type StreamHead } from '../../chain.js';
import { sampleEvent } from '../../contract/samples.js';
import { writeEvents } from '../../envelope.js';
import type { Revision, StreamName } from '../../port.js';

export interface Filling {
  readonly events: number;
  readonly streams: number;
  /** Data of the n-th event. */
  readonly data: (n: number) => Record<string, unknown>;
}

const PAGE = 2_000;

/** Writes a log as the store would, the streams taking turns, a millisecond between events: far faster than appends. */
export async function fillLog(client: ClientBase | Pool, { events, streams, data }: Filling): Promise<void> {
  const names = Array.from({ length: streams }, () => `contract-${randomUUID()}`);
  const heads = new Map<StreamName, StreamHead>();
  for (let from = 0; from < events; from += PAGE) {
    const rows = Array.from({ length: Math.min(PAGE, events - from) }, (_, i) => {
      const n = from + i;
      const stream = names[n % streams]!;
      const written = writeEvents(stream, [sampleEvent(data(n))]);
      const event = chainEvents(stream, heads.get(stream) ?? null, written)[0]!;
      heads.set(stream, { revision: event.revision, hash: event.hash });
      return { ...event, stream, position: n + 1, hash: Buffer.from(event.hash).toString('hex') };
    });
    await client.query(
      `INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
       SELECT position, stream, revision, id, type, schema, data, meta, decode(hash, 'hex'),
         '2026-03-02T01:00:00Z'::timestamptz + position * interval '1 millisecond'
       FROM json_to_recordset($1) AS e (position bigint, stream text, revision bigint, id uuid, type text,
         schema integer, data text, meta text, hash text)`,
      [canonicalJson(rows)],
    );
  }
  await writeEnds(client, heads);
  await client.query(`UPDATE es.counter SET position = $1, recorded_at = (SELECT max(recorded_at) FROM es.events)`, [
    events,
  ]);
}

async function writeEnds(
  client: ClientBase | Pool,
  heads: ReadonlyMap<StreamName, { revision: Revision; hash: Uint8Array }>,
) {
  await client.query(
    `INSERT INTO es.streams (stream, revision, hash) SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[])`,
    [
      [...heads.keys()],
      [...heads.values()].map((head) => head.revision),
      [...heads.values()].map((head) => Buffer.from(head.hash)),
    ],
  );
}
