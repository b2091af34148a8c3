import type { KernelParts } from '@redress/casework/kernel/handle-command.js';
import { missInstalment } from '@redress/casework/overdue-payment/miss-instalment.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Position } from '@redress/event-store/port.js';
import type { Logger } from '@redress/platform/logging.js';
import { takeLease } from '@redress/processing/lease.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { overdueInstalments, type OverdueInstalment } from '@redress/projections/instalments/queries.js';
import type { Pool } from 'pg';

const instalmentsATick = 200;

interface Parts extends KernelParts {
  readonly pool: Pool;
  readonly logger: Logger;
  /** This process, among the workers. */
  readonly owner: string;
}

/** Has every instalment whose day is over declared missed by its case; the clock must have been judged before. */
export async function declareMissed(parts: Parts, leaseSeconds: number, isStopped: () => boolean): Promise<void> {
  if (!(await waitForView(parts.pool, 'instalments', '0' as Position, 0))) return;
  const today = dayInZone(await parts.clock.now(), 'Asia/Shanghai');
  const overdue = await overdueInstalments(parts.pool, today, instalmentsATick);
  // The lease spares work; what declares an instalment once is the decider.
  if (overdue.length === 0 || !(await takeLease(parts.pool, 'missed-instalments', parts.owner, leaseSeconds))) return;
  for (const one of overdue) {
    if (isStopped()) return;
    await declare(parts, one);
  }
}

/** A case on which nothing can be decided keeps its own instalments back, and nobody else's. */
async function declare(parts: Parts, one: OverdueInstalment): Promise<void> {
  try {
    const outcome = await missInstalment(parts, one);
    // Paid or declared meanwhile: the view has not caught up with the stream yet.
    if (outcome.outcome !== 'done') parts.logger.debug({ ...one, outcome }, 'an instalment was not missed');
  } catch (error) {
    parts.logger.error({ err: error, ...one }, 'an instalment could not be declared missed');
  }
}
