import type { CaseKind, CaseSummary } from '../shared/case-kind.js';
import { procedureUpcasters } from '../shared/procedure/schemas.js';
import { procedureSummary } from '../shared/procedure/summary.js';
import type { Procedure } from '../shared/procedure/state.js';
import type { Command } from './commands.js';
import { decide } from './decide.js';
import { category, type IpEvent } from './events.js';
import { moves } from './moves.js';
import { schemas, sensitive } from './schemas.js';
import { closed, evolve, initial, type Existing, type State, type Status } from './state.js';

export const ipFastTrack: CaseKind<State, Command, IpEvent> = {
  kind: 'ipFastTrack',
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

/** The acts by which the respondent learns of the case: CNIPA 81, Art. 22 and 65; a complaint once it is accepted. */
const telling: ReadonlySet<string> = new Set<IpEvent['type']>([
  'RespondentServed',
  'MediationRequestServed',
  'IpComplaintAccepted',
]);

/** An office handles the request from its lodging on: that it does tells the respondent nothing yet. */
function isTold({ events, documents }: Procedure): boolean {
  const served = documents.some(({ to, servedOn }) => to === 'respondent' && servedOn !== null);
  return served || events.some(({ type }) => telling.has(type));
}

/** Whoever is suspected does not learn from the case that the police or another enforcing body has it. */
const toInvestigators: ReadonlySet<string> = new Set<IpEvent['type']>([
  'PassedToPolice',
  'PoliceAnswered',
  'ReferredToBody',
]);

function untold({ status, statusBy, procedure: { events } }: Existing): boolean {
  return status !== 'inHandling' && events.some(({ id, type }) => id === statusBy && toInvestigators.has(type));
}

/** The category is the route; the kind claims no money. */
function summaryOf(state: State): CaseSummary | null {
  if (state.status === 'none') return null;
  const { procedure, request, status } = state;
  const { complainant, respondent } = request;
  return {
    caseNumber: state.caseNumber,
    status,
    ...(untold(state) && { statusToRespondent: 'inHandling' satisfies Status }),
    closed: closed.has(status),
    category: state.route,
    complainant: { name: complainant.name, creditCode: complainant.creditCode },
    respondent: respondent && { name: respondent.name, creditCode: respondent.creditCode },
    respondentTold: isTold(procedure),
    total: null,
    outstanding: null,
    lodgedOn: state.lodgedOn,
    ...procedureSummary(procedure),
  };
}
