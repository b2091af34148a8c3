import { setTimeout as pause } from 'node:timers/promises';
import { chainEvents, verifyStored, type ChainVerdict } from '../chain.js';
import { writeEvents, type WrittenEvent } from '../envelope.js';
import { AppendTimeoutError, DuplicateEventIdError, StoreClosedError } from '../errors.js';
import { seenAt } from '../instant.js';
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
import { holds, repeated } from './append-rules.js';
import { Connection } from './connection.js';
import { decode, LogReader } from './log-reader.js';
import { LogSubscription } from './log-subscription.js';
import { appendMessages } from './requests.js';
import { SupervisedSubscription } from './supervised-subscription.js';
import { TimesOfLog } from './times-of-log.js';
import { ChainsVerifier, type VerifiedChains } from './verify-chains.js';
import { recordedEvent, sentEvent, type Recorded, type WireEvent } from './wire-event.js';

const APPEND_TIMEOUT_MS = 30_000;
const POLL_MS = 100;
/** How far back in its stream an append looks for its own events. */
const LOOK_BACK = 1_000;
const VERIFIED_AT_ONCE = 1_000;

/**
 * The port over EventStoreDB 22.6 and later, one client. Positions are the server's commit positions: ordered, not
 * gapless. What the port asks and the server does not have by itself: it compares no ids on an append that fits its
 * revision, so each append looks back through the stream's latest 1,000 events for its own; an id given to another
 * stream, or further back, is not found.
 */
export class EventStoreDbStore implements EventStore {
  readonly gapless = false;
  private readonly connection: Connection;
  private readonly reader: LogReader;
  private readonly times: TimesOfLog;
  private readonly listeners = new Set<() => void>();
  private readonly queues = new Map<StreamName, Promise<unknown>>();
  private readonly subscriptions = new Set<Subscription>();
  private following: SupervisedSubscription | null = null;
  private closed = false;

  /**
   * Opens nothing before the first call.
   * @param url `esdb://…` or `esdb+discover://…`
   * @param algorithm of the chain, where an event names none
   * @throws Error on another address
   */
  constructor(
    url: string,
    private readonly algorithm: HashAlgorithm = 'sha256',
  ) {
    this.connection = new Connection(url);
    this.reader = new LogReader(this.connection);
    this.times = new TimesOfLog(this.connection);
  }

  async append(stream: StreamName, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    if (this.closed) throw new StoreClosedError();
    const written = writeEvents(stream, events, this.algorithm);
    if (written.length === 0) return this.appendNothing(stream);
    const append = () => this.appendDecided(stream, expected, written);
    return expected === 'any' || expected === 'exists' ? this.inTurn(stream, append) : append();
  }

  async readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<readonly RecordedEvent[]> {
    if (options.asOf === undefined && options.knownAt === undefined)
      return this.recorded(await this.reader.stream(stream, options));
    const { limit, ...wanted } = options;
    return seenAt(await this.recorded(await this.reader.stream(stream, wanted)), options).slice(0, limit);
  }

