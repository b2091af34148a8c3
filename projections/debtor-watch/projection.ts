import { readFileSync } from 'node:fs';
import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import { isBroken, outstanding, paid } from '@redress/cases/overdue-payment/owed.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import { minus, sum, type Money } from '@redress/cases/shared/money.js';
import type { ProjectionDefinition, Rows, Subject } from '@redress/processing/projection.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import type { WarningRules } from '@redress/deadlines/warnings/warning-rules.js';
import { searchable } from '../name-search.js';
import { rulesRow, warningsInLog } from './warnings.js';

/** Who owes whom (预防): every claim of an overdue payment, by its respondent. */
export const debtorWatch: ProjectionDefinition<FollowedCase, WarningRules | null> = {
  name: 'debtor-watch',
  version: 2,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'debtor_case', holds: 'subject', key: ['case_id'] },
    { name: 'debtor_rules', holds: 'reference', key: ['stream'] },
  ],
  categories: [overduePayment.category],
  reference: warningsInLog,
  evolve: evolveFollowed,
  // When a line fell due was found with the law of its day, and stands in the events.
  isOpen: () => false,
  rows: rowsOf,
  referenceRows: (event) => ({ debtor_rules: [rulesRow(event)] }),
};

function rowsOf({ id, state }: Subject<FollowedCase>): Rows {
  const file = state.file as State;
  if (file.status === 'none') return {};
  const summary = summaryOf(state);
  const { claim, total, due, settlements, ladder } = file;
  const { respondent, lines } = claim;
  const disputed = sum(lines.map((line) => line.disputed));
  const acts = [ladder.order, ladder.interviewedOn, ladder.circularOn].filter((act) => act !== null);
  return {
    debtor_case: [
      {
        case_id: id,
        case_number: summary.caseNumber,
        debtor: respondent.creditCode ?? searchable(respondent.name),
        debtor_code: respondent.creditCode,
        debtor_name: respondent.name,
        unit_type: respondent.unitType,
        complainant: claim.complainant.creditCode,
        status: file.status,
        open: state.open,
        lodged_on: summary.lodgedOn,
        claimed: fen(total),
        undisputed: fen(minus(total, disputed)),
        paid: fen(paid(file)),
        outstanding: fen(outstanding(file)),
        broken: isBroken(file) || settlements.some(({ missed }) => missed.length > 0),
        beyond_law: due.filter(({ flags }) => flags.some(({ code }) => beyondLaw.has(code))).length,
        supervisory_acts: acts.length,
        ...state.told.scope,
      },
    ],
  };
}

/** What the law does not let be agreed; a long term which may be agreed for good reason is none of it. */
const beyondLaw: ReadonlySet<string> = new Set(['cappedAtMaximum', 'payWhenPaidVoid']);

function fen(amount: Money): string {
  return amount.replace('.', '');
}
