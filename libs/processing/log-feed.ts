import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import type { ProjectionDefinition, ReferenceFold } from './projection.js';
import { ReferenceHistory } from './reference-history.js';
import { SharedStates } from './shared-states.js';

/** The category of streams in which operators say what a view is to leave out (`dropped-events.ts`). */
export const PARKED_CATEGORY = 'parked';

/** How many pages are kept for views which come a little later: full ones, and of small ones more. */
const FULL_PAGES_KEPT = 6;
const PAGES_KEPT = 64;
/** How long a view waits for another before it leaves it behind, which then reads for itself. */
const LONGEST_WAIT_MS = 1_000;
const POLL_MS = 5;

/** A stretch of the log: every event of the categories which are read, after one position and up to another. */
export interface LogPage {
  readonly after: Position;
  readonly to: Position;
  /** The log's head when the page was read. */
  readonly head: Position;
  readonly events: readonly RecordedEvent[];
}

/**
 * Reads the log once for all views of a worker. Views ask for what comes after their own position: those that keep in
 * step get the same page, for which a fast one waits a little; one that stays behind has its own read. A view asks for a
 * page when it is done with the last, so that no more than a few pages are ever held, however slow a view is.
 */
export class LogFeed {
  /** What the views of this worker have folded, for one another. */
  readonly shared = new SharedStates();
  private readonly kept: LogPage[] = [];
  private readonly places = new Map<string, Position>();
  private readonly underWay = new Map<Position, Promise<LogPage>>();
  private readonly histories = new Map<ReferenceFold<unknown>, ReferenceHistory>();
  private readonly categories: readonly string[];

  constructor(
    private readonly store: EventStore,
    definitions: readonly ProjectionDefinition[],
    private readonly pageSize: number,
  ) {
    const own = definitions.flatMap(({ categories, reference }) => [...categories, ...reference.categories]);
    this.categories = [...new Set([...own, PARKED_CATEGORY])].sort();
    for (const { reference } of definitions)
      if (!this.histories.has(reference)) this.histories.set(reference, new ReferenceHistory(store, reference));
  }

  /** What is known of the law, up to the end of each page that was given out. */
  history(fold: ReferenceFold<unknown>): ReferenceHistory {
    const history = this.histories.get(fold);
    if (history === undefined) throw new Error('This feed reads for other views.');
    return history;
  }

  /** The next page after a position for a view; one without events, which ends at the head, when there is nothing more. */
  async after(position: Position, view: string): Promise<LogPage> {
    this.places.set(view, position);
    const kept = this.keptAfter(position);
    if (kept !== null) return kept;
    for (let end = performance.now() + LONGEST_WAIT_MS; this.isWaitedFor() && performance.now() < end;)
      await pause(POLL_MS);
    let reading = this.underWay.get(position);
    if (reading === undefined) {
      reading = this.read(position).finally(() => this.underWay.delete(position));
      this.underWay.set(position, reading);
    }
    return reading;
  }

  /**
   * What is kept after a position, in one page: a view that came later takes together what came one by one, so that it does
   * not pay for each of many small pages and fall behind for good.
   */
  private keptAfter(position: Position): LogPage | null {
    const first = this.kept.find((page) => page.after === position || isInside(page, position));
    if (first === undefined) return null;
    let page = rest(first, position);
    for (;;) {
      const next = this.kept.find(({ after }) => after === page.to);
      if (next === undefined || page.events.length + next.events.length > this.pageSize) return page;
      page = { ...next, after: page.after, events: [...page.events, ...next.events] };
    }
  }

  private isFull(): boolean {
    const events = this.kept.reduce((sum, page) => sum + page.events.length, 0);
    return this.kept.length >= PAGES_KEPT || events >= FULL_PAGES_KEPT * this.pageSize;
  }

  /** Whether a view still works on the page which would be given up for another. */
  private isWaitedFor(): boolean {
    const [oldest] = this.kept;
    if (oldest === undefined || !this.isFull()) return false;
    return [...this.places.values()].some((place) => place === oldest.after || isInside(oldest, place));
  }

  private async read(after: Position): Promise<LogPage> {
    const head = await this.store.head();
    if (BigInt(after) >= BigInt(head)) return { after, to: after, head, events: [] };
    const events = await this.store.readAll({ after, limit: this.pageSize, categories: this.categories });
    const last = events.at(-1)?.position ?? after;
    // A page not full holds all there is up to the head which was seen before it (invariant 3).
    const to = events.length === this.pageSize || BigInt(last) > BigInt(head) ? last : head;
    const page = { after, to, head: BigInt(to) > BigInt(head) ? to : head, events };
    for (const history of this.histories.values()) history.take(after, to, events);
    await Promise.all([...this.histories.values()].map((history) => history.reach(to)));
    if (to === after) return page;
    if (this.isFull()) this.kept.shift();
    this.kept.push(page);
    return page;
  }
}

function isInside({ after, to }: LogPage, position: Position): boolean {
  return BigInt(after) < BigInt(position) && BigInt(position) < BigInt(to);
}

function rest(page: LogPage, after: Position): LogPage {
  if (page.after === after) return page;
  const from = BigInt(after);
  return { ...page, after, events: page.events.filter((event) => BigInt(event.position) > from) };
}
