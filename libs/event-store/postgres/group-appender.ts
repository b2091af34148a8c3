import { chainEvents, type ChainedEvent, type StreamHead } from '../chain.js';
import type { WrittenEvent } from '../envelope.js';
import { AppendTimeoutError, DuplicateEventIdError, StoreClosedError } from '../errors.js';
import type { AppendResult, Expected, Position, StreamName } from '../port.js';
import { AppendQueue } from './append-queue.js';
import { appended } from './event-rows.js';

/** One command's events, numbered and chained on the head which the stream must still have (null: no stream). */
export interface Move {
  readonly stream: StreamName;
  readonly head: StreamHead | null;
  readonly events: readonly ChainedEvent[];
}

/** What one durable statement did. The events of the moves not refused have the positions up to `last`, in their order. */
export interface Written {
  readonly last: Position;
  readonly recordedAt: string;
  /** Streams whose head was another. */
  readonly refused: ReadonlySet<StreamName>;
}

/** What a log refused whole, so that nothing of it was written: 'takenId' for an event id which the log has already. */
export type GroupFault = 'takenId' | 'heldTooLong' | 'other';

/** The log to which groups go. A fault which `faultOf` does not know (null) may or may not have been written. */
export interface GroupLog {
  heads(streams: readonly StreamName[]): Promise<ReadonlyMap<StreamName, StreamHead>>;
  write(moves: readonly Move[]): Promise<Written>;
  faultOf(error: unknown): GroupFault | null;
  /** The first outcome of an append which said the same before; null when there was none. */
  repeated(stream: StreamName, expected: Expected, written: readonly WrittenEvent[]): Promise<AppendResult | null>;
}

interface Command {
  readonly stream: StreamName;
  readonly expected: Expected;
  readonly written: readonly WrittenEvent[];
  readonly bytes: number;
  readonly deadline: number;
  readonly resolve: (result: AppendResult | Promise<AppendResult>) => void;
  readonly reject: (error: unknown) => void;
}

export const GROUPS_IN_FLIGHT = 2;
const WORTH_HALVING = 64;
const ANYHOW_TIMEOUT_MS = 30_000;
/** What a bigint holds; anything else no stream has, and must not fail the group it is sent in. */
const REVISION = /^\d{1,18}$/;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Group append: what queued while earlier groups were under way goes to the log as one statement, one flush. Nobody
 * waits for a group to fill. Each command gets an outcome of its own.
 */
export class GroupAppender {
  private readonly queue = new AppendQueue<Command>();
  private inFlight = 0;
  private scheduled = false;
  private closed = false;
  private drained: () => void = () => undefined;

  /** @param anyhowTimeoutMs how long 'any' and 'exists' go on against writers elsewhere */
  constructor(
    private readonly log: GroupLog,
    private readonly anyhowTimeoutMs = ANYHOW_TIMEOUT_MS,
  ) {}

