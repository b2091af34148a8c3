/** Why the clock is not to be trusted. */
export type ClockFault = 'wentBack' | 'ranAhead' | 'aheadOfLog';

export interface Reading {
  /** PostgreSQL's time, in milliseconds since 1970. */
  readonly at: number;
  /** This process's monotonic time, in milliseconds. */
  readonly monotonic: number;
}

export interface Known {
  /** This process's reading before; null at a start. */
  readonly before: Reading | null;
  /** The last tick of any process at which the time was right; null before the first. */
  readonly lastTick: number | null;
  /** `recordedAt` of the newest event, or a later moment at which an operator confirmed the clock; null with an empty log. */
  readonly newest: number | null;
}

export interface Tolerance {
  /** By how many days the clock may lie past the newest event at a start. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** More than the clock may gain on the monotonic time from one reading to the next: a time server corrects by less. */
const RUN_AHEAD_MS = 5 * 60_000;
/** Two sessions of one server read its clock a moment apart. */
export const BACK_MS = 1_000;

/** What is wrong with a reading of the clock; null when nothing is. */
export function judgeClock(now: Reading, { before, lastTick, newest }: Known, { days }: Tolerance): ClockFault | null {
  if (lastTick !== null && now.at < lastTick - BACK_MS) return 'wentBack';
  if (before === null) return newest !== null && now.at - newest > days * DAY_MS ? 'aheadOfLog' : null;
  return now.at - before.at > now.monotonic - before.monotonic + RUN_AHEAD_MS ? 'ranAhead' : null;
}
