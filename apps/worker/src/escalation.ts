import { fireRung } from '@redress/casework/escalation/fire-rung.js';
import type { Parts as ProgramParts } from '@redress/casework/kernel/parts.js';
import type { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Position } from '@redress/event-store/port.js';
import { ClockGuard } from '@redress/processing/timers/clock-guard.js';
import type { ClockFault } from '@redress/processing/timers/judge-clock.js';
import { releaseLease, takeLease } from '@redress/processing/lease.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { dueRungs } from '@redress/projections/escalations/queries.js';
import { declareMissed } from './missed-instalments.js';

const tickMs = 1000;
const leaseSeconds = 15;
const rungsATick = 200;

interface Parts extends ProgramParts {
  readonly law: LawDirectory;
  /** This process, among the workers. */
  readonly owner: string;
  /** How far past the newest event the clock may lie at a start. */
  readonly clockAheadDays?: number;
}

/**
 * Fires due rungs, once a second, in the one worker which holds the lease. The lease spares work; what makes a rung fire
 * once is the decider (invariant 13), so a lease that changes hands mid-tick does no harm.
 */
export function runEscalation(parts: Parts): { stop(): Promise<void> } {
  let stopped = false;
  const guard = new ClockGuard(parts.pool, parts.store, parts.clockAheadDays);
  let fault: ClockFault | null = null;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      try {
        const found = await guard.tick();
        if (found !== null && found !== fault) parts.logger.error({ fault: found }, 'the clock is not to be trusted');
        fault = found;
        if (found === null) await tick(parts, () => stopped);
      } catch (error) {
        parts.logger.error({ err: error }, 'an escalation tick failed');
      }
      if (!stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, tickMs);
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

async function tick(parts: Parts, isStopped: () => boolean): Promise<void> {
  // A view is made by the first worker: until it serves there is nothing to read.
  if (!(await waitForView(parts.pool, 'escalations', '0' as Position, 0))) return;
  const lease = await takeLease(parts.pool, 'escalation', parts.owner, leaseSeconds);
  if (lease === null) return;
  const today = dayInZone(await parts.clock.now(), 'Asia/Shanghai');
  for (const rung of await dueRungs(parts.pool, today, rungsATick)) {
    if (isStopped()) break;
    const outcome = await fireRung(parts, rung);
    // Fired already, or stopped meanwhile: the view has not caught up with the stream yet.
    if (outcome.outcome !== 'done') parts.logger.debug({ rung, outcome }, 'a rung did not fire');
  }
  await declareMissed(parts, today, isStopped);
  if (isStopped()) await releaseLease(parts.pool, lease);
}
