import type { EventStore, NewEvent, StreamName } from '../port.js';

/** One thing every event store keeps. `number` is its place in the numbered list of properties; tests cite it. */
export interface Property {
  readonly number: number;
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** An append whose transaction is open: its positions are taken, nobody else sees its events yet. */
export interface HeldAppend {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** A store under contract, and what it cannot have by nature. */
export interface ContractAdapter {
  /** The store; the same one at each call, once it is open. */
  readonly store: () => EventStore;
  /** Positions have no holes. */
  readonly gapless: boolean;
  /** An id given to another stream is refused; otherwise only one given to the same stream. */
  readonly idsAcrossStreams: boolean;
  /** Null where an append has no moment between taking its positions and being seen. */
  readonly hold: ((stream: StreamName, event: NewEvent) => Promise<HeldAppend>) | null;
}
