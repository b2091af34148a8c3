import { fireRung } from '@redress/casework/escalation/fire-rung.js';
import type { KernelParts } from '@redress/casework/kernel/handle-command.js';
import type { LawDirectory } from '@redress/casework/reference/law-directory.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { dueRungs, escalationTimer, type DueRungRow } from '@redress/projections/escalations/queries.js';
import type { Pool } from 'pg';
import type { Sweep } from './sweep.js';

interface Parts extends KernelParts {
  readonly pool: Pool;
  readonly law: LawDirectory;
  readonly offices: OfficeDirectory;
}

/** Has every rung fired whose day has come. */
export function sweepOfRungs(parts: Parts): Sweep<DueRungRow> {
  return {
    timer: escalationTimer,
    view: 'escalations',
    due: (today, limit, after) => dueRungs(parts.pool, today, limit, after),
    named: ({ caseId, key }) => ({ subject: caseId, key }),
    act: ({ caseId, clock, subject, run, rung }) => fireRung(parts, { caseId, clock, subject, run, rung }),
  };
}
