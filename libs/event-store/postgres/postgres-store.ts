import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolConfig } from 'pg';
import { chainEvents, verifyStored, type ChainVerdict, type StreamHead } from '../chain.js';
import { checkStream, writeEvents, type WrittenEvent } from '../envelope.js';
import { AppendTimeoutError, DuplicateEventIdError } from '../errors.js';
import type {
  AppendResult,
  EventStore,
  Expected,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedEvent,
  Revision,
  StreamName,
} from '../port.js';
import { AppendedListener } from './appended-listener.js';
import { appended, isoInstant, recordedEvent, repeats, storedEvent, type EventRow } from './event-rows.js';
import { APPEND, READ_ALL, READ_BY_IDS, READ_CATEGORIES, READ_HEAD, READ_STREAM, READ_STREAM_HEAD } from './queries.js';

/**
 * An acknowledged append is durable whatever the server's default (invariant 1). Plans made while the tables were empty
 * must not keep a scan or a sort of them all: the queries have an index each, in the order they ask for.
 */
export const SESSION = [
  'TimeZone=UTC',
  'DateStyle=ISO',
  'synchronous_commit=on',
  'enable_seqscan=off',
  'enable_bitmapscan=off',
  'idle_in_transaction_session_timeout=30s',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

const APPEND_TIMEOUT_MS = 30_000;
const POLL_MS = 100;

/** The port over the tables of `migrations/create-event-store.ts`, on connections of its own. */
export class PostgresEventStore implements EventStore {
  private readonly pool: Pool;
  private readonly listener: AppendedListener;
  private closed = false;

  /** Opens nothing before the first call. `max` bounds the connections for appends and reads; LISTEN takes one more. */
  constructor(connectionString: string, max = 10) {
    const config: PoolConfig = { connectionString, options: SESSION, application_name: 'redress-es' };
    this.pool = new Pool({ ...config, max });
    // The pool drops an idle connection the server closed; the next query opens another.
    this.pool.on('error', () => undefined);
    this.listener = new AppendedListener(config);
  }

  async append(stream: StreamName, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    const written = writeEvents(stream, events);
    if (written.length === 0) return this.appendNothing(stream);
    try {
      return expected === 'any' || expected === 'exists'
        ? await this.appendAnyhow(stream, expected, written)
        : await this.appendExpecting(stream, expected, written);
    } catch (error) {
      if (!isTakenId(error)) throw error;
      const repeated = await this.repeated(stream, expected, written);
      if (repeated === null) throw new DuplicateEventIdError(stream);
      return repeated;
    }
  }

  async readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<readonly RecordedEvent[]> {
    checkStream(stream);
    const rows = await this.streamRows(stream, options);
    return rows.map(recordedEvent);
  }

  async readAll({ after, limit, categories }: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    const { rows } = await this.pool.query<EventRow>(
      categories === undefined
        ? { name: 'es-read-all', text: READ_ALL, values: [after, limit] }
        : { name: 'es-read-categories', text: READ_CATEGORIES, values: [after, limit, categories] },
    );
    return rows.map(recordedEvent);
  }

  async head(): Promise<Position> {
    const { rows } = await this.pool.query<{ position: Position }>(READ_HEAD);
    return rows[0]!.position;
  }

  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    let wake = () => {};
    const unsubscribe = this.onAppended(() => wake());
    try {
      while (BigInt(await this.head()) < BigInt(position)) {
        const left = deadline - performance.now();
        if (left <= 0 || this.closed) return false;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(POLL_MS, left));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return true;
    } finally {
      unsubscribe();
    }
  }

  onAppended(listener: () => void): () => void {
    return this.listener.add(listener);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all([this.listener.close(), this.pool.end()]);
  }

  /** Verifies a stream's chain from the stored bytes, its end against the head kept beside it. */
  async verify(stream: StreamName): Promise<ChainVerdict> {
    const rows = await this.streamRows(stream, {});
    return verifyStored(stream, rows.map(storedEvent), (await this.headOf(stream)) ?? undefined);
  }

  private async appendNothing(stream: StreamName): Promise<AppendResult> {
    const [head, position] = await Promise.all([this.headOf(stream), this.head()]);
    return { outcome: 'appended', events: [], revision: head?.revision ?? ('-1' as Revision), position };
  }

  /** 'any' and 'exists': the head is read here, and read again when another writer moved it meanwhile. */
  private async appendAnyhow(
    stream: StreamName,
    expected: 'any' | 'exists',
    written: readonly WrittenEvent[],
  ): Promise<AppendResult> {
    const deadline = performance.now() + APPEND_TIMEOUT_MS;
    while (performance.now() < deadline) {
      const head = await this.headOf(stream);
      if (head === null && expected === 'exists') return { outcome: 'conflict', actual: null };
      const result = await this.appendAfter(stream, head, written);
      if (result !== null) return result;
      await pause(Math.random() * 5);
    }
    throw new AppendTimeoutError(stream, APPEND_TIMEOUT_MS);
  }

  private async appendExpecting(
    stream: StreamName,
    expected: 'none' | { readonly revision: Revision; readonly hash?: string },
    written: readonly WrittenEvent[],
  ): Promise<AppendResult> {
    const head = expected === 'none' ? null : await this.expectedHead(stream, expected);
    const result = head === undefined ? null : await this.appendAfter(stream, head, written);
    if (result !== null) return result;
    const repeated = await this.repeated(stream, expected, written);
    return repeated ?? { outcome: 'conflict', actual: (await this.headOf(stream))?.revision ?? null };
  }

  /** The head the caller decided on; undefined when the stream is elsewhere already. */
  private async expectedHead(
    stream: StreamName,
    expected: { readonly revision: Revision; readonly hash?: string },
  ): Promise<StreamHead | undefined> {
    if (expected.hash !== undefined) return { revision: expected.revision, hash: Buffer.from(expected.hash, 'hex') };
    const head = await this.headOf(stream);
    return head?.revision === expected.revision ? head : undefined;
  }

  /** One durable transaction; null when the stream's head is not (any more) the one given. */
  private async appendAfter(
    stream: StreamName,
    head: StreamHead | null,
    written: readonly WrittenEvent[],
  ): Promise<AppendResult | null> {
    const chained = chainEvents(stream, head, written);
    const { rows } = await this.pool.query<{ last_position: Position; at: string }>({
      name: 'es-append',
      text: APPEND,
      values: [
        stream,
        head?.revision ?? null,
        head?.hash ?? null,
        chained.map((event) => event.id),
        chained.map((event) => event.type),
        chained.map((event) => event.schema),
        chained.map((event) => event.data),
        chained.map((event) => event.meta),
        chained.map((event) => event.hash),
      ],
    });
    return rows[0] === undefined ? null : appended(stream, chained, rows[0].last_position, isoInstant(rows[0].at));
  }

  /** The outcome of an earlier append which said the same: its answer may have been lost on the way. */
  private async repeated(
    stream: StreamName,
    expected: Expected,
    written: readonly WrittenEvent[],
  ): Promise<AppendResult | null> {
    const { rows } = await this.pool.query<EventRow>(READ_BY_IDS, [written.map((event) => event.id)]);
    const first = rows[0];
    if (first === undefined || rows.length !== written.length) return null;
    if (expected === 'none' && first.revision !== '0') return null;
    if (typeof expected === 'object' && BigInt(first.revision) !== BigInt(expected.revision) + 1n) return null;
    if (!rows.every((row, i) => repeats(row, stream, BigInt(first.revision) + BigInt(i), written[i]!))) return null;
    const last = rows.at(-1)!;
    return { outcome: 'appended', events: rows.map(recordedEvent), revision: last.revision, position: last.position };
  }

  private async headOf(stream: StreamName): Promise<StreamHead | null> {
    const { rows } = await this.pool.query<StreamHead>({
      name: 'es-head',
      text: READ_STREAM_HEAD,
      values: [stream],
    });
    return rows[0] ?? null;
  }

  private async streamRows(
    stream: StreamName,
    { from, to, direction = 'forwards', limit }: ReadStreamOptions,
  ): Promise<readonly EventRow[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: `es-read-stream-${direction}`,
      text: READ_STREAM[direction],
      values: [stream, from ?? '0', to ?? '9223372036854775807', limit ?? null],
    });
    return rows;
  }
}

function isTakenId(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'events_id_key';
}
