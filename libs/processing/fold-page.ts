import type { Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { errorText, type ParkedEvent } from './parking.js';
import { ReferenceFoldError } from './reference-history.js';
import type { Kept } from './kept.js';
import type { SharedStates } from './shared-states.js';
import { subjectId, type ProjectionDefinition, type Row, type Rows } from './projection.js';

/** The law at a position of the log. */
export type LawAt = (position: Position) => unknown;

/** What events make of one subject. */
export interface Change {
  readonly stream: StreamName;
  readonly id: string;
  /** Nothing was known of it before: the build has no rows of it. */
  readonly isNew: boolean;
  /** Null while nothing is known of it. */
  readonly kept: Kept | null;
  /** Null: they stay as they are. */
  readonly rows: Rows | null;
  readonly parked: readonly ParkedEvent[];
}

/** The events of each stream, in the order of the log. */
export function byStream(events: readonly RecordedEvent[]): Map<StreamName, RecordedEvent[]> {
  const streams = new Map<StreamName, RecordedEvent[]>();
  for (const event of events) {
    const of = streams.get(event.stream);
    if (of === undefined) streams.set(event.stream, [event]);
    else of.push(event);
  }
  return streams;
}

/** Folds events of one stream, all or none; an open subject's rows are made with the law known at `to`. */
export type FoldStream = (before: Kept | null, events: readonly RecordedEvent[], to?: Position) => Change;

/**
 * @param lawAt the law at each position
 * @param end what the log is known up to
 * @param shared states which other views have folded; left out where this view left out events of the stream
 */
export function folding(
  definition: ProjectionDefinition,
  stream: StreamName,
  lawAt: LawAt,
  end: Position,
  shared?: SharedStates,
): FoldStream {
  const id = subjectId(stream);
  return (before, events, to = end) => {
    const last = events.at(-1);
    const known = last === undefined ? before : (shared?.get(definition, stream, last.position) ?? null);
    const kept = known ?? evolved(definition, stream, before, events);
    if (known === null && kept !== null && isNext(before, events)) shared?.put(definition, kept);
    const rows = kept === null ? {} : definition.rows(kept, lawAt(kept.open ? to : kept.position));
    return { stream, id, isNew: before === null, kept, rows, parked: [] };
  };
}

/** The subject after these events of its stream; null while nothing is known of it. */
export function evolved(
  definition: ProjectionDefinition,
  stream: StreamName,
  before: Kept | null,
  events: readonly RecordedEvent[],
): Kept | null {
  let state = before?.state ?? null;
  let { position, revision } = before ?? {};
  for (const event of events) {
    state = definition.evolve(state, event);
    ({ position, revision } = event);
  }
  if (state === null) return null;
  const open = definition.isOpen(state);
  return { id: subjectId(stream), stream, state, position: position!, revision: revision!, open };
}

/**
 * Whether the events follow the subject as it was read. Where slots were taken over, or a crash of the server took pages
 * back, they do not: the page will be refused by its checkpoints, and until then no other view may take what it made.
 */
function isNext(before: Kept | null, [first]: readonly RecordedEvent[]): boolean {
  return first === undefined || BigInt(first.revision) === (before === null ? 0n : BigInt(before.revision) + 1n);
}

/**
 * Folds a stream's next events into its subject. The first that cannot be applied is parked with all later ones, and the
 * subject is what the events before it make (invariant 9); a change of nothing but `parked` leaves it untouched.
 * @throws ReferenceFoldError
 */
export function foldOrPark(fold: FoldStream, before: Kept | null, events: readonly RecordedEvent[]): Change {
  try {
    return fold(before, events);
  } catch (error) {
    if (error instanceof ReferenceFoldError) throw error;
    let kept = before;
    for (const [i, event] of events.entries()) {
      try {
        kept = fold(kept, [event]).kept;
      } catch (failure) {
        // What becomes known of the law while a stream is parked does not reach its rows.
        const good = i === 0 ? untouched(event.stream, before) : fold(before, events.slice(0, i), event.position);
        return { ...good, parked: parkFrom(events.slice(i), failure) };
      }
    }
    // Each event can be applied alone and all of them cannot: the fold is not a function of its events.
    throw error;
  }
}

export function untouched(stream: StreamName, kept: Kept | null): Change {
  return { stream, id: subjectId(stream), isNew: false, kept, rows: null, parked: [] };
}

/** Rows of many changes by table, in the order of the streams. */
export function mergeRows(changes: readonly Rows[]): Map<string, Row[]> {
  const merged = new Map<string, Row[]>();
  for (const rows of changes) {
    for (const table in rows) {
      const of = merged.get(table);
      if (of === undefined) merged.set(table, [...rows[table]!]);
      else for (const row of rows[table]!) of.push(row);
    }
  }
  return merged;
}

export function parkFrom(events: readonly RecordedEvent[], error: unknown): readonly ParkedEvent[] {
  return events.map((event, i) => ({ event, error: i === 0 ? errorText(error) : null }));
}
