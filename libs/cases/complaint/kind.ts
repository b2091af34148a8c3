import type { CaseKind, CaseSummary } from '../shared/case-kind.js';
import { procedureUpcasters } from '../shared/procedure/schemas.js';
import { procedureSummary } from '../shared/procedure/summary.js';
import { sum } from '../shared/money.js';
import { moves, type Command } from './commands.js';
import { decide } from './decide.js';
import { category, type ComplaintEvent } from './events.js';
import { schemas, sensitive } from './schemas.js';
import { closed, evolve, initial, refundsOutstanding, type State } from './state.js';

export const complaint: CaseKind<State, Command, ComplaintEvent> = {
  kind: 'complaint',
  category,
  schemas,
  upcasters: procedureUpcasters,
  initial,
  evolve,
  decide,
  moves,
  summaryOf,
  sensitive,
};

/** The total is what was charged, where charges are complained of; outstanding, the refunds ordered and not yet paid. */
function summaryOf(state: State): CaseSummary | null {
  if (state.status === 'none') return null;
  const { complaint, procedure, status } = state;
  const { complainant, respondent, charges } = complaint;
  const claimsMoney = charges.length > 0;
  return {
    caseNumber: state.caseNumber,
    status,
    closed: closed.has(status),
    category: complaint.category,
    complainant: { name: complainant.name, creditCode: complainant.creditCode },
    respondent: { name: respondent.name, creditCode: respondent.creditCode },
    respondentTold: procedure.handlingOffice !== null,
    total: claimsMoney ? sum(charges.map(({ amount }) => amount)) : null,
    outstanding: claimsMoney ? refundsOutstanding(state) : null,
    lodgedOn: state.lodgedOn,
    ...procedureSummary(procedure),
  };
}
