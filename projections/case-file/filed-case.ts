import type { EventStore, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { eventsOfView } from '@redress/processing/dropped-events.js';
import { evolveFiled, type FiledCase } from './fold.js';

/** Where the view stands on a case. */
export interface FiledStream {
  readonly stream: StreamName;
  /** Of the last event of it which the view has folded. */
  readonly position: Position;
}

/** The events of a case as its file has them, oldest first: read in the log, as far as the view has folded them. */
export function filedEvents(store: EventStore, { stream, position }: FiledStream): Promise<readonly RecordedEvent[]> {
  return eventsOfView(store, 'case-file', stream, position);
}

/** @throws Error where there is no lodging among the events */
export function foldOf(events: readonly RecordedEvent[]): FiledCase {
  const state = events.reduce<FiledCase | null>(evolveFiled, null);
  if (state === null) throw new Error(`The file of ${events[0]?.stream ?? 'a case'} has no lodging.`);
  return state;
}
