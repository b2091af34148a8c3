import { moves, type Command } from '@redress/cases/overdue-payment/commands.js';
import { decide } from '@redress/cases/overdue-payment/decide.js';
import { category, schemas, type OverduePaymentEvent } from '@redress/cases/overdue-payment/events.js';
import {
  closed,
  evolve,
  initial,
  outstanding,
  type DatedEvent,
  type State,
} from '@redress/cases/overdue-payment/state.js';
import type { CaseKind } from '@redress/cases/shared/case-kind.js';
import type { CaseworkKind } from '../kernel/casework-kind.js';
import { accessOfLodging } from '../kernel/lodging.js';
import { completions } from './completions.js';

const domain: CaseKind<State, Command, OverduePaymentEvent> = {
  kind: 'overduePayment',
  category,
  schemas,
  initial,
  evolve: (state, event) => evolve(state, event as unknown as DatedEvent),
  decide,
  moves,
  summaryOf(state) {
    if (state.status === 'none') return null;
    const { claim, mediator } = state;
    return {
      caseNumber: state.caseNumber,
      status: state.status,
      closed: closed.has(state.status),
      category: null,
      complainant: claim.complainant,
      respondent: claim.respondent,
      agentCode: null,
      total: state.total,
      outstanding: outstanding(state),
      lodgedOn: state.lodgedOn,
      acceptingOffice: state.acceptingOffice,
      handlingOffice: state.handlingOffice,
      coHandlingOffices: [],
      firstContact: null,
      firstContactOffice: null,
      holder: mediator,
      firedRungs: state.firedRungs,
    };
  },
  sensitive: {
    ClaimLodged: [
      { path: 'claim.complainant.contact', of: 'person' },
      { path: 'claim.respondent.contact', of: 'person' },
      { path: 'claim.promises.signatory', of: 'person' },
      { path: 'claim.request', of: 'text' },
      { path: 'claim.facts', of: 'text' },
    ],
    Resubmitted: [
      { path: 'statement', of: 'text' },
      { path: 'respondent.contact', of: 'person' },
    ],
    RespondentReplied: [
      { path: 'statement', of: 'text' },
      { path: 'contact', of: 'person' },
    ],
    MediationHeld: [
      { path: 'attendees[]', of: 'person' },
      { path: 'minutes', of: 'text' },
    ],
    SettlementAgreed: [{ path: 'terms', of: 'text' }],
    ResultIssued: [{ path: 'summary', of: 'text' }],
  },
};

export const overduePayment: CaseworkKind<State, Command, OverduePaymentEvent> = {
  domain,
  completions,
  accessOfNew: accessOfLodging,
};
