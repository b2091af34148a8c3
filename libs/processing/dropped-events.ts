import type { EventStore, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { PARKED_CATEGORY } from './log-feed.js';

const TYPE = 'ParkedEventDropped';

/** An event which an operator lets one view, or the notices, leave out for good, with the reason. */
export interface DroppedEvent {
  readonly view: string;
  readonly stream: StreamName;
  readonly eventId: string;
  readonly reason: string;
}

/** The stream in which the drops of one view stand. */
export function droppedStream(view: string): StreamName {
  return `${PARKED_CATEGORY}-${view}`;
}

export const droppedType = TYPE;

/** What the event drops from this view; null when it is something else. */
export function dropIn(event: RecordedEvent, view: string): DroppedEvent | null {
  return event.type === TYPE && event.stream === droppedStream(view) ? (event.data as unknown as DroppedEvent) : null;
}

/** What the log drops from a view, up to a position where one is given. */
export async function droppedEvents(
  store: EventStore,
  view: string,
  upTo?: Position,
): Promise<readonly DroppedEvent[]> {
  const events = await store.readStream(droppedStream(view));
  return events
    .filter(({ position }) => upTo === undefined || BigInt(position) <= BigInt(upTo))
    .flatMap((event) => dropIn(event, view) ?? []);
}

/**
 * A stream's events as a view has folded them: up to the last of them, without those which the view leaves out for good.
 * A stream only grows: with a position that was read before it, what is read here is one picture.
 * @param droppedUpTo up to where the view knows what is dropped; left out: all that the log says
 */
export async function eventsOfView(
  store: EventStore,
  view: string,
  stream: StreamName,
  upTo: Position,
  droppedUpTo?: Position,
): Promise<readonly RecordedEvent[]> {
  const [events, drops] = await Promise.all([store.readStream(stream), droppedEvents(store, view, droppedUpTo)]);
  const dropped = new Set(drops.map(({ eventId }) => eventId));
  return events.filter(({ id, position }) => BigInt(position) <= BigInt(upTo) && !dropped.has(id));
}
