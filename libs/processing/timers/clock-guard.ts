import type { EventStore } from '@redress/event-store/port.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import { now as serverTime } from '@redress/platform/server-clock.js';
import type { Pool } from 'pg';
import { BACK_MS, judgeClock, type ClockFault, type Reading } from './judge-clock.js';

/** Nothing is recorded while the clock is ahead: `redress clock confirm`, or a right clock, ends it. */
export class ClockAheadError extends Error {
  override readonly name = 'ClockAheadError';

  constructor(readonly fault: ClockFault) {
    super(`PostgreSQL's clock is not to be trusted (${fault}); confirm it, or set it right.`);
  }
}

/** What the database remembers; times as ISO 8601. */
export interface ClockRecord {
  readonly lastAt: string | null;
  /** Since when nothing is recorded; null while something is. */
  readonly haltedAt: string | null;
  /** What is wrong with the clock now, as far as a program which does not tick can tell: null when nothing is. */
  readonly why: ClockFault | null;
  readonly confirmedAt: string | null;
}

export const AHEAD_DAYS = 14;

/**
 * Watches PostgreSQL's clock, which is the time of all processes. A clock which went back fires nothing until it has
 * come again to where it was; one which ran ahead, or lies far past the log at a start, fires and records nothing until
 * an operator has confirmed it. One a process, and kind of work: it compares with its own last reading.
 */
export class ClockGuard {
  private before: Reading | null = null;
  private confirmedAt: string | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly days = AHEAD_DAYS,
    private readonly read: () => Promise<string> = () => serverTime(pool),
    private readonly monotonic: () => number = () => performance.now(),
  ) {}

  /** Whether rungs may fire now: what is wrong with the clock, null when nothing is. */
  async tick(): Promise<ClockFault | null> {
    const { fault, now } = await this.look();
    if (fault === null)
      await this.pool.query('UPDATE processing.clock SET last_at = greatest(last_at, $1) WHERE halted_at IS NULL', [
        now,
      ]);
    return fault;
  }

  /** The time for something that will be recorded. @throws ClockAheadError while the clock is ahead */
  async nowForRecording(): Promise<string> {
    const { fault, now } = await this.look();
    if (fault !== null && fault !== 'wentBack') throw new ClockAheadError(fault);
    return now;
  }

  private async look(): Promise<{ fault: ClockFault | null; now: string }> {
    const record = await readClock(this.pool);
    const now = await this.read();
    const reading = { at: Date.parse(now), monotonic: this.monotonic() };
    // What was measured before the confirmation says nothing any more.
    if (record.confirmedAt !== this.confirmedAt) this.before = this.before && reading;
    this.confirmedAt = record.confirmedAt;
    if (record.haltedAt !== null) return { fault: record.why, now };
    const fault = judgeClock(
      reading,
      {
        before: this.before,
        lastTick: record.lastAt === null ? null : Date.parse(record.lastAt),
        newest: this.before === null ? await this.newest(record) : null,
      },
      { days: this.days },
    );
    if (fault === 'ranAhead' || fault === 'aheadOfLog') await this.halt(fault);
    if (fault === null) this.before = reading;
    return { fault, now };
  }

  private async newest({ lastAt, confirmedAt }: ClockRecord): Promise<number | null> {
    const times = [await this.newestRecorded(lastAt), confirmedAt].flatMap((time) => time ?? []);
    return times.length === 0 ? null : Math.max(...times.map((time) => Date.parse(time)));
  }

  /** On a store which cannot tell, the last tick stands for it: events come from processes which tick. */
  private async newestRecorded(lastAt: string | null): Promise<string | null> {
    if (!(this.store instanceof PostgresEventStore)) return lastAt;
    const { rows } = await this.pool.query<{ at: string | null }>(
      `SELECT to_char(nullif(recorded_at, '-infinity') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
       FROM es.counter`,
    );
    return rows[0]?.at ?? null;
  }

  private async halt(fault: ClockFault): Promise<void> {
    await this.pool.query(
      'UPDATE processing.clock SET halted_at = clock_timestamp(), why = $1 WHERE halted_at IS NULL',
      [fault],
    );
  }
}

export async function readClock(pool: Pool): Promise<ClockRecord> {
  const { rows } = await pool.query<ClockRecord>(
    `SELECT ${['last_at', 'halted_at', 'confirmed_at'].map(isoColumn).join(', ')},
       CASE WHEN halted_at IS NOT NULL THEN why
         WHEN clock_timestamp() < last_at - make_interval(secs => $1) THEN 'wentBack' END AS why
     FROM processing.clock`,
    [BACK_MS / 1_000],
  );
  return rows[0]!;
}

/** An operator's word that the time is right: from here on it counts as it is, though it went back or ran ahead. */
export async function confirmClock(pool: Pool, by: string): Promise<void> {
  await pool.query(
    `UPDATE processing.clock SET last_at = clock_timestamp(), halted_at = NULL, why = NULL,
       confirmed_at = clock_timestamp(), confirmed_by = $1`,
    [by],
  );
}

function isoColumn(column: string): string {
  const name = column.replace(/_at$/, 'At');
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`;
}
