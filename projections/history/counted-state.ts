import type { ClockFact } from '@redress/deadlines/clock/clock.js';

/** A clock's state in the counts; what depends on the day (running, due soon, late) is told by the query. */
export function countedState({ state, stoppedLate, endedLate }: ClockFact): string {
  if (state === 'stopped') return stoppedLate === true ? 'metLate' : 'met';
  return state === 'ended' && endedLate === true ? 'endedLate' : state;
}

/** Of these there are few at any moment: they are counted one by one. All others only grow, and are counted beforehand. */
export const unfinished: ReadonlySet<string> = new Set(['open', 'paused', 'cannotTell']);

/** SQL: the same. */
export const isUnfinished = `state IN ('open', 'paused', 'cannotTell')`;
