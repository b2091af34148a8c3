import { fireRung } from '@redress/casework/escalation/fire-rung.js';
import type { Parts as ProgramParts } from '@redress/casework/kernel/parts.js';
import type { LawDirectory } from '@redress/casework/reference/law-directory.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Position } from '@redress/event-store/port.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { ClockAheadError, type ClockGuard } from '@redress/processing/timers/clock-guard.js';
import type { ClockFault } from '@redress/processing/timers/judge-clock.js';
import { releaseLease, takeLease } from '@redress/processing/lease.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { dueRungs, type DueRungRow } from '@redress/projections/escalations/queries.js';
import { declareMissed } from './missed-instalments.js';

const rungsAPage = 200;

export interface EscalationParts extends Pick<ProgramParts, 'pool' | 'store' | 'clock' | 'logger'> {
  readonly privacy: Pick<ProgramParts['privacy'], 'vault'>;
  readonly law: LawDirectory;
  readonly offices: OfficeDirectory;
  /** This process, among the workers. */
  readonly owner: string;
  /** Watches the clock for this worker. */
  readonly guard: Pick<ClockGuard, 'tick'>;
}

/** How often it looks, and how long it may be silent before another worker looks in its place. */
export interface Pace {
  readonly tickMs: number;
  readonly leaseSeconds: number;
}

/**
 * Fires due rungs and declares missed instalments, once a second, in the one worker which holds the lease. The lease spares work; what makes it happen
 * once is the decider (invariant 13), so a lease that changes hands mid-tick does no harm.
 */
export function runEscalation(
  parts: EscalationParts,
  pace: Pace = { tickMs: 1000, leaseSeconds: 15 },
): { stop(): Promise<void> } {
  let stopped = false;
  let fault: ClockFault | null = null;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      try {
        const found = await parts.guard.tick();
        if (found !== null && found !== fault) parts.logger.error({ fault: found }, 'the clock is not to be trusted');
        fault = found;
        if (found === null) {
          await tick(parts, pace.leaseSeconds, () => stopped);
          await declareMissed(parts, pace.leaseSeconds, () => stopped);
        }
      } catch (error) {
        parts.logger.error({ err: error }, 'an escalation tick failed');
      }
      if (!stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pace.tickMs);
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

/** One look at what is due: every rung of it in order, page after page, while this worker has the lease. */
export async function tick(parts: EscalationParts, leaseSeconds: number, isStopped: () => boolean): Promise<void> {
  // A view is made by the first worker: until it serves there is nothing to read.
  if (!(await waitForView(parts.pool, 'escalations', '0' as Position, 0))) return;
  const today = dayInZone(await parts.clock.now(), 'Asia/Shanghai');
  for (let after: DueRungRow | null = null; !isStopped();) {
    const lease = await takeLease(parts.pool, 'escalation', parts.owner, leaseSeconds);
    if (lease === null) return;
    const page: readonly DueRungRow[] = await dueRungs(parts.pool, today, rungsAPage, after);
    for (const rung of page) {
      if (isStopped()) break;
      await fire(parts, rung);
    }
    if (isStopped()) await releaseLease(parts.pool, lease);
    if (page.length < rungsAPage) return;
    after = page.at(-1)!;
  }
}

/** A case on which nothing can be decided keeps its own rungs back, and nobody else's. */
async function fire(parts: EscalationParts, { caseId, clock, subject, run, rung }: DueRungRow): Promise<void> {
  const named = { caseId, clock, subject, run, rung };
  try {
    const outcome = await fireRung(parts, named);
    // Fired already, or stopped meanwhile: the view has not caught up with the stream yet.
    if (outcome.outcome !== 'done') parts.logger.debug({ rung: named, outcome }, 'a rung did not fire');
  } catch (error) {
    // Not this case's fault: nothing is recorded until the clock is confirmed.
    if (error instanceof ClockAheadError) throw error;
    parts.logger.error({ err: error, rung: named }, 'a rung could not be fired');
  }
}
