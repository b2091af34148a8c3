import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText } from '@redress/platform/copy-text.js';
import { chainEvents, type StreamHead } from '../chain.js';
import { writeEvents } from '../envelope.js';
import type { NewEvent, StreamName } from '../port.js';

/** One command's events on one stream, as an append would take them, with the time at which they were recorded. */
export interface ImportedAppend {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  /** ISO 8601 with offset; never before that of the append before. */
  readonly recordedAt: string;
  /** The stream gets no event after these: its head need not be kept. */
  readonly last: boolean;
}

export class LogNotEmptyError extends Error {
  override readonly name = 'LogNotEmptyError';

  constructor(readonly position: string) {
    super(`the log holds ${position} events: only an empty one is filled by an import`);
  }
}

const CHUNK_CHARACTERS = 1 << 18;

/**
 * Fills an empty log by COPY, chained as appends chain it, in one transaction: either the whole log is there afterwards
 * or nothing. Positions are given in the order of the appends. The one exception to invariant 15: `recordedAt` is given.
 *
 * Memory holds the heads of the streams under way. Indexes are dropped and made anew, which other sessions wait for.
 *
 * @returns the number of events
 * @throws LogNotEmptyError
 * @throws InvalidEventError, RangeError where `recordedAt` goes back: nothing is written
 */
export async function importLog(
  client: Client,
  appends: Iterable<ImportedAppend> | AsyncIterable<ImportedAppend>,
  progress: (events: number) => void = () => undefined,
): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL maintenance_work_mem = '512MB'`);
    const { rows } = await client.query<{ position: string }>('SELECT position FROM es.counter FOR UPDATE');
    const position = rows[0]!.position;
    if (position !== '0') throw new LogNotEmptyError(position);
    const indexes = await takeIndexes(client);
    const copied = new CopiedEvents(progress);
    await pipeline(
      Readable.from(copied.lines(appends)),
      client.query(
        copyFrom(
          'COPY es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at) FROM STDIN',
        ),
      ),
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

class CopiedEvents {
  position = 0;
  recordedAt = '-infinity';
  private readonly heads = new Map<StreamName, StreamHead>();

  constructor(private readonly progress: (events: number) => void) {}

  async *lines(appends: Iterable<ImportedAppend> | AsyncIterable<ImportedAppend>): AsyncGenerator<string> {
    let chunk = '';
    for await (const append of appends) {
      chunk += this.linesOf(append);
      if (chunk.length < CHUNK_CHARACTERS) continue;
      this.progress(this.position);
      yield chunk;
      chunk = '';
    }
    yield chunk;
    this.progress(this.position);
  }

  private linesOf({ stream, events, recordedAt, last }: ImportedAppend): string {
    const at = new Date(recordedAt).toISOString();
    if (this.recordedAt !== '-infinity' && at < this.recordedAt)
      throw new RangeError(`${stream} is recorded at ${at}, before the event it follows (${this.recordedAt})`);
    this.recordedAt = at;
    const chained = chainEvents(stream, this.heads.get(stream) ?? null, writeEvents(stream, events));
    const head = chained.at(-1);
    if (head === undefined) return '';
    if (last) this.heads.delete(stream);
    else this.heads.set(stream, { revision: head.revision, hash: head.hash });
    let lines = '';
    for (const event of chained) {
      this.position += 1;
      const hash = Buffer.from(event.hash).toString('hex');
      lines +=
        `${this.position}\t${copyText(stream)}\t${event.revision}\t${event.id}\t${event.type}\t${event.schema}\t` +
        `${copyText(event.data)}\t${copyText(event.meta)}\t\\\\x${hash}\t${at}\n`;
    }
    return lines;
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
