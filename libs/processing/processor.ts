import type { EventStore, Position, StreamName } from '@redress/event-store/port.js';
import type { Pool, PoolClient } from 'pg';
import {
  claimSlots,
  inBuild,
  isThere,
  LostSlotsError,
  moveSlots,
  RetiredBuildError,
  type Checkpoint,
  type Move,
} from './checkpoint.js';
import { applyOneByOne } from './apply-one-by-one.js';
import { deriveNext } from './derive-anew.js';
import { droppedEvents, type DroppedEvent } from './dropped-events.js';
import { byStream, foldOrPark, folding, type Change } from './fold-page.js';
import type { Lease } from './lease.js';
import type { LogFeed } from './log-feed.js';
import { MAX_PARKED_STREAMS, park, parkedStreams, type ParkedEvent } from './parking.js';
import type { ProjectionDefinition, ViewBuild } from './projection.js';
import { ReferenceFoldError } from './reference-history.js';
import { refold } from './refold.js';
import { slotOf } from './slots.js';
import { firstStretch, type Stretch } from './stretch.js';
import { Subjects } from './subjects.js';
import { isTransient } from './transaction.js';
import { ViewWriter } from './write-page.js';

/** Nothing can be applied or parked any more: the view stands still. */
export class ViewStoppedError extends Error {
  override readonly name = 'ViewStoppedError';

  constructor(view: string, why: string, cause?: unknown) {
    super(`The view ${view} stands still: ${why}`, { cause });
  }
}

export interface Step {
  /** Where the slot stands which is furthest behind; null while no slot is held. */
  readonly position: Position | null;
  /** The log's head as the step saw it. */
  readonly head: Position;
  /** How many events of subjects the step read. */
  readonly events: number;
  /** How many of them it parked. */
  readonly parked: number;
  /** `recordedAt` of the last of them. */
  readonly readTo: string | null;
}

/**
 * Works through the log for one build, on the slots whose leases it is given. Slots which stand at one position go on
 * together: their rows and checkpoints commit in one transaction or not at all (invariant 7).
 */
export class Processor {
  private readonly checkpoints = new Map<number, Checkpoint>();
  private held = new Set<string>();
  private readonly leftOut = new Map<StreamName, ReadonlySet<string>>();
  private readonly writer: ViewWriter;
  private readonly subjects: Subjects;

  constructor(
    private readonly store: EventStore,
    private readonly feed: LogFeed,
    private readonly pool: Pool,
    private readonly definition: ProjectionDefinition,
    private readonly build: ViewBuild,
  ) {
    this.writer = new ViewWriter(definition, build);
    this.subjects = new Subjects(store, pool, definition, build, feed.shared);
  }

  /**
   * One page. Rejects with what went wrong; then nothing of the page was kept, and the next step takes it anew.
   * @param upTo where the work on a slot must stop; left out: nowhere
   */
  async step(leases: ReadonlyMap<number, Lease>, upTo?: ReadonlyMap<number, Position>): Promise<Step> {
    await this.claim(leases);
    const [group, limit] = this.furthestBehind(upTo);
    const [first] = group;
    if (first === undefined)
      return { position: lowest(this.checkpoints), head: '0' as Position, events: 0, parked: 0, readTo: null };
    try {
      return await this.work(first, group, limit);
    } catch (error) {
      // Whether a transaction whose connection broke was committed is seen when the slots are claimed again.
      for (const { slot } of group) this.checkpoints.delete(slot);
      this.writer.forget();
      if (!isTransient(error) && !(await isThere(this.pool, this.build))) throw new RetiredBuildError(this.build);
      if (error instanceof ReferenceFoldError)
        throw new ViewStoppedError(this.definition.name, `before ${error.message}`, error);
      throw error;
    }
  }

