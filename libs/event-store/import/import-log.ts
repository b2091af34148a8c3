import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyHeader, copyTrailer, writeInt8 } from './copied-rows.js';
import { ChainedRows, POSITION_AT, rowColumns, type ImportedAppend, type ImportedRows } from './imported-rows.js';

export class LogNotEmptyError extends Error {
  override readonly name = 'LogNotEmptyError';

  constructor(readonly position: string) {
    super(`the log holds ${position} events: only an empty one is filled by an import`);
  }
}

/**
 * Fills an empty log by COPY, chained as appends chain it, in one transaction: either the whole log is there afterwards
 * or nothing. Positions are given in the order of the appends. The one exception to invariant 15: `recordedAt` is given.
 *
 * @returns the number of events
 * @throws LogNotEmptyError
 * @throws InvalidEventError, RangeError where `recordedAt` goes back: nothing is written
 */
export function importLog(
  client: Client,
  appends: Iterable<ImportedAppend> | AsyncIterable<ImportedAppend>,
  progress?: (events: number) => void,
): Promise<number> {
  return importRows(client, rowsOf(appends), progress);
}

/**
 * As `importLog`, of rows made elsewhere. Indexes are dropped and made anew, which other sessions wait for.
 * @throws LogNotEmptyError, RangeError
 */
export async function importRows(
  client: Client,
  rows: AsyncIterable<ImportedRows>,
  progress: (events: number) => void = () => undefined,
): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL maintenance_work_mem = '512MB'`);
    const counter = await client.query<{ position: string }>('SELECT position FROM es.counter FOR UPDATE');
    const position = counter.rows[0]!.position;
    if (position !== '0') throw new LogNotEmptyError(position);
    const indexes = await takeIndexes(client);
    const copied = new PlacedRows(progress);
    await pipeline(
      Readable.from(copied.chunks(rows), { objectMode: false }),
      client.query(copyFrom(`COPY es.events (${rowColumns}) FROM STDIN (FORMAT binary)`)),
    );
    for (const statement of indexes) await client.query(statement);
    await client.query(
      `INSERT INTO es.streams (stream, revision, hash)
       SELECT DISTINCT ON (stream) stream, revision, hash FROM es.events ORDER BY stream, revision DESC`,
    );
    await client.query('UPDATE es.counter SET position = $1, recorded_at = $2', [copied.position, copied.recordedAt]);
    await client.query('NOTIFY es_appended');
    await client.query('COMMIT');
    await client.query('ANALYZE es.events, es.streams');
    return copied.position;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function* rowsOf(
  appends: Iterable<ImportedAppend> | AsyncIterable<ImportedAppend>,
): AsyncGenerator<ImportedRows> {
  const rows = new ChainedRows();
  for await (const append of appends) {
    rows.add(append);
    if (rows.isFull) yield rows.take();
  }
  yield rows.take();
}

/** Gives the rows their positions. */
class PlacedRows {
  position = 0;
  private last = -Infinity;

  constructor(private readonly progress: (events: number) => void) {}

  get recordedAt(): string {
    return this.last === -Infinity ? '-infinity' : new Date(this.last).toISOString();
  }

  async *chunks(all: AsyncIterable<ImportedRows>): AsyncGenerator<Buffer> {
    yield copyHeader;
    for await (const { bytes, ends, at } of all) {
      const rows = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      let start = 0;
      for (let i = 0; i < ends.length; i++) {
        if (at[i]! < this.last)
          throw new RangeError(
            `An event is recorded at ${new Date(at[i]!).toISOString()}, before the one it follows (${this.recordedAt})`,
          );
        this.last = at[i]!;
        writeInt8(rows, ++this.position, start + POSITION_AT);
        start = ends[i]!;
      }
      this.progress(this.position);
      yield rows;
    }
    yield copyTrailer;
  }
}

/** Drops what slows a COPY down, and answers the statements which make it again, as it was. */
async function takeIndexes(client: Client): Promise<readonly string[]> {
  const constraints = await client.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = 'es.events'::regclass AND contype IN ('p', 'u') ORDER BY conname`,
  );
  const indexes = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index i
     WHERE indrelid = 'es.events'::regclass
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
  );
  for (const { name } of constraints.rows)
    await client.query(`ALTER TABLE es.events DROP CONSTRAINT ${escapeIdentifier(name)}`);
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  return [
    ...constraints.rows.map(
      ({ name, definition }) => `ALTER TABLE es.events ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`,
    ),
    ...indexes.rows.map(({ definition }) => definition),
  ];
}
