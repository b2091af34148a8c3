import type { Pool } from 'pg';
import type { KernelParts } from '@redress/casework/kernel/handle-command.js';
import { missInstalment } from '@redress/casework/overdue-payment/miss-instalment.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Position } from '@redress/event-store/port.js';
import type { Logger } from '@redress/platform/logging.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { overdueInstalments } from '@redress/projections/instalments/queries.js';

const instalmentsATick = 200;

/** Has every instalment whose day is over declared missed by its case; the clock must have been judged before. */
export async function declareMissed(
  parts: KernelParts & { readonly pool: Pool; readonly logger: Logger },
  today: PlainDate,
  isStopped: () => boolean,
): Promise<void> {
  if (!(await waitForView(parts.pool, 'instalments', '0' as Position, 0))) return;
  for (const one of await overdueInstalments(parts.pool, today, instalmentsATick)) {
    if (isStopped()) return;
    const outcome = await missInstalment(parts, one);
    // Paid or declared meanwhile: the view has not caught up with the stream yet.
    if (outcome.outcome !== 'done') parts.logger.debug({ ...one, outcome }, 'an instalment was not missed');
  }
}
