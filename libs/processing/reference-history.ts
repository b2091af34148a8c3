import { categoryOf } from '@redress/event-store/envelope.js';
import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import type { ReferenceFold } from './projection.js';

const PAGE = 500;

/** An event of the law which this release does not understand: no view may guess dates beyond it. */
export class ReferenceFoldError extends Error {
  override readonly name = 'ReferenceFoldError';

  constructor(
    readonly event: RecordedEvent,
    cause: unknown,
  ) {
    super(`position ${event.position} (${event.type} of ${event.stream}): ${String(cause)}`, { cause });
  }
}

/**
 * What the log holds of the law at each of its positions. The events are few and are kept; every edition is folded once,
 * so that `clockFacts` finds the same object again.
 */
export class ReferenceHistory<R = unknown> {
  private readonly events: RecordedEvent[] = [];
  private readonly positions: bigint[] = [];
  private readonly editions: R[] = [];
  private reached = 0n;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Pick<EventStore, 'head' | 'readAll'>,
    private readonly fold: ReferenceFold<R>,
  ) {}

  /** What is known of the law up to a position, and no further. @param events all of it, oldest first */
  static of<R>(fold: ReferenceFold<R>, events: readonly RecordedEvent[], to: Position): ReferenceHistory<R> {
    const nothing = () => Promise.reject(new Error(`Nothing is known beyond ${to}.`));
    const history = new ReferenceHistory({ head: nothing, readAll: nothing }, fold);
    history.take('0' as Position, to, events);
    return history;
  }

  /** Makes sure that everything up to a position of the log is known. */
  reach(position: Position): Promise<void> {
    const to = BigInt(position);
    if (to <= this.reached) return Promise.resolve();
    const reading = this.reading.catch(() => undefined).then(() => this.read(to));
    this.reading = reading;
    return reading;
  }

  /** Takes the law from a page of the whole log, which spares reading it once more; no change where a gap is before it. */
  take(after: Position, to: Position, events: readonly RecordedEvent[]): void {
    if (BigInt(after) > this.reached || BigInt(to) <= this.reached) return;
    for (const event of events)
      if (BigInt(event.position) > this.reached && this.fold.categories.includes(categoryOf(event.stream)))
        this.push(event);
    this.reached = BigInt(to);
  }

  /** The law as the log had it at a position which was reached. @throws ReferenceFoldError */
  at(position: Position): R {
    const count = this.countUpTo(BigInt(position));
    for (let next = this.editions.length; next < count; next++) {
      const event = this.events[next]!;
      try {
        this.editions.push(this.fold.evolve(this.editions.at(-1) ?? this.fold.initial, event));
      } catch (error) {
        throw new ReferenceFoldError(event, error);
      }
    }
    return count === 0 ? this.fold.initial : this.editions[count - 1]!;
  }

  /** The events of the law up to a position, oldest first. */
  upTo(position: Position): readonly RecordedEvent[] {
    return this.events.slice(0, this.countUpTo(BigInt(position)));
  }

  private async read(to: bigint): Promise<void> {
    while (this.reached < to) {
      const head = await this.store.head();
      const after = String(this.reached) as Position;
      const page = await this.store.readAll({ after, limit: PAGE, categories: this.fold.categories });
      // Another page may have been taken meanwhile.
      for (const event of page) if (BigInt(event.position) > this.reached) this.push(event);
      const last = page.at(-1);
      // A page not full holds all there is up to the head which was seen before it (invariant 3).
      const reached = page.length === PAGE ? [last!.position] : [head, to, last?.position ?? '0'];
      this.reached = [this.reached, ...reached.map(BigInt)].reduce((a, b) => (a > b ? a : b));
    }
  }

  private push(event: RecordedEvent): void {
    this.events.push(event);
    this.positions.push(BigInt(event.position));
  }

  private countUpTo(position: bigint): number {
    let [low, high] = [0, this.positions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.positions[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
