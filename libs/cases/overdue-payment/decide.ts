import { caseNumber } from '../shared/case-number.js';
import { accept, refuse, type Decision, type Refusal } from '../shared/decision.js';
import { exceeds, isZero, minus, sum, type Money } from '../shared/money.js';
import { faultsOfClaim, faultsOfRespondent } from './claim-rules.js';
import { moves, type Circumstances, type Command, type CommandBody, type CommandName } from './commands.js';
import type { OverduePaymentEvent } from './events.js';
import { outstanding, paid, rungKey, type Existing, type State } from './state.js';

type Outcome = Decision<OverduePaymentEvent>;

/** Order 802, Art. 25¶2: 30 days, longer with the approval of the head of the department, 90 in all. */
export const handlingDays = { regular: 30, longest: 90 } as const;

/**
 * The rules of the overdue-payment claim: State Council Order 802, Art. 24 and 25; 工信部企业〔2021〕224号 for the review.
 *
 * Pure: ids and the time come with the circumstances. Every rule broken is named, not only the first.
 */
export function decide(command: Command, state: State, at: Circumstances): Outcome {
  if (!moves[command.name].includes(state.status)) {
    return refuse({ code: 'notAllowedInStatus', params: { command: command.name, status: state.status } });
  }
  const early = faultsOfDay(command, state, at);
  if (early.length > 0) return refuse(...early);
  if (command.name === 'lodge') return lodge(command.body, at);
  if (state.status === 'none') return refuse({ code: 'noSuchCase' });
  switch (command.name) {
    case 'requestSupplement':
      return accept({ type: 'SupplementRequested', data: command.body });
    case 'supplyMaterials':
      return supplyMaterials(command.body, state);
    case 'accept':
      return accept({ type: 'FormallyAccepted', data: { acceptingAuthority: state.acceptingOffice } });
    case 'decline':
      return accept({ type: 'ClaimDeclined', data: command.body });
    case 'transfer':
      return accept({ type: 'Transferred', data: command.body });
    case 'receiveMaterials':
      return receiveMaterials(state);
    case 'assignMediator':
      return assignMediator(command.body, state);
    case 'recordReply':
      return recordReply(command.body, state);
    case 'holdMediation':
      return accept({ type: 'MediationHeld', data: command.body });
    case 'agreeSettlement':
      return agreeSettlement(command.body, state, at);
    case 'recordPayment':
      return recordPayment(command.body, state);
    case 'extendHandling':
      return extendHandling(command.body, state, at);
    case 'issueResult':
      return issueResult(command.body, state);
    case 'feedBack':
      return state.fedBackTo.includes(command.body.to)
        ? refuse({ code: 'alreadyFedBack', field: 'to' })
        : accept({ type: 'ResultFedBack', data: command.body });
    case 'withdraw':
      return accept({ type: 'ClaimWithdrawn', data: command.body });
    case 'terminate':
      return accept({ type: 'HandlingTerminated', data: command.body });
    case 'fireRung':
      return state.firedRungs.includes(rungKey(command.body))
        ? refuse({ code: 'rungAlreadyFired', params: { rung: command.body.rung } })
        : accept({ type: 'RungFired', data: command.body });
  }
}

/** These record what happened beside the procedure and move no status: they may be dated back past its last step. */
const besideTheProcedure: ReadonlySet<CommandName> = new Set([
  'assignMediator',
  'recordReply',
  'holdMediation',
  'recordPayment',
  'extendHandling',
  'fireRung',
]);

/** A fact is never recorded ahead of itself, nor does a step take effect before the one it follows (invariant 15). */
function faultsOfDay(command: Command, state: State, at: Circumstances): Refusal[] {
  if (at.on > at.today) return [{ code: 'dateInFuture', field: 'occurredOn' }];
  if (state.status === 'none') return [];
  const earliest = besideTheProcedure.has(command.name) ? state.claim.contract.concludedOn : state.since;
  return at.on < earliest ? [{ code: 'beforePreviousStep', field: 'occurredOn', params: { since: earliest } }] : [];
}

function lodge({ claim, acceptingOffice }: CommandBody<'lodge'>, at: Circumstances): Outcome {
  const faults = faultsOfClaim(claim, at.on);
  if (faults.length > 0) return refuse(...faults);
  return accept({
    type: 'ClaimLodged',
    data: {
      caseNumber: caseNumber('overduePayment', Number(at.on.slice(0, 4)), at.caseId),
      acceptingOffice,
      claim,
      total: sum(claim.lines.map((line) => line.amount)),
      disputed: sum(claim.lines.map((line) => line.disputed)),
    },
  });
}

