import type { Subject } from './projection.js';

/** A subject as the view keeps it. */
export interface Kept extends Subject<object> {
  readonly open: boolean;
}