  async readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    return this.recorded(await this.reader.page(options));
  }

  head(): Promise<Position> {
    return this.reader.head();
  }

  subscribe(options: SubscribeOptions): Subscription {
    const { categories } = options;
    const decodeOne = async (event: Recorded) => {
      const decoded = decode(event, categories !== undefined);
      return decoded === null ? null : (await this.recorded([decoded]))[0]!;
    };
    const log = {
      head: () => this.head(),
      readAll: (read: ReadAllOptions) => this.readAll(read),
      onAppended: (listener: () => void) => this.onAppended(listener),
      decode: decodeOne,
    };
    const subscription = new LogSubscription(this.connection, log, options);
    this.subscriptions.add(subscription);
    void subscription.ended.catch(() => undefined).then(() => this.subscriptions.delete(subscription));
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
    const own = () => listener();
    this.listeners.add(own);
    const wake = () => this.listeners.forEach((each) => each());
    this.following ??= new SupervisedSubscription(this.connection, { after: null, take: wake, onStarted: wake });
    return () => void this.listeners.delete(own);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.listeners.clear();
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.following?.close();
    await this.connection.close();
  }

  /** Verifies a stream's chain from the stored bytes. Events cut off at its end show only against a head from elsewhere. */
  async verify(stream: StreamName): Promise<ChainVerdict> {
    return verifyStored(stream, await this.reader.stream(stream, {}));
  }

  /**
   * Verifies the chain of every stream from the stored bytes, up to the first event at fault. What was cut off at the end
   * of a stream or of the log does not show: no head of it is kept.
   * @param onPage told how many events were found right, after each page
   */
  async verifyChains(onPage: (verified: number) => void): Promise<VerifiedChains> {
    const verifier = new ChainsVerifier();
    for (let after = '0' as Position; ;) {
      const page = await this.reader.page({ after, limit: VERIFIED_AT_ONCE });
      for (const event of page) {
        const fault = verifier.next(event);
        if (fault !== null) return { events: verifier.events, streams: verifier.streams, fault };
      }
      onPage(verifier.events);
      if (page.length < VERIFIED_AT_ONCE) return { events: verifier.events, streams: verifier.streams, fault: null };
      after = page.at(-1)!.position;
    }
  }

  private async appendNothing(stream: StreamName): Promise<AppendResult> {
    const [[head], position] = await Promise.all([this.reader.stream(stream, newest(1)), this.head()]);
    return { outcome: 'appended', events: [], revision: head?.revision ?? ('-1' as Revision), position };
  }

  /** Looks what the stream is, decides by the rules of the port, and appends to just that: until nobody was between. */
  private async appendDecided(
    stream: StreamName,
    expected: Expected,
    written: readonly WrittenEvent[],
  ): Promise<AppendResult> {
    const deadline = performance.now() + APPEND_TIMEOUT_MS;
    while (performance.now() < deadline) {
      const recent = await this.reader.stream(stream, newest(LOOK_BACK));
      const earlier = repeated(recent, expected, written);
      if (earlier !== null) return this.appended(earlier);
      const head = recent[0] ?? null;
      if (!holds(expected, head)) return { outcome: 'conflict', actual: head?.revision ?? null };
      const ids = new Set(recent.map((event) => event.id));
      if (written.some((event) => ids.has(event.id))) throw new DuplicateEventIdError(stream);
      const result = await this.appendAfter(stream, head, written);
      if (result !== null) return result;
      await pause(Math.random() * 5);
    }
    throw new AppendTimeoutError(stream, APPEND_TIMEOUT_MS);
  }

  /** Null when the stream's head is not (any more) the one given. */
  private async appendAfter(
    stream: StreamName,
    head: WireEvent | null,
    written: readonly WrittenEvent[],
  ): Promise<AppendResult | null> {
    const chained = chainEvents(stream, head, written);
    if (!(await this.connection.append(appendMessages(stream, head?.revision ?? null, chained.map(sentEvent)))))
      return null;
    // The answer carries the last position at best; and the server, which compares ids alone, acknowledges another
    // content too where the same ids already stand at these revisions.
    const stored = await this.reader.stream(stream, { from: chained[0]!.revision, limit: chained.length });
    const isOurs = chained.every(
      (event, i) => stored[i] !== undefined && Buffer.compare(stored[i].hash, event.hash) === 0,
    );
    return isOurs ? this.appended(stored) : null;
  }

  private async appended(stored: readonly WireEvent[]): Promise<AppendResult> {
    const events = await this.recorded(stored);
    const { revision, position } = events.at(-1)!;
    return { outcome: 'appended', events, revision, position };
  }

  private async recorded(events: readonly WireEvent[]): Promise<readonly RecordedEvent[]> {
    await this.times.reach(
      events.reduce((last, { position }) => (BigInt(position) > last ? BigInt(position) : last), 0n),
    );
    return events.map((event) => recordedEvent(event, this.times.recordedAt(event)));
  }

  /** 'any' and 'exists' queue by stream: appends of one process would only send one another round again. */
  private async inTurn<T>(stream: StreamName, append: () => Promise<T>): Promise<T> {
    const before = this.queues.get(stream) ?? Promise.resolve();
    const turn = before.then(append, append);
    this.queues.set(stream, turn);
    try {
      return await turn;
    } finally {
      if (this.queues.get(stream) === turn) this.queues.delete(stream);
    }
  }
}

function newest(limit: number): Pick<ReadStreamOptions, 'direction' | 'limit'> {
  return { direction: 'backwards', limit };
}
