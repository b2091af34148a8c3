import type { CaseKind, CaseSummary } from '../shared/case-kind.js';
import { procedureSummary } from '../shared/procedure/summary.js';
import { moves, type Command } from './commands.js';
import { decide } from './decide.js';
import { category, schemas, type DatedEvent, type OverduePaymentEvent } from './events.js';
import { outstanding } from './owed.js';
import { sensitive } from './sensitive.js';
import { closed, evolve, initial, type State } from './state.js';
import { upcasters } from './upcast.js';

export const overduePayment: CaseKind<State, Command, OverduePaymentEvent> = {
  kind: 'overduePayment',
  category,
  schemas,
  upcasters,
  initial,
  evolve: (state, event) => evolve(state, event as unknown as DatedEvent),
  decide,
  moves,
  summaryOf,
  sensitive,
};

function summaryOf(state: State): CaseSummary | null {
  if (state.status === 'none') return null;
  const { claim, procedure } = state;
  const { complainant, respondent } = claim;
  return {
    caseNumber: state.caseNumber,
    status: state.status,
    closed: closed.has(state.status),
    category: null,
    complainant: { name: complainant.name, creditCode: complainant.creditCode },
    respondent: { name: respondent.name, creditCode: respondent.creditCode },
    respondentTold: procedure.handlingOffice !== null,
    total: state.total,
    outstanding: outstanding(state),
    lodgedOn: state.lodgedOn,
    ...procedureSummary(procedure),
  };
}
