import type { EventStore, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { PARKED_CATEGORY } from './log-feed.js';

const TYPE = 'ParkedEventDropped';
const PAGE = 500;

/** An event which an operator lets one view leave out for good, with the reason. */
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

/** What the log, up to a position, drops from a view. */
export async function droppedEvents(store: EventStore, view: string, upTo: Position): Promise<readonly DroppedEvent[]> {
  const drops: DroppedEvent[] = [];
  for (let after = '0' as Position; ;) {
    const page = await store.readAll({ after, limit: PAGE, categories: [PARKED_CATEGORY] });
    for (const event of page) {
      const drop = BigInt(event.position) <= BigInt(upTo) ? dropIn(event, view) : null;
      if (drop !== null) drops.push(drop);
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return drops;
    after = last.position;
  }
}
