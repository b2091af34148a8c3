import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { inTransaction } from '../transaction.js';
import { CopyBuffer } from './copy-rows.js';

const PAGE = 1_000;

/**
 * Copies the log from a store which cannot give it stream by stream to the table `processing.spool`, from where an
 * earlier copy ended. Its bytes are for folding only: hashes are those of the store, and nothing is verified by them.
 * @returns how many events it holds
 */
export async function spoolLog(
  store: EventStore,
  pool: Pool,
  categories: readonly string[],
  upTo: Position,
): Promise<number> {
  await pool.query(`
    CREATE UNLOGGED TABLE IF NOT EXISTS processing.spool (
      position bigint PRIMARY KEY, stream text COLLATE "C" NOT NULL, revision bigint NOT NULL, id uuid NOT NULL,
      type text NOT NULL, schema integer NOT NULL, data text NOT NULL, meta text NOT NULL, hash bytea NOT NULL,
      recorded_at timestamptz NOT NULL
    )`);
  const { rows } = await pool.query<{ position: Position }>(
    'SELECT coalesce(max(position), 0) AS position FROM processing.spool',
  );
  for (let after = rows[0]!.position; BigInt(after) < BigInt(upTo);) {
    const page = await store.readAll({ after, limit: PAGE, categories });
    const buffer = new CopyBuffer();
    buffer.add(page.map(rowOf));
    await inTransaction(pool, async (client) => {
      await buffer.sendTo(client, 'processing.spool');
    });
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.position;
  }
  await pool.query('CREATE UNIQUE INDEX IF NOT EXISTS spool_streams ON processing.spool (stream, revision)');
  await pool.query('ANALYZE processing.spool');
  const counted = await pool.query<{ n: number }>('SELECT count(*)::integer AS n FROM processing.spool');
  return counted.rows[0]!.n;
}

export async function dropSpool(pool: Pool): Promise<void> {
  await pool.query('DROP TABLE IF EXISTS processing.spool');
}

function rowOf({ position, stream, revision, id, type, schema, data, meta, hash, recordedAt }: RecordedEvent) {
  return {
    position,
    stream,
    revision,
    id,
    type,
    schema,
    data: JSON.stringify(data),
    meta: JSON.stringify(meta),
    hash: `\\x${hash}`,
    recorded_at: recordedAt,
  };
}
