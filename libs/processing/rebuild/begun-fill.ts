import type { Position, StreamName } from '@redress/event-store/port.js';

/** How far the fill of a build has come: what a crash leaves to go on from. */
export interface BegunFill {
  readonly to: Position;
  /** The last stream whose rows are in; '' before the first. */
  readonly after: StreamName;
  readonly filled: string;
  readonly indexes: readonly string[];
}
