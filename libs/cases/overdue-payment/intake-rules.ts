import type { Circumstances } from '../shared/case-kind.js';
import { caseNumber } from '../shared/case-number.js';
import { accept, refuse } from '../shared/decision.js';
import { sum } from '../shared/money.js';
import { faultsOfGround } from '../shared/procedure/local-ground.js';
import { faultsOfLodging, firstContactOf } from '../shared/procedure/lodging.js';
import { faultsOfClaim, faultsOfDues, faultsOfRespondent } from './claim-rules.js';
import type { CommandBody } from './commands.js';
import type { OverduePaymentEvent } from './events.js';
import { factsOf } from './facts.js';
import { asStep, sinceLodging, sinceReceipt, type Outcome, type Rules } from './rule.js';
import { partiesOf, scopesFor } from './scope.js';
import type { Existing } from './state.js';

export function lodge({ claim, lodging, acceptingOffice, due }: CommandBody<'lodge'>, at: Circumstances): Outcome {
  const faults = [
    ...faultsOfClaim(claim, at.on),
    ...faultsOfDues(claim, due, at.on),
    ...faultsOfLodging(lodging, claim.complainant.creditCode, at),
  ];
  if (faults.length > 0) return refuse(...faults);
  const data = {
    caseNumber: caseNumber('overduePayment', Number(at.on.slice(0, 4)), at.caseId),
    acceptingOffice,
    lodging,
    claim,
    total: sum(claim.lines.map((line) => line.amount)),
    disputed: sum(claim.lines.map((line) => line.disputed)),
    due,
    scopes: scopesFor(partiesOf(claim), claim, at.on),
  };
  return accept<OverduePaymentEvent>({ type: 'ClaimLodged', data }, ...firstContactOf(lodging, acceptingOffice, at));
}

export const intakeRules: Rules<
  | 'examineScope'
  | 'supplyMaterials'
  | 'accept'
  | 'decline'
  | 'transfer'
  | 'receiveMaterials'
  | 'assignMediator'
  | 'recordProceedings'
  | 'withdraw'
> = {
  examineScope: {
    earliest: sinceLodging,
    decide: (body, { claim }, { on }) =>
      accept({ type: 'ScopeExamined', data: { ...body, scopes: scopesFor(body, claim, on) } }),
  },
  supplyMaterials: { earliest: asStep, decide: supplyMaterials },
  accept: {
    earliest: asStep,
    decide: (_, { procedure, scope }) =>
      scope?.is802 === false
        ? refuse({ code: scope.isPEPL67 ? 'onlyPromotionLaw' : 'outOfScope' })
        : accept({ type: 'FormallyAccepted', data: { acceptingAuthority: procedure.acceptingOffice } }),
  },
  decline: {
    earliest: asStep,
    decide: ({ ground, reason }, state, { on }) => {
      if (typeof ground === 'string') return accept({ type: 'ClaimDeclined', data: { ground, reason } });
      const faults = faultsOfGround(ground, factsOf(state), on);
      return ground === null || faults.length > 0
        ? refuse(...faults)
        : accept({ type: 'ClaimDeclined', data: { ground: ground.code, reason } });
    },
  },
  transfer: {
    earliest: asStep,
    decide: ({ to, ground }) =>
      to === null
        ? refuse({ code: 'notAHandlingAuthority', field: 'office' })
        : accept({ type: 'Transferred', data: { to, ground } }),
  },
  receiveMaterials: {
    earliest: asStep,
    decide: (_, { procedure: { handlingOffice, dispatchObjection } }) => {
      if (dispatchObjection?.upheld === null) return refuse({ code: 'dispatchObjectionOpen' });
      return handlingOffice
        ? accept({ type: 'MaterialsReceived', data: { handlingAuthority: handlingOffice } })
        : refuse({ code: 'noHandlingOffice' });
    },
  },
  assignMediator: {
    earliest: sinceReceipt,
    decide: ({ mediator }, state) => {
      if (mediator === null) return refuse({ code: 'notAMediatorHere', field: 'mediator' });
      return state.mediator?.id === mediator.id
        ? refuse({ code: 'alreadyMediator', field: 'mediator' })
        : accept({ type: 'MediatorAssigned', data: { mediator, previous: state.mediator } });
    },
  },
  recordProceedings: {
    earliest: sinceLodging,
    decide: (body, _, { on }) =>
      body.filedOn > on
        ? refuse({ code: 'dateInFuture', field: 'filedOn' })
        : accept({ type: 'ProceedingsRecorded', data: body }),
  },
  withdraw: { earliest: asStep, decide: (body) => accept({ type: 'ClaimWithdrawn', data: body }) },
};

function supplyMaterials(body: CommandBody<'supplyMaterials'>, state: Existing, { on }: Circumstances): Outcome {
  const { respondent } = body;
  if (respondent === null) return accept({ type: 'Resubmitted', data: { ...body, due: null, scopes: null } });
  const faults = faultsOfRespondent(respondent, 'respondent', state.claim);
  if (respondent.creditCode !== null && respondent.creditCode === state.claim.complainant.creditCode) {
    faults.push({ code: 'sameParty', field: 'respondent.creditCode' });
  }
  if (faults.length > 0) return refuse(...faults);
  const claim = { ...state.claim, respondent };
  return accept({ type: 'Resubmitted', data: { ...body, scopes: scopesFor(partiesOf(claim), claim, on) } });
}