  private async work(first: Checkpoint, group: readonly Checkpoint[], limit: Position | null): Promise<Step> {
    if (first.anewTo !== null) return this.derive(group, first.anewTo);
    const page = await this.feed.after(first.position, this.definition.name);
    const stretch = firstStretch(this.definition, new Set(group.map(({ slot }) => slot)), page, limit);
    if (stretch.kind === 'reference') return this.derive(group, stretch.to);
    const events = stretch.kind === 'events' ? stretch.events : [];
    const parked = stretch.to === first.position ? 0 : await this.take(group, stretch);
    return this.stepped(page.head, events.length, parked, events.at(-1)?.recordedAt ?? null);
  }

  private async take(group: readonly Checkpoint[], stretch: Exclude<Stretch, { kind: 'reference' }>): Promise<number> {
    const { to } = stretch;
    if (stretch.kind === 'drop') return this.drop(group, stretch.drop, to);
    const held: ParkedEvent[] = stretch.events
      .filter(({ stream }) => this.held.has(stream))
      .map((event) => ({ event, error: null }));
    const streams = byStream(stretch.events.filter(({ stream }) => !this.held.has(stream)));
    const before = await this.subjects.of([...streams.keys()], this.leftOut);
    const sharedFor = (stream: string) => (this.leftOut.has(stream) ? undefined : this.feed.shared);
    const history = this.feed.history(this.definition.reference);
    const lawAt = (position: Position) => history.at(position);
    const fold = (stream: string) => folding(this.definition, stream, lawAt, to, sharedFor(stream));
    const changes = [...streams].map(([stream, events]) =>
      foldOrPark(fold(stream), before.get(stream) ?? null, events),
    );
    const write = (how: (client: PoolClient) => Promise<readonly Change[]>) =>
      this.commit(group, { position: to, anewTo: null, anewAfter: null }, async (client) => {
        const written = await how(client);
        return [...held, ...written.flatMap(({ parked }) => parked)];
      });
    try {
      return await write(async (client) => {
        await this.writer.write(client, changes);
        return changes;
      });
    } catch (error) {
      if (isTransient(error) || !isRefusal(error)) throw error;
      this.writer.forget();
      return write((client) => applyOneByOne(client, this.writer, streams, before, fold));
    }
  }

  private async drop(group: readonly Checkpoint[], drop: DroppedEvent, to: Position): Promise<number> {
    const { stream } = drop;
    const isOurs = group.some(({ slot }) => slot === slotOf(stream));
    const move = { position: to, anewTo: null, anewAfter: null };
    if (!isOurs) return this.commit(group, move, () => Promise.resolve([]));
    const history = this.feed.history(this.definition.reference);
    const parts = { store: this.store, definition: this.definition, build: this.build, history };
    let left: readonly ParkedEvent[] = [];
    const parked = await this.commit(group, move, async (client) => {
      left = await refold(client, parts, stream, to);
      return [];
    });
    this.writer.forget();
    if (left.length === 0) this.held.delete(stream);
    else this.held.add(stream);
    this.leaveOut(drop);
    return parked;
  }

  /** Derives the next open subjects anew; the position moves past the law when all of them are done. */
  private async derive(group: readonly Checkpoint[], to: Position): Promise<Step> {
    const history = this.feed.history(this.definition.reference);
    const { move, write, parked } = await deriveNext(
      this.definition,
      this.build,
      this.writer,
      (after, limit) => this.subjects.open(after, limit, this.leftOut),
      history,
      group,
      to,
      this.held,
    );
    await this.commit(group, move, async (client) => {
      await write(client);
      return parked;
    });
    return this.stepped(to, 0, parked.length, null);
  }

