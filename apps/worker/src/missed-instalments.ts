import type { KernelParts } from '@redress/casework/kernel/handle-command.js';
import { missInstalment } from '@redress/casework/overdue-payment/miss-instalment.js';
import {
  instalmentTimer,
  overdueInstalments,
  type OverdueInstalment,
} from '@redress/projections/instalments/queries.js';
import type { Pool } from 'pg';
import type { Sweep } from './sweep.js';

/** Has every instalment whose day is over declared missed by its case. */
export function sweepOfInstalments(parts: KernelParts & { readonly pool: Pool }): Sweep<OverdueInstalment> {
  return {
    timer: instalmentTimer,
    view: 'instalments',
    due: (today, limit, after) => overdueInstalments(parts.pool, today, limit, after),
    named: ({ caseId, key }) => ({ subject: caseId, key }),
    act: ({ caseId, plan, instalment }) => missInstalment(parts, { caseId, plan, instalment }),
  };
}