function supplyMaterials(body: CommandBody<'supplyMaterials'>, state: Existing): Outcome {
  const faults = body.respondent ? faultsOfRespondent(body.respondent, 'respondent') : [];
  if (body.respondent?.creditCode && body.respondent.creditCode === state.claim.complainant.creditCode) {
    faults.push({ code: 'sameParty', field: 'respondent.creditCode' });
  }
  return faults.length > 0 ? refuse(...faults) : accept({ type: 'Resubmitted', data: body });
}

function receiveMaterials(state: Existing): Outcome {
  return state.handlingOffice
    ? accept({ type: 'MaterialsReceived', data: { handlingAuthority: state.handlingOffice } })
    : refuse({ code: 'noHandlingOffice' });
}

function assignMediator({ mediator }: CommandBody<'assignMediator'>, state: Existing): Outcome {
  return state.mediator?.id === mediator.id
    ? refuse({ code: 'alreadyMediator', field: 'mediator' })
    : accept({ type: 'MediatorAssigned', data: { mediator, previous: state.mediator } });
}

function recordReply(body: CommandBody<'recordReply'>, state: Existing): Outcome {
  return exceeds(body.admitted, state.total)
    ? refuse({ code: 'admittedExceedsClaim', field: 'admitted', params: { claimed: state.total } })
    : accept({ type: 'RespondentReplied', data: body });
}

function agreeSettlement(body: CommandBody<'agreeSettlement'>, state: Existing, at: Circumstances): Outcome {
  const faults: Refusal[] = [];
  if (!state.mediator) faults.push({ code: 'noMediator' });
  if (isZero(body.total)) faults.push({ code: 'amountNotPositive', field: 'total' });
  if (body.instalments.length === 0) faults.push({ code: 'noInstalments', field: 'instalments' });
  body.instalments.forEach((instalment, i) => {
    if (isZero(instalment.amount)) faults.push({ code: 'amountNotPositive', field: `instalments[${i}].amount` });
    if (instalment.dueOn < at.on) faults.push({ code: 'dueBeforeSettlement', field: `instalments[${i}].dueOn` });
    const previous = body.instalments[i - 1];
    if (previous && instalment.dueOn < previous.dueOn) {
      faults.push({ code: 'instalmentsOutOfOrder', field: `instalments[${i}].dueOn` });
    }
  });
  const together = sum(body.instalments.map((instalment) => instalment.amount));
  if (together !== body.total && body.instalments.length > 0) {
    faults.push({ code: 'instalmentsDoNotAddUp', field: 'total', params: { together } });
  }
  if (faults.length > 0) return refuse(...faults);
  const instalments = body.instalments.map((instalment, i) => ({ instalment: i + 1, ...instalment }));
  return accept({ type: 'SettlementAgreed', data: { ...body, instalments } });
}

function recordPayment(body: CommandBody<'recordPayment'>, state: Existing): Outcome {
  const faults: Refusal[] = [];
  const open = outstanding(state);
  if (isZero(body.amount)) faults.push({ code: 'amountNotPositive', field: 'amount' });
  if (exceeds(body.amount, open))
    faults.push({ code: 'exceedsOutstanding', field: 'amount', params: { outstanding: open } });
  if (body.instalment !== null && !state.settlement?.instalments.some((one) => one.instalment === body.instalment)) {
    faults.push({ code: 'noSuchInstalment', field: 'instalment' });
  }
  if (faults.length > 0) return refuse(...faults);
  const left: Money = minus(open, body.amount);
  return accept({ type: 'PaymentRecorded', data: { payment: state.payments.length + 1, ...body, outstanding: left } });
}

function extendHandling(body: CommandBody<'extendHandling'>, state: Existing, at: Circumstances): Outcome {
  const { regular, longest } = handlingDays;
  if (state.extendedTo !== null) return refuse({ code: 'alreadyExtended', params: { totalDays: state.extendedTo } });
  if (body.totalDays <= regular || body.totalDays > longest) {
    return refuse({ code: 'extensionBeyondLaw', field: 'totalDays', params: { regular, longest } });
  }
  return accept({ type: 'HandlingExtended', data: { ...body, approvedBy: at.actor } });
}

function issueResult(body: CommandBody<'issueResult'>, state: Existing): Outcome {
  const open = outstanding(state);
  const faults: Refusal[] = [];
  if (body.outcome === 'paidInFull' && !isZero(open)) {
    faults.push({ code: 'notPaidInFull', field: 'outcome', params: { outstanding: open } });
  }
  if (body.outcome === 'settled' && !state.settlement) faults.push({ code: 'noSettlement', field: 'outcome' });
  if (body.outcome === 'partlyPaid' && state.payments.length === 0)
    faults.push({ code: 'nothingPaid', field: 'outcome' });
  if (faults.length > 0) return refuse(...faults);
  return accept({ type: 'ResultIssued', data: { ...body, paid: paid(state), outstanding: open } });
}