  private async commit(
    group: readonly Checkpoint[],
    move: Move,
    write: (client: PoolClient) => Promise<readonly ParkedEvent[]>,
  ): Promise<number> {
    const parked = await inBuild(this.pool, this.build, async (client) => {
      const events = await write(client);
      const streams = new Set([...this.held, ...events.map(({ event }) => event.stream)]);
      if (streams.size > MAX_PARKED_STREAMS)
        throw new ViewStoppedError(this.definition.name, `${MAX_PARKED_STREAMS} streams are parked already`);
      await park(client, this.build, events);
      // Last, so that who holds other slots of a page which is being written waits for the end of it at most.
      await moveSlots(client, this.build, group, move);
      return events;
    });
    this.writer.committed();
    for (const { event } of parked) this.held.add(event.stream);
    for (const checkpoint of group) this.checkpoints.set(checkpoint.slot, { ...checkpoint, ...move });
    return parked.length;
  }

  private async claim(leases: ReadonlyMap<number, Lease>): Promise<void> {
    for (const slot of this.checkpoints.keys()) if (!leases.has(slot)) this.checkpoints.delete(slot);
    const wanted = [...leases].filter(([slot]) => !this.checkpoints.has(slot));
    if (wanted.length === 0) return;
    const claimed = await claimSlots(this.pool, this.build, new Map(wanted));
    if (claimed.length === 0 && !(await isThere(this.pool, this.build))) throw new RetiredBuildError(this.build);
    this.writer.forget();
    // Read after the claim: whoever parked in these slots before cannot any more.
    this.held = await parkedStreams(this.pool, this.build);
    for (const drop of await droppedEvents(this.store, this.definition.name)) this.leaveOut(drop);
    for (const checkpoint of claimed) this.checkpoints.set(checkpoint.slot, checkpoint);
  }

  private leaveOut({ stream, eventId }: DroppedEvent): void {
    this.leftOut.set(stream, new Set([...(this.leftOut.get(stream) ?? []), eventId]));
  }

  /** The slots which go on together, and where they must stop because others stand there. */
  private furthestBehind(upTo?: ReadonlyMap<number, Position>): [readonly Checkpoint[], Position | null] {
    const left = [...this.checkpoints.values()].filter(
      ({ slot, position }) => upTo === undefined || BigInt(position) < BigInt(upTo.get(slot) ?? '0'),
    );
    const behind = left.reduce<Checkpoint | null>(
      (one, other) => (one === null || isBehind(other, one) ? other : one),
      null,
    );
    if (behind === null) return [[], null];
    const group = left.filter((other) => !isBehind(other, behind) && !isBehind(behind, other));
    const stops = [
      ...left.filter((other) => BigInt(other.position) > BigInt(behind.position)).map(({ position }) => position),
      ...group.flatMap(({ slot }) => upTo?.get(slot) ?? []),
    ];
    return [group, stops.reduce<Position | null>((a, b) => (a === null || BigInt(b) < BigInt(a) ? b : a), null)];
  }

  private stepped(head: Position, events: number, parked: number, readTo: string | null): Step {
    return { position: lowest(this.checkpoints), head, events, parked, readTo };
  }
}

function lowest(checkpoints: ReadonlyMap<number, Checkpoint>): Position | null {
  const positions = [...checkpoints.values()].map(({ position }) => position);
  return positions.reduce<Position | null>((a, b) => (a === null || BigInt(b) < BigInt(a) ? b : a), null);
}

/** Slots part company by position, and at one position by how far they are in deriving their subjects anew. */
function isBehind(one: Checkpoint, other: Checkpoint): boolean {
  if (one.position !== other.position) return BigInt(one.position) < BigInt(other.position);
  if (one.anewTo !== other.anewTo) return BigInt(one.anewTo ?? '0') < BigInt(other.anewTo ?? '0');
  return (one.anewAfter ?? '') < (other.anewAfter ?? '');
}

/** Whether the database refused what the view gave it: nothing of ours that was lost or stopped. */
function isRefusal(error: unknown): boolean {
  return !(
    error instanceof LostSlotsError ||
    error instanceof RetiredBuildError ||
    error instanceof ViewStoppedError ||
    error instanceof ReferenceFoldError
  );
}
