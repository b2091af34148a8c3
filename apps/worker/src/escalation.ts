import type { Parts as ProgramParts } from '@redress/casework/kernel/parts.js';
import type { LawDirectory } from '@redress/casework/reference/law-directory.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { ClockGuard } from '@redress/processing/timers/clock-guard.js';
import type { ClockFault } from '@redress/processing/timers/judge-clock.js';
import { failedToLook } from '@redress/processing/timers/timer-health.js';
import { escalationTimer } from '@redress/projections/escalations/queries.js';
import { instalmentTimer } from '@redress/projections/instalments/queries.js';
import { sweepOfRungs } from './due-rungs.js';
import { sweepOfInstalments } from './missed-instalments.js';
import { sweepOnce, type SweepParts } from './sweep.js';

export interface EscalationParts extends SweepParts, Pick<ProgramParts, 'store'> {
  readonly privacy: Pick<ProgramParts['privacy'], 'vault'>;
  readonly law: LawDirectory;
  readonly offices: OfficeDirectory;
  /** Watches the clock for this worker. */
  readonly guard: Pick<ClockGuard, 'tick'>;
}

/** How often it looks, and how long it may be silent before another worker looks in its place. */
export interface Pace {
  readonly tickMs: number;
  readonly leaseSeconds: number;
}

const longestPauseMs = 10_000;

/**
 * Fires due rungs and declares missed instalments, once a second, in the one worker which holds the lease. The lease spares
 * work; what makes it happen once is the decider (invariant 13), so a lease that changes hands mid-tick does no harm.
 */
export function runEscalation(
  parts: EscalationParts,
  pace: Pace = { tickMs: 1000, leaseSeconds: 15 },
): { stop(): Promise<void> } {
  let stopped = false;
  let wake = () => {};
  const isStopped = () => stopped;
  const look = looker(parts, pace.leaseSeconds, isStopped);
  const loop = (async () => {
    for (let failures = 0; !stopped;) {
      failures = (await look()) ? 0 : failures + 1;
      if (!stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(longestPauseMs, pace.tickMs * 2 ** failures));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await loop;
    },
  };
}

/** One look at what is due: every rung of it in order, while this worker has the lease. */
export function tick(parts: EscalationParts, leaseSeconds: number, isStopped: () => boolean): Promise<void> {
  return sweepOnce(parts, sweepOfRungs(parts), leaseSeconds, isStopped);
}

/** Looks at all that is due, unless the clock is not to be trusted; false where it failed. What it meets again is told once. */
function looker(parts: EscalationParts, leaseSeconds: number, isStopped: () => boolean): () => Promise<boolean> {
  const { pool, logger, guard } = parts;
  let fault: ClockFault | null = null;
  const errors = new Map<string, string>();
  const attempt = async (what: string, work: () => Promise<void>, timer = what): Promise<boolean> => {
    try {
      await work();
      errors.delete(what);
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (errors.get(what) !== message) logger.error({ err: error, timer }, 'a look at what is due failed');
      errors.set(what, message);
      // Where the database is what fails, this fails with it; silence says the same.
      await failedToLook(pool, timer, error).catch(() => undefined);
      return false;
    }
  };
  const watched = async () => {
    const found = await guard.tick();
    if (found !== null && found !== fault) logger.error({ fault: found }, 'the clock is not to be trusted');
    fault = found;
  };
  const rungs = () => tick(parts, leaseSeconds, isStopped);
  const instalments = () => sweepOnce(parts, sweepOfInstalments(parts), leaseSeconds, isStopped);
  return async () => {
    if (!(await attempt('clock', watched, escalationTimer))) return false;
    if (fault !== null) return true;
    const fired = await attempt(escalationTimer, rungs);
    return (await attempt(instalmentTimer, instalments)) && fired;
  };
}
