import type { Revision } from '@redress/event-store/port.js';
import type { Subject } from './projection.js';

/** A subject as the view keeps it. */
export interface Kept extends Subject<object> {
  readonly open: boolean;
  /** Of the last event folded into it. */
  readonly revision: Revision;
}
