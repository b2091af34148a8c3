import type { DerivedClock } from '@redress/deadlines/clock/clock.js';
import { REOPENING } from '@redress/deadlines/law/known-events.js';
import type { FiledCase } from './fold.js';

/**
 * Whether a case goes on after a reopening and no term of an office has begun since. No text sets one for a reopening as
 * such: what had stopped stays as it was judged, and a file that shows nothing running must say that this is not an answer.
 */
export function isReopenedWithoutTerm(
  { open, history }: FiledCase,
  clocks: readonly Pick<DerivedClock, 'duty' | 'explanation'>[],
): boolean {
  const reopened = history.findLastIndex(({ type }) => type === REOPENING);
  if (!open || reopened === -1) return false;
  const since = new Set(history.slice(reopened).map(({ id }) => id));
  return !clocks.some(({ duty, explanation }) => duty === 'office' && since.has(explanation.start.event));
}
