import type { CommandOutcome } from '@redress/casework/kernel/command-outcome.js';
import type { ServerClock } from '@redress/casework/kernel/time.js';
import { zone } from '@redress/casework/kernel/time.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Position } from '@redress/event-store/port.js';
import type { Logger } from '@redress/platform/logging.js';
import { releaseLease, takeLease } from '@redress/processing/lease.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { ClockAheadError } from '@redress/processing/timers/clock-guard.js';
import { forgetHeldBack, holdBack, STUCK_AFTER } from '@redress/processing/timers/held-back.js';
import { looked } from '@redress/processing/timers/timer-health.js';
import type { Pool } from 'pg';

const pageSize = 200;

export interface SweepParts {
  readonly pool: Pool;
  readonly clock: ServerClock;
  readonly logger: Logger;
  /** This process, among the workers. */
  readonly owner: string;
}

/** Work which comes due by the clock: what is due, as a view has it, and what is done about each of it. */
export interface Sweep<Due> {
  /** Also the name of the lease: one worker at a time sweeps. */
  readonly timer: string;
  readonly view: string;
  /** The longest due first; none that is held back. @param after the last of the page before */
  due(today: PlainDate, limit: number, after: Due | null): Promise<readonly Due[]>;
  named(due: Due): { readonly subject: string; readonly key: string };
  /** Its case decides whether it is done, and once. */
  act(due: Due): Promise<CommandOutcome>;
}

/** One look at what is due: all of it in order, page after page, while this worker has the lease. */
export async function sweepOnce<Due>(
  parts: SweepParts,
  sweep: Sweep<Due>,
  leaseSeconds: number,
  isStopped: () => boolean,
): Promise<void> {
  // A view is made by the first worker: until it serves there is nothing to read.
  if (!(await waitForView(parts.pool, sweep.view, '0' as Position, 0))) return;
  const today = dayInZone(await parts.clock.now(), zone);
  for (let after: Due | null = null; !isStopped();) {
    const lease = await takeLease(parts.pool, sweep.timer, parts.owner, leaseSeconds);
    if (lease === null) return;
    const page: readonly Due[] = await sweep.due(today, pageSize, after);
    for (const due of page) {
      if (isStopped()) break;
      await actOn(parts, sweep, due, isStopped);
    }
    if (isStopped()) await releaseLease(parts.pool, lease);
    else await looked(parts.pool, sweep.timer);
    if (page.length < pageSize) return forgetHeldBack(parts.pool, sweep.timer);
    after = page.at(-1) ?? null;
  }
}

/** A case on which nothing can be decided keeps its own work back, and nobody else's. */
async function actOn<Due>(
  { pool, logger }: SweepParts,
  sweep: Sweep<Due>,
  due: Due,
  isStopped: () => boolean,
): Promise<void> {
  const work = { timer: sweep.timer, ...sweep.named(due) };
  try {
    const outcome = await sweep.act(due);
    if (outcome.outcome === 'done') return;
    // Done already, or stopped meanwhile, most often: the view has not caught up with the stream yet.
    const tries = await holdBack(pool, work, reasonOf(outcome));
    if (tries === STUCK_AFTER)
      logger.warn({ ...work, outcome }, 'what is due is refused; it is tried again now and then');
  } catch (error) {
    // Not this case's fault: nothing is recorded until the clock is confirmed.
    if (error instanceof ClockAheadError) throw error;
    if (isStopped()) return;
    const tries = await holdBack(pool, work, error);
    if (tries === 1)
      logger.error({ err: error, ...work }, 'what is due could not be done; it is tried again now and then');
  }
}

function reasonOf(outcome: CommandOutcome): string {
  return outcome.outcome === 'refused' ? outcome.refusals.map(({ code }) => code).join(', ') : outcome.outcome;
}