  append(stream: StreamName, expected: Expected, written: readonly WrittenEvent[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new StoreClosedError();
      const bytes = written.reduce((sum, event) => sum + event.data.length + event.meta.length, 200);
      const deadline = performance.now() + this.anyhowTimeoutMs;
      this.queue.add({ stream, expected, written, bytes, deadline, resolve, reject });
      this.schedule();
    });
  }

  /** Takes nothing more; resolves when what was taken has its answer. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.inFlight > 0 || this.queue.waiting > 0) await new Promise<void>((resolve) => (this.drained = resolve));
  }

  /** After the microtasks, so that callers woken by one answer meet in one group; nobody waits for a timer. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    process.nextTick(() => {
      this.scheduled = false;
      while (this.inFlight < GROUPS_IN_FLIGHT) {
        const group = this.queue.take(this.groupSize());
        if (group.length === 0) break;
        void this.send(group);
      }
      if (this.inFlight === 0 && this.queue.waiting === 0) this.drained();
    });
  }

  /**
   * Callers who wait for one answer come back together: in one group, the process would idle while the database works
   * and the database while the process works. In two halves they take turns.
   */
  private groupSize(): number {
    const { waiting } = this.queue;
    return this.inFlight === 0 && waiting >= WORTH_HALVING ? Math.ceil(waiting / 2) : waiting;
  }

  private async send(group: readonly Command[]): Promise<void> {
    this.inFlight++;
    await this.attempt(group);
    for (const { stream } of group) this.queue.release(stream);
    this.inFlight--;
    this.schedule();
  }

  private async attempt(group: readonly Command[]): Promise<void> {
    const open = new Set(group);
    try {
      const moves = await this.movesOf(group, open);
      if (moves.size === 0) return;
      const written = await this.log.write([...moves.values()]);
      this.settle(moves, written);
    } catch (error) {
      const fault = this.log.faultOf(error);
      if (fault === 'heldTooLong' || fault === null || group.length === 1) {
        for (const command of open) this.fail(command, fault, error);
        return;
      }
      for (const command of open) await this.attempt([command]);
    }
  }

  /** Chains each command on its head; answers those which their head refuses, and takes them out of `open`. */
  private async movesOf(group: readonly Command[], open: Set<Command>): Promise<Map<Command, Move>> {
    const unknown = group.filter(({ expected }) => !knowsHead(expected)).map(({ stream }) => stream);
    const heads = unknown.length === 0 ? new Map<StreamName, StreamHead>() : await this.log.heads(unknown);
    const moves = new Map<Command, Move>();
    for (const command of group) {
      const { stream, expected, written } = command;
      const head = headFor(expected, heads.get(stream) ?? null);
      if (head === 'refused') {
        open.delete(command);
        this.refuse(command);
      } else if (performance.now() > command.deadline && isAnyhow(expected)) {
        open.delete(command);
        command.reject(new AppendTimeoutError(stream, this.anyhowTimeoutMs));
      } else moves.set(command, { stream, head, events: chainEvents(stream, head, written) });
    }
    return moves;
  }

  private settle(moves: ReadonlyMap<Command, Move>, { last, recordedAt, refused }: Written): void {
    let next = BigInt(last);
    for (const { stream, events } of moves.values()) if (!refused.has(stream)) next -= BigInt(events.length);
    for (const [command, { stream, events }] of moves) {
      if (!refused.has(stream)) {
        next += BigInt(events.length);
        command.resolve(appended(stream, events, String(next) as Position, recordedAt));
      } else if (isAnyhow(command.expected)) this.queue.putBack(command);
      else this.refuse(command);
    }
  }

  /** The head is another: a conflict, unless it is this very append that moved it. */
  private refuse({ stream, expected, written, resolve }: Command): void {
    const outcome = async (): Promise<AppendResult> => {
      const repeated = await this.log.repeated(stream, expected, written);
      const heads = repeated === null ? await this.log.heads([stream]) : null;
      return repeated ?? { outcome: 'conflict', actual: heads?.get(stream)?.revision ?? null };
    };
    resolve(outcome());
  }

  private fail(
    { stream, expected, written, resolve, reject }: Command,
    fault: GroupFault | null,
    error: unknown,
  ): void {
    if (fault === 'heldTooLong') return reject(new AppendTimeoutError(stream, ANYHOW_TIMEOUT_MS));
    if (fault !== 'takenId') return reject(error);
    const outcome = async () => {
      const repeated = await this.log.repeated(stream, expected, written);
      if (repeated === null) throw new DuplicateEventIdError(stream);
      return repeated;
    };
    resolve(outcome());
  }
}

function isAnyhow(expected: Expected): boolean {
  return expected === 'any' || expected === 'exists';
}

function knowsHead(expected: Expected): boolean {
  return expected === 'none' || (typeof expected === 'object' && expected.hash !== undefined);
}

/** The head to chain on (null: no stream); `read` is the stream's own, where `expected` does not name it. */
function headFor(expected: Expected, read: StreamHead | null): StreamHead | null | 'refused' {
  if (expected === 'none') return null;
  if (expected === 'any') return read;
  if (expected === 'exists') return read ?? 'refused';
  const { revision, hash } = expected;
  if (!REVISION.test(revision)) return 'refused';
  if (hash !== undefined) return HASH.test(hash) ? { revision, hash: Buffer.from(hash, 'hex') } : 'refused';
  return read?.revision === revision ? read : 'refused';
}
