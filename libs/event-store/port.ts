/** A place in the whole log: a decimal string, from '1' on; '0' stands before the first event. Ordered; gapless on PostgreSQL. */
export type Position = string & { readonly __brand: 'Position' };

/** A place in one stream: a decimal string, from '0' on, without holes. */
export type Revision = string & { readonly __brand: 'Revision' };

/** `<category>-<id>`; the category is the part before the first '-'. Case-sensitive, at most 500 characters. */
export type StreamName = string;

/** Who acted. `organisation` is the id of the office or company acted for, null for a person or the system itself. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string | null;
}

/** What an event's hash is made by. */
export type HashAlgorithm = 'sha256' | 'sm3';

export interface EventMeta {
  readonly commandId: string;
  /** SHA-256 (hex) of the command's canonical body: the same id with another body is refused. */
  readonly commandHash: string;
  readonly correlationId: string;
  /** The event or command which caused this one; null at the start of a chain of causes. */
  readonly causationId: string | null;
  readonly actor: Actor;
  /** When it took effect: ISO 8601 with an offset; may be earlier than `recordedAt`, never later. */
  readonly occurredAt: string;
  /** Why `occurredAt` lies before the moment of recording; given when it is backdated. */
  readonly occurredAtReason?: string;
  readonly hashAlgorithm: HashAlgorithm;
}

/** What a writer says of an event. The algorithm is the store's, unless one is named: the copy of an event keeps its own. */
export type NewEventMeta = Omit<EventMeta, 'hashAlgorithm'> & { readonly hashAlgorithm?: HashAlgorithm };

/** An event not yet recorded. `id` is a UUID in lower case; `schema` counts from 1; `data` is plain JSON. */
export interface NewEvent<D extends object = Record<string, unknown>> {
  readonly id: string;
  /** Past tense, the field's word: `ClaimAccepted`. */
  readonly type: string;
  readonly schema: number;
  readonly data: D;
  readonly meta: NewEventMeta;
}

export interface RecordedEvent<D extends object = Record<string, unknown>> extends NewEvent<D> {
  readonly meta: EventMeta;
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  /** When the store learned it: ISO 8601, offset +00:00, microseconds; never going back along positions. */
  readonly recordedAt: string;
  /** The chain's hash (hex): H(previous hash of the stream ‖ canonical bytes), H as `meta.hashAlgorithm` names it. */
  readonly hash: string;
}

/** What the writer decided on: no stream, any stream that exists, anything, or the head it read. */
export type Expected = 'none' | 'exists' | 'any' | { readonly revision: Revision; readonly hash?: string };

export type AppendResult =
  | {
      readonly outcome: 'appended';
      readonly events: readonly RecordedEvent[];
      /** Of the last event of the append. */
      readonly revision: Revision;
      /** Of the last event of the append. */
      readonly position: Position;
    }
  | {
      readonly outcome: 'conflict';
      /** The stream's revision as it is; null: the stream does not exist. */
      readonly actual: Revision | null;
    };

export interface ReadStreamOptions {
  /** Lowest revision, inclusive, whatever the direction. */
  readonly from?: Revision;
  /** Highest revision, inclusive, whatever the direction. */
  readonly to?: Revision;
  readonly direction?: 'forwards' | 'backwards';
  /** Of the events that all else lets through. */
  readonly limit?: number;
  /** Only what had taken effect by this instant, itself included (`occurredAt`; ISO 8601 with an offset). */
  readonly asOf?: string;
  /** Only what the store had learned by this instant, itself included (`recordedAt`; ISO 8601 with an offset). */
  readonly knownAt?: string;
}

export interface ReadAllOptions {
  /** Events after this position, itself excluded. */
  readonly after: Position;
  readonly limit: number;
  /** Only streams of these categories; all when left out. */
  readonly categories?: readonly string[];
}

export interface SubscribeOptions {
  /** Events after this position, itself excluded: '0' for the whole log, `head()` for what comes from now on. */
  readonly after: Position;
  /** Only streams of these categories; all when left out. */
  readonly categories?: readonly string[];
  /** Called with one event after the other, in the order of positions; the next waits until this one is handled. */
  readonly onEvent: (event: RecordedEvent) => Promise<void> | void;
  /**
   * Called each time the log, as it was when last read, has been handed over whole and the position has moved since the
   * last call. With categories it lies past the last event of theirs: going on from it misses nothing.
   */
  readonly onCaughtUp?: (position: Position) => Promise<void> | void;
}

export interface Subscription {
  /** Resolves once stopped; rejects with what a handler threw, which ends the subscription. */
  readonly ended: Promise<void>;
  /** Ends it; resolves when the handler that runs is done. Nothing is handed over afterwards. Twice is as good as once. */
  stop(): Promise<void>;
}

/**
 * The log of events, one stream a subject. Every adapter keeps the same rules; `contract/` states them.
 * A call rejects with an error of errors.ts, or with the driver's when the store cannot be reached.
 */
export interface EventStore {
  /** Positions count the events: between two of them lie as many as their difference. Elsewhere they are only in order. */
  readonly gapless: boolean;

  /**
   * Appends the events of one command to one stream: all or none, durable when the promise resolves.
   * 'any' and 'exists' never conflict with another writer ('exists' does with a missing stream). The same events with
   * the same expectation once more give the first result again. No events: nothing is written or checked; the answer
   * carries the stream's revision ('-1' when there is none) and the head position.
   */
  append(stream: StreamName, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult>;

  /** The stream's events in the order of revisions, or against it; [] when the stream does not exist. */
  readStream(stream: StreamName, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]>;

  /** The next events of the whole log, in the order of positions. Nobody sees a later position before an earlier one. */
  readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]>;

  /** The position of the last event; '0' while the log is empty. */
  head(): Promise<Position>;

  /**
   * Hands over the log from a position on, and what is appended later, for as long as it is not stopped. At most a page
   * of events is held in memory, however slow the handler. While the store cannot be reached it tries again for ever.
   */
  subscribe(options: SubscribeOptions): Subscription;

  /** True when the log has reached the position, false when `timeoutMs` milliseconds passed before. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;

  /** Calls the listener after appends: a wake-up only, which may be lost or repeated; polling stays the truth. Returns the unsubscriber. */
  onAppended(listener: () => void): () => void;

  close(): Promise<void>;
}
