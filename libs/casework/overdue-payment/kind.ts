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
  sensitive: {},
};

export const overduePayment: CaseworkKind<State, Command, OverduePaymentEvent> = {
  domain,
  completions,
  accessOfNew: accessOfLodging,
};
