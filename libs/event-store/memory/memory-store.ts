/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous: a refusal here rejects, as elsewhere */
import { canonicalJson } from '../canonical-json.js';
import { chainEvents, type StreamHead } from '../chain.js';
import { categoryOf, checkStream, writeEvents, type WrittenEvent } from '../envelope.js';
import { DuplicateEventIdError } from '../errors.js';
import { sameButForAlgorithm } from '../hash-algorithm.js';
import { seenAt } from '../instant.js';
import { PolledSubscription } from '../polled-subscription.js';
import type {
  AppendResult,
  EventMeta,
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

/** The port over an array: the reference for the other adapters, and the store of fast tests. Lives as long as the process. */
export class MemoryEventStore implements EventStore {
  readonly gapless = true;
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<StreamName, RecordedEvent[]>();
  private readonly ids = new Map<string, RecordedEvent>();
  private readonly listeners = new Set<() => void>();
  private readonly subscriptions = new Set<Subscription>();
  private lastInstant = 0;

  /**
   * @param clock milliseconds since 1970
   * @param algorithm of the chain, where an event names none
   */
  constructor(
    private readonly clock: () => number = Date.now,
    private readonly algorithm: HashAlgorithm = 'sha256',
  ) {}

  async append(stream: StreamName, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    const written = writeEvents(stream, events, this.algorithm);
    const head = this.headOf(stream);
    if (written.length === 0)
      return {
        outcome: 'appended',
        events: [],
        revision: head?.revision ?? ('-1' as Revision),
        position: await this.head(),
      };
    const repeated = this.repeated(stream, expected, written);
    if (repeated !== null) return appended(repeated);
    if (!holds(expected, head)) return { outcome: 'conflict', actual: head?.revision ?? null };
    if (written.some((event) => this.ids.has(event.id))) throw new DuplicateEventIdError(stream);
    return appended(this.record(stream, head, written));
  }

  async readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<readonly RecordedEvent[]> {
    checkStream(stream);
    const from = BigInt(options.from ?? 0);
    const events = (this.streams.get(stream) ?? []).filter(
      (event) =>
        BigInt(event.revision) >= from && (options.to === undefined || BigInt(event.revision) <= BigInt(options.to)),
    );
    if (options.direction === 'backwards') events.reverse();
    return seenAt(events, options).slice(0, options.limit);
  }

  async readAll({ after, limit, categories }: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    const events = this.log.slice(Number(after));
    if (categories === undefined) return events.slice(0, limit);
    return events.filter((event) => categories.includes(categoryOf(event.stream))).slice(0, limit);
  }

  async head(): Promise<Position> {
    return String(this.log.length) as Position;
  }

  subscribe(options: SubscribeOptions): Subscription {
    const subscription = new PolledSubscription(this, options);
    this.subscriptions.add(subscription);
    const forget = () => void this.subscriptions.delete(subscription);
    subscription.ended.then(forget, forget);
    return subscription;
  }

  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.log.length >= Number(position)) return true;
    return new Promise((resolve) => {
      const settle = (reached: boolean) => {
        clearTimeout(timer);
        unsubscribe();
        resolve(reached);
      };
      const timer = setTimeout(() => settle(false), timeoutMs);
      const unsubscribe = this.onAppended(() => {
        if (this.log.length >= Number(position)) settle(true);
      });
    });
  }

  onAppended(listener: () => void): () => void {
    const own = () => listener();
    this.listeners.add(own);
    return () => void this.listeners.delete(own);
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    this.listeners.clear();
  }

  private headOf(stream: StreamName): StreamHead | null {
    const last = this.streams.get(stream)?.at(-1);
    return last === undefined ? null : { revision: last.revision, hash: Buffer.from(last.hash, 'hex') };
  }

  /** The events of an earlier append, when this one says the same once more. */
  private repeated(
    stream: StreamName,
    expected: Expected,
    written: readonly WrittenEvent[],
  ): readonly RecordedEvent[] | null {
    const first = this.ids.get(written[0]!.id);
    if (first === undefined || first.stream !== stream) return null;
    if (expected === 'none' && first.revision !== '0') return null;
    if (typeof expected === 'object' && BigInt(first.revision) !== BigInt(expected.revision) + 1n) return null;
    const recorded = this.streams.get(stream)!.slice(Number(first.revision), Number(first.revision) + written.length);
    return recorded.length === written.length && recorded.every((event, i) => sameEvent(event, written[i]!))
      ? recorded
      : null;
  }

  private record(stream: StreamName, head: StreamHead | null, written: readonly WrittenEvent[]): RecordedEvent[] {
    this.lastInstant = Math.max(this.lastInstant, this.clock());
    const recordedAt = new Date(this.lastInstant).toISOString().replace('Z', '000+00:00');
    const recorded = chainEvents(stream, head, written).map((event, i): RecordedEvent => ({
      ...event,
      data: frozen(JSON.parse(event.data)) as Record<string, unknown>,
      meta: frozen(JSON.parse(event.meta)) as EventMeta,
      stream,
      position: String(this.log.length + i + 1) as Position,
      recordedAt,
      hash: Buffer.from(event.hash).toString('hex'),
    }));
    this.log.push(...recorded);
    const earlier = this.streams.get(stream);
    if (earlier === undefined) this.streams.set(stream, [...recorded]);
    else earlier.push(...recorded);
    for (const event of recorded) this.ids.set(event.id, event);
    for (const listener of this.listeners) setImmediate(listener);
    return recorded;
  }
}

function holds(expected: Expected, head: StreamHead | null): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return head === null;
  if (expected === 'exists') return head !== null;
  if (head === null || head.revision !== expected.revision) return false;
  return expected.hash === undefined || expected.hash === Buffer.from(head.hash).toString('hex');
}

function sameEvent(recorded: RecordedEvent, written: WrittenEvent): boolean {
  return (
    recorded.id === written.id &&
    recorded.type === written.type &&
    recorded.schema === written.schema &&
    canonicalJson(recorded.data) === written.data &&
    sameButForAlgorithm(canonicalJson(recorded.meta), written.meta)
  );
}

function appended(events: readonly RecordedEvent[]): AppendResult {
  const last = events.at(-1)!;
  return { outcome: 'appended', events, revision: last.revision, position: last.position };
}

/** Readers share these objects: whoever writes to one would write to the log (invariant 5). */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
