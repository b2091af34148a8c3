import { Pool, type PoolConfig } from 'pg';
import { verifyStored, type ChainVerdict, type StreamHead } from '../chain.js';
import { checkStream, writeEvents } from '../envelope.js';
import { StoreClosedError } from '../errors.js';
import { seenAt } from '../instant.js';
import { PolledSubscription } from '../polled-subscription.js';
import type {
  AppendResult,
  EventStore,
  Expected,
  HashAlgorithm,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedEvent,
  Revision,
  StreamName,
  SubscribeOptions,
  Subscription,
} from '../port.js';
import { AppendedListener } from './appended-listener.js';
import { recordedEvent, storedEvent, type EventRow } from './event-rows.js';
import { GroupAppender, GROUPS_IN_FLIGHT } from './group-appender.js';
import { PostgresLog } from './postgres-log.js';
import { ReadAhead } from './read-ahead.js';
import { READ_ALL, READ_CATEGORIES, READ_HEAD, READ_STREAM } from './queries.js';

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
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'lock_timeout=30s',
  'idle_in_transaction_session_timeout=30s',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

const CONNECT_TIMEOUT_MS = 10_000;
const POLL_MS = 100;

/** The port over the tables of `migrations/`, on connections of its own. */
export class PostgresEventStore implements EventStore {
  readonly gapless = true;
  private readonly pool: Pool;
  /** Appends never wait for a connection which a reader holds. */
  private readonly appendPool: Pool;
  private readonly log: PostgresLog;
  private readonly appender: GroupAppender;
  private readonly listener: AppendedListener;
  private readonly pages = new ReadAhead((options) => this.pageRows(options));
  private readonly subscriptions = new Set<Subscription>();
  private closed = false;

  /**
   * Opens nothing before the first call. `max` bounds the connections for reads; appends take two more, LISTEN one.
   * @param algorithm of the chain, where an event names none
   */
  constructor(
    connectionString: string,
    max = 10,
    private readonly algorithm: HashAlgorithm = 'sha256',
  ) {
    const config: PoolConfig = {
      connectionString,
      options: SESSION,
      application_name: 'redress-es',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    };
    this.pool = openPool({ ...config, max });
    this.appendPool = openPool({ ...config, max: GROUPS_IN_FLIGHT, idleTimeoutMillis: 0 });
    this.log = new PostgresLog(this.appendPool);
    this.appender = new GroupAppender(this.log);
    this.listener = new AppendedListener(config);
  }

  async append(stream: StreamName, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    const written = writeEvents(stream, events, this.algorithm);
    return written.length === 0 ? this.appendNothing(stream) : this.appender.append(stream, expected, written);
  }

  async readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<readonly RecordedEvent[]> {
    checkStream(stream);
    const { asOf, knownAt, limit, ...range } = options;
    if (asOf === undefined && knownAt === undefined) return (await this.streamRows(stream, options)).map(recordedEvent);
    const events = (await this.streamRows(stream, range)).map(recordedEvent);
    return seenAt(events, options).slice(0, limit);
  }

  async readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    return (await this.pages.page(options)).map(recordedEvent);
  }

  async head(): Promise<Position> {
    const { rows } = await this.pool.query<{ position: Position }>(READ_HEAD);
    return rows[0]!.position;
  }

  subscribe(options: SubscribeOptions): Subscription {
    if (this.closed) throw new StoreClosedError();
    const subscription = new PolledSubscription(this, options);
    this.subscriptions.add(subscription);
    const forget = () => void this.subscriptions.delete(subscription);
    subscription.ended.then(forget, forget);
    return subscription;
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
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.appender.close();
    await this.log.close();
    await Promise.all([this.listener.close(), this.appendPool.end(), this.pool.end()]);
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

  private async headOf(stream: StreamName): Promise<StreamHead | null> {
    return (await this.log.heads([stream])).get(stream) ?? null;
  }

  private async pageRows({ after, limit, categories }: ReadAllOptions): Promise<readonly EventRow[]> {
    const { rows } = await this.pool.query<EventRow>(
      categories === undefined
        ? { name: 'es-read-all', text: READ_ALL, values: [after, limit] }
        : { name: 'es-read-categories', text: READ_CATEGORIES, values: [after, limit, categories] },
    );
    return rows;
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

function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  // The pool drops an idle connection the server closed; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}
