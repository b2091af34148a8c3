import { type ClockFact } from '../clock/clock.js';

/** What of a case says which of its clocks are still climbed. */
export interface CaseSoFar {
  readonly ended: boolean;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

/**
 * The clocks whose duty can still be done. Of an ended case an office owes what its aftercare began (the check of a bad
 * review), and nothing more: a first contact never recorded stays late, and nobody is to be urged to make it.
 */
export function stillOwed(clocks: readonly ClockFact[], { ended, events }: CaseSoFar): readonly ClockFact[] {
  if (!ended) return clocks;
  const begun = new Set(events.flatMap(({ id, type }) => (aftercare.has(type) ? [id] : [])));
  return clocks.filter(({ run }) => begun.has(run));
}

const aftercare: ReadonlySet<string> = new Set(['BadReviewReceived']);
