import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { setTimeout as pause } from 'node:timers/promises';
import { chainEvents, verifyStored, type ChainVerdict } from '../chain.js';
import { checkStream, writeEvents, type WrittenEvent } from '../envelope.js';
import { AppendTimeoutError, DuplicateEventIdError, StoreClosedError } from '../errors.js';
import { seenAt } from '../instant.js';
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
  SubscribeOptions,
  Subscription,
} from '../port.js';
import { holds, repeated } from './append-rules.js';
import { Connection } from './connection.js';
import { LogSubscription } from './log-subscription.js';
import { RecordedTimes } from './recorded-times.js';
import { appendMessages, readLog, readOneStream } from './requests.js';
import { SupervisedSubscription } from './supervised-subscription.js';
import { ForeignEventError, placeOf, recordedEvent, wireEvent, type Recorded, type WireEvent } from './wire-event.js';

const APPEND_TIMEOUT_MS = 30_000;
const POLL_MS = 100;
/** How far back in its stream an append looks for its own events. */
const LOOK_BACK = 1_000;

/**
 * The port over EventStoreDB 22.6 and later, one client. Positions are the server's commit positions: ordered, not
 * gapless. What the port asks and the server does not have by itself: it compares no ids on an append that fits its
 * revision, so each append looks back through the stream's latest 1,000 events for its own; an id given to another
 * stream, or further back, is not found.
 */
export class EventStoreDbStore implements EventStore {
  private readonly connection: Connection;
  private readonly times = new RecordedTimes();
  private readonly listeners = new Set<() => void>();
  private readonly queues = new Map<StreamName, Promise<unknown>>();
  private readonly subscriptions = new Set<Subscription>();
  private observing: Promise<void> | null = null;
  private following: SupervisedSubscription | null = null;
  private closed = false;

  /** `url`: `esdb://…` or `esdb+discover://…`. Opens nothing before the first call. @throws Error on another address */
  constructor(url: string) {
    this.connection = new Connection(url);
  }

  async append(stream: StreamName, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    if (this.closed) throw new StoreClosedError();
    const written = writeEvents(stream, events);
    if (written.length === 0) return this.appendNothing(stream);
    const append = () => this.appendDecided(stream, expected, written);
    return expected === 'any' || expected === 'exists' ? this.inTurn(stream, append) : append();
  }

  async readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<readonly RecordedEvent[]> {
    if (options.asOf === undefined && options.knownAt === undefined)
      return this.recorded(await this.streamEvents(stream, options));
    const { limit, ...wanted } = options;
    return seenAt(await this.recorded(await this.streamEvents(stream, wanted)), options).slice(0, limit);
  }

  async readAll({ after, limit, categories }: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    const page: WireEvent[] = [];
    if (categories?.length === 0) return [];
    for (let from = after; page.length < limit;) {
      // The server begins with the event at the position itself.
      const wanted = limit - page.length + 1;
      const answer = await this.events(readLog({ from, direction: 'forwards', limit: wanted, categories }));
      for (const recorded of answer) {
        const event = this.decode(recorded, categories !== undefined);
        if (event !== null && BigInt(event.position) > BigInt(from)) page.push(event);
      }
      if (answer.length < wanted) break;
      from = placeOf(answer.at(-1)!).position;
    }
    return this.recorded(page.slice(0, limit));
  }

  async head(): Promise<Position> {
    const [last] = await this.events(readLog({ from: null, direction: 'backwards', limit: 1 }));
    return last === undefined ? ('0' as Position) : placeOf(last).position;
  }

  subscribe(options: SubscribeOptions): Subscription {
    const { categories } = options;
    const decode = async (event: Recorded) => {
      const decoded = this.decode(event, categories !== undefined);
      return decoded === null ? null : (await this.recorded([decoded]))[0]!;
    };
    const log = {
      head: () => this.head(),
      readAll: (read: ReadAllOptions) => this.readAll(read),
      onAppended: (listener: () => void) => this.onAppended(listener),
      decode,
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
    return verifyStored(stream, await this.streamEvents(stream, {}));
  }

  private async appendNothing(stream: StreamName): Promise<AppendResult> {
    const [[head], position] = await Promise.all([this.latest(stream, 1), this.head()]);
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
      const recent = await this.latest(stream, LOOK_BACK);
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
    if (!(await this.connection.append(appendMessages(stream, head?.revision ?? null, chained)))) return null;
    // The answer carries the last position at best; and the server, which compares ids alone, acknowledges another
    // content too where the same ids already stand at these revisions.
    const stored = await this.streamEvents(stream, { from: chained[0]!.revision, limit: chained.length });
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

  /** Newest first. */
  private latest(stream: StreamName, limit: number): Promise<readonly WireEvent[]> {
    return this.streamEvents(stream, { direction: 'backwards', limit });
  }

  private async streamEvents(
    stream: StreamName,
    { from, to, direction = 'forwards', limit }: ReadStreamOptions,
  ): Promise<readonly WireEvent[]> {
    checkStream(stream);
    const lowest = BigInt(from ?? 0);
    const span = to === undefined ? undefined : Number(BigInt(to) - lowest) + 1;
    const count = Math.min(limit ?? Number.MAX_SAFE_INTEGER, span ?? Number.MAX_SAFE_INTEGER);
    if (count <= 0) return [];
    const start = direction === 'forwards' ? from : to;
    const request = readOneStream(stream, start ?? null, direction, count);
    const found = await this.events(request);
    return found
      .map((recorded) => this.decode(recorded, true)!)
      .filter(({ revision }) => BigInt(revision) >= lowest && (to === undefined || BigInt(revision) <= BigInt(to)));
  }

  /** An event which this store did not write: the whole log leaves it out, a stream or a category of ours may not hold it. */
  private decode(recorded: Recorded, isOurs: boolean): WireEvent | null {
    const event = wireEvent(recorded);
    if (event === null && isOurs) throw new ForeignEventError(placeOf(recorded));
    return event;
  }

  private async events(request: streams.ReadReq): Promise<readonly Recorded[]> {
    let found: Recorded[] = [];
    await this.connection.read(request, () => {
      found = [];
      return (event) => void found.push(event);
    });
    return found;
  }

  private async recorded(events: readonly WireEvent[]): Promise<readonly RecordedEvent[]> {
    const last = events.reduce(
      (highest, { position }) => (BigInt(position) > highest ? BigInt(position) : highest),
      0n,
    );
    while (BigInt(this.times.position) < last) await this.observe();
    return events.map((event) => recordedEvent(event, this.times.recordedAt(event.position, event.created)));
  }

  /** Reads the times of the log on to its end; one reading serves all who wait for one. */
  private observe(): Promise<void> {
    const request = readLog({ from: this.times.position, direction: 'forwards' });
    const take = (recorded: Recorded) => {
      const { position, created } = placeOf(recorded);
      this.times.observe(position, created);
    };
    this.observing ??= this.connection
      .read(request, () => take)
      .finally(() => {
        this.observing = null;
      });
    return this.observing;
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
