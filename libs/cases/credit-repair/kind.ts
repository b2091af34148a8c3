import type { CaseKind, CaseSummary } from '../shared/case-kind.js';
import { procedureUpcasters } from '../shared/procedure/schemas.js';
import { procedureSummary } from '../shared/procedure/summary.js';
import { moves, type Command } from './commands.js';
import { decide } from './decide.js';
import { category, type CreditRepairEvent } from './events.js';
import { schemas, sensitive } from './schemas.js';
import { closed, evolve, initial, type State } from './state.js';

export const creditRepair: CaseKind<State, Command, CreditRepairEvent> = {
  kind: 'creditRepair',
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

/** The category is the class of conduct; the body that made the record stands where others have a respondent. */
function summaryOf(state: State): CaseSummary | null {
  if (state.status === 'none') return null;
  const { request, procedure, status } = state;
  const { applicant, record } = request;
  return {
    caseNumber: state.caseNumber,
    status,
    closed: closed.has(status),
    category: record.class,
    complainant: { name: applicant.name, creditCode: applicant.creditCode },
    respondent: { name: record.body.name, creditCode: null },
    respondentTold: procedure.handlingOffice !== null,
    total: null,
    outstanding: null,
    lodgedOn: state.lodgedOn,
    ...procedureSummary(procedure),
  };
}
