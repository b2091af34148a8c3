import type { EventStore, NewEvent, StreamName } from '../port.js';

/** One thing every event store keeps. `number` is its place in the numbered list of properties; tests cite it. */
export interface Property {
  readonly number: number;
  readonly name: string;
  readonly run: () => Promise<void>;
  /** Why this adapter cannot have it by nature: it is named, and not run. */
  readonly cannot?: string | undefined;
}

/** An append whose transaction is open: its positions are taken, nobody else sees its events yet. */
export interface HeldAppend {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** How a store comes by what it reads: its words for it, and the index it should go by. */
export interface ReadPlan {
  readonly plan: string;
  readonly index: string;
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
  /** Cuts every connection of the store to its server; null where there is none, or none to cut. */
  readonly breakOff: (() => Promise<void> | void) | null;
  /** Null where no planner chooses how to read. */
  readonly plans: (() => Promise<readonly ReadPlan[]>) | null;
}

/** What a test runner registers tests with: Jest's `it`, `it` of node:test. */
interface Register {
  (name: string, run: () => Promise<void>): unknown;
  skip(name: string, run: () => Promise<void>): unknown;
}

export function register(properties: readonly Property[], it: Register): void {
  for (const { number, name, run, cannot } of properties)
    if (cannot === undefined) void it(`${number}: ${name}`, run);
    else void it.skip(`${number}: ${name}: not here, ${cannot}`, run);
}
