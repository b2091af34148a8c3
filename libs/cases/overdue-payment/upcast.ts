import { procedureUpcasters } from '../shared/procedure/schemas.js';
import { nothing } from '../shared/money.js';
import type { EventData, Upcasters } from '../shared/upcast.js';

/** What was not recorded then is null; what every payment then did, pay the principal, is said. */
export const upcasters: Upcasters = {
  ...procedureUpcasters,
  ClaimLodged: {
    1: (data) => ({
      ...data,
      lodging: { by: 'complainant', channel: 'online', receivedOn: null, agent: null },
      claim: claimOfSchema1(data.claim as EventData),
      due: [],
      scopes: null,
    }),
  },
  SupplementRequested: { 1: (data) => ({ ...data, dueOn: null, arisenFrom: null }) },
  Resubmitted: { 1: (data) => ({ ...data, due: null, scopes: null }) },
  RespondentReplied: { 1: (data) => ({ ...data, by: 'office' }) },
  PaymentRecorded: {
    1: (data) => ({
      ...data,
      proof: null,
      allocation: {
        order: 'principalFirst',
        costs: nothing,
        interest: nothing,
        principal: data.amount,
        ofUndisputed: nothing,
      },
    }),
  },
};

function claimOfSchema1(claim: EventData): EventData {
  const lines = (claim.lines as readonly EventData[]).map((line) => ({
    ...line,
    inspectionEndsOn: null,
    settlementConfirmedOn: null,
    agreedDays: null,
  }));
  return { ...claim, privateOrganisation: null, lines };
}
