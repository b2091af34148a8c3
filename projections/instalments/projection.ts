import { readFileSync } from 'node:fs';
import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import { openInstalments } from '@redress/cases/overdue-payment/owed.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { lawInLog, type LawInLog } from '../law-in-force/law-in-force.js';

/** What is still to be paid of the settlements that stand, by day: where the worker looks for what was missed. */
export const instalments: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'instalments',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'open_instalment', holds: 'subject', key: ['case_id', 'instalment'] }],
  categories: [overduePayment.category],
  reference: lawInLog,
  evolve: evolveFollowed,
  // The days are those agreed: no law moves them.
  isOpen: () => false,
  rows({ id, state }) {
    const file = state.file as State;
    const plan = state.history.findLast(({ type }) => type === 'SettlementAgreed')?.id;
    if (plan === undefined || file.status === 'none') return {};
    if (!overduePayment.moves.recordMissedInstalment.includes(file.status)) return {};
    return {
      open_instalment: openInstalments(file).map(({ instalment, dueOn }) => {
        return { case_id: id, plan, instalment, due_on: dueOn };
      }),
    };
  },
};
