import { type CalendarFallback, type CalendarVersion } from './calendar-data.js';
import { dayNumberOf, isWeekendDay } from './plain-date.js';

export type DayKind = 'unknown' | 'working' | 'makeUp' | 'weekend' | 'off';

const UNKNOWN = 0;
const WORKING = 1;
const MAKE_UP = 2;
const WEEKEND = 3;
const OFF = 4;
const KINDS: readonly DayKind[] = ['unknown', 'working', 'makeUp', 'weekend', 'off'];

/**
 * Every day from the first to the last year known, by day number, with running counts: the n-th working day after a day,
 * the working days between two, and whether a stretch touches an unknown or a provisional day are each one look-up.
 */
export class DayTable {
  readonly first: number;
  readonly last: number;
  private readonly kinds: Uint8Array;
  /** Working days, unknown days and provisional days up to and with each day; index 0 stands before the first day. */
  private readonly working: Int32Array;
  private readonly unknown: Int32Array;
  private readonly guessed: Int32Array;
  private readonly workingDays: Int32Array;

  constructor(versions: readonly CalendarVersion[], fallbacks: readonly CalendarFallback[]) {
    const years = [...versions, ...fallbacks].map((content) => content.year);
    this.first = years.length === 0 ? 0 : dayNumberOf(Math.min(...years), 1, 1);
    this.last = years.length === 0 ? -1 : dayNumberOf(Math.max(...years) + 1, 1, 1) - 1;
    const size = this.last - this.first + 1;
    this.kinds = new Uint8Array(size);
    const provisional = new Uint8Array(size);
    for (const version of versions) this.fill(version.year, version.off, version.work);
    for (const fallback of fallbacks) {
      this.fill(fallback.year, fallback.sureOff, new Set());
      provisional.fill(
        1,
        dayNumberOf(fallback.year, 1, 1) - this.first,
        dayNumberOf(fallback.year + 1, 1, 1) - this.first,
      );
    }
    this.working = runningCount(this.kinds, (kind) => kind === WORKING || kind === MAKE_UP);
    this.unknown = runningCount(this.kinds, (kind) => kind === UNKNOWN);
    this.guessed = runningCount(provisional, (flag) => flag === 1);
    this.workingDays = new Int32Array(this.working[size] ?? 0);
    for (let at = 0, next = 0; at < size; at++) {
      if (this.kinds[at] === WORKING || this.kinds[at] === MAKE_UP) this.workingDays[next++] = this.first + at;
    }
  }

  kind(day: number): DayKind {
    return KINDS[this.kinds[day - this.first] ?? UNKNOWN] as DayKind;
  }

  /** Working days in (after, upTo]; null when one of these days is unknown. */
  count(after: number, upTo: number): number | null {
    if (upTo <= after) return 0;
    if (!this.knows(after, upTo)) return null;
    return this.upTo(this.working, upTo) - this.upTo(this.working, after);
  }

  /** The n-th working day after the day (n ≥ 1); null when that cannot be known. */
  after(day: number, n: number): number | null {
    if (day < this.first - 1) return null;
    const found = this.workingDays[this.upTo(this.working, day) + n - 1];
    return found !== undefined && this.knows(day, found) ? found : null;
  }

  /** The n-th working day before the day (n ≥ 1); null when that cannot be known. */
  before(day: number, n: number): number | null {
    if (day > this.last + 1) return null;
    const found = this.workingDays[this.upTo(this.working, day - 1) - n];
    return found !== undefined && this.knows(found - 1, day - 1) ? found : null;
  }

  /** Whether one of the days (after, upTo] is of a year without a notice, for which the fallback served. */
  provisional(after: number, upTo: number): boolean {
    return upTo > after && this.upTo(this.guessed, upTo) > this.upTo(this.guessed, after);
  }

  private knows(after: number, upTo: number): boolean {
    return (
      after >= this.first - 1 && upTo <= this.last && this.upTo(this.unknown, upTo) === this.upTo(this.unknown, after)
    );
  }

  private upTo(counts: Int32Array, day: number): number {
    const index = Math.min(Math.max(day - this.first + 1, 0), counts.length - 1);
    return counts[index] as number;
  }

  private fill(year: number, off: ReadonlySet<number>, work: ReadonlySet<number>): void {
    for (let day = dayNumberOf(year, 1, 1); day < dayNumberOf(year + 1, 1, 1); day++) {
      const weekend = isWeekendDay(day);
      this.kinds[day - this.first] = weekend ? (work.has(day) ? MAKE_UP : WEEKEND) : off.has(day) ? OFF : WORKING;
    }
  }
}

function runningCount(flags: Uint8Array, counts: (flag: number) => boolean): Int32Array {
  const running = new Int32Array(flags.length + 1);
  for (let at = 0; at < flags.length; at++)
    running[at + 1] = (running[at] as number) + (counts(flags[at] as number) ? 1 : 0);
  return running;
}
