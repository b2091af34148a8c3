import { caseNumber } from '../shared/case-number.js';
import { accept, refuse, type Decision, type Refusal, type RefusalCode } from '../shared/decision.js';
import { exceeds, isZero, minus, sum, type Money } from '../shared/money.js';
import { faultsOfClaim, faultsOfRespondent } from './claim-rules.js';
import { moves, type Circumstances, type Command, type CommandBody, type CommandName } from './commands.js';
import type { OverduePaymentEvent } from './events.js';
import { outstanding, paid, payable, paysSettlement, rungKey, type Existing, type State } from './state.js';

type Outcome = Decision<OverduePaymentEvent>;

/** Order 802, Art. 25¶2: 30 days, longer with the approval of the head of the department, 90 in all. */
export const handlingDays = { regular: 30, longest: 90 } as const;

/**
 * The rules of the overdue-payment claim: State Council Order 802, Art. 24 and 25; 工信部企业〔2021〕224号 for the review.
 *
 * Pure: ids and the time come with the circumstances. Every rule broken is named, not only the first.
 */
export function decide(command: Command, state: State, at: Circumstances): Outcome {
  const allowed = moves[command.name].includes(state.status);
  if (!allowed) return notAllowed(command, state);
  const outcome = act(command, state, at);
  const early = faultsOfDay(command, state, at);
  if (early.length === 0) return outcome;
  return refuse(...early, ...(outcome.outcome === 'refused' ? outcome.refusals : []));
}

function notAllowed(command: Command, state: State): Outcome {
  return refuse({ code: 'notAllowedInStatus', params: { command: command.name, status: state.status } });
}

function act(command: Command, state: State, at: Circumstances): Outcome {
  if (command.name === 'lodge') return lodge(command.body, at);
  if (state.status === 'none') return notAllowed(command, state);
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
      return transfer(command.body);
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
      return recordPayment(command.body, state, at);
    case 'extendHandling':
      return extendHandling(command.body, state, at);
    case 'issueResult':
      return issueResult(command.body, state);
    case 'feedBack':
      return feedBack(command.body, state);
    case 'withdraw':
      return accept({ type: 'ClaimWithdrawn', data: command.body });
    case 'terminate':
      return accept({ type: 'HandlingTerminated', data: command.body });
    case 'fireRung':
      return fireRung(command.body, state);
  }
}

/**
 * The first day on which an act can have taken effect. A step follows the one before it; what is recorded beside the
 * procedure moves no status and may be dated back past its last step, but not before what it answers.
 */
function earliestDay(name: CommandName, state: Existing): string {
  switch (name) {
    case 'recordPayment':
      return state.claim.contract.concludedOn;
    case 'recordReply':
      return state.lodgedOn;
    case 'assignMediator':
    case 'holdMediation':
    case 'extendHandling':
      return state.receivedOn ?? state.since;
    case 'issueResult':
      return state.lastActOn > state.since ? state.lastActOn : state.since;
    case 'fireRung':
      return state.lodgedOn;
    default:
      return state.since;
  }
}

/** A fact is never recorded ahead of itself, nor does a step take effect before the one it follows (invariant 15). */
function faultsOfDay(command: Command, state: State, at: Circumstances): Refusal[] {
  if (at.on > at.today) return [{ code: 'dateInFuture', field: 'occurredOn' }];
  if (state.status === 'none') return [];
  const earliest = earliestDay(command.name, state);
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

function transfer({ to, ground }: CommandBody<'transfer'>): Outcome {
  return to === null
    ? refuse({ code: 'notAHandlingAuthority', field: 'office' })
    : accept({ type: 'Transferred', data: { to, ground } });
}

function receiveMaterials(state: Existing): Outcome {
  return state.handlingOffice
    ? accept({ type: 'MaterialsReceived', data: { handlingAuthority: state.handlingOffice } })
    : refuse({ code: 'noHandlingOffice' });
}

function assignMediator({ mediator }: CommandBody<'assignMediator'>, state: Existing): Outcome {
  if (mediator === null) return refuse({ code: 'notAMediatorHere', field: 'mediator' });
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

function recordPayment(body: CommandBody<'recordPayment'>, state: Existing, at: Circumstances): Outcome {
  const faults: Refusal[] = [];
  const open = payable(state, at.on);
  if (isZero(body.amount)) faults.push({ code: 'amountNotPositive', field: 'amount' });
  if (exceeds(body.amount, open)) {
    faults.push({ code: 'exceedsOutstanding', field: 'amount', params: { outstanding: open } });
  }
  faults.push(...faultsOfInstalment(body.instalment, state, at.on));
  if (faults.length > 0) return refuse(...faults);
  const counts = state.settlement === null || paysSettlement(state, at.on);
  const left: Money = counts ? minus(open, body.amount) : outstanding(state);
  return accept({ type: 'PaymentRecorded', data: { payment: state.payments.length + 1, ...body, outstanding: left } });
}

function faultsOfInstalment(instalment: number | null, state: Existing, on: string): Refusal[] {
  if (instalment === null) return [];
  const { settlement } = state;
  if (!settlement?.instalments.some((one) => one.instalment === instalment)) {
    return [{ code: 'noSuchInstalment', field: 'instalment' }];
  }
  if (paysSettlement(state, on)) return [];
  return [{ code: 'paidBeforeSettlement', field: 'instalment', params: { settledOn: settlement.on } }];
}

/**
 * An extension may be raised again, up to the 90 days. It is held against those approved up to its own day alone: one
 * approved after the due date moves no clock, and must not bar one that was approved in time and is recorded late.
 */
function extendHandling(body: CommandBody<'extendHandling'>, state: Existing, at: Circumstances): Outcome {
  const { regular, longest } = handlingDays;
  if (body.totalDays <= regular || body.totalDays > longest) {
    return refuse({ code: 'extensionBeyondLaw', field: 'totalDays', params: { regular, longest } });
  }
  const before = state.extensions.find(({ totalDays, on }) => on <= at.on && totalDays >= body.totalDays);
  if (before) return refuse({ code: 'alreadyExtended', field: 'totalDays', params: { totalDays: before.totalDays } });
  return accept({ type: 'HandlingExtended', data: { ...body, approvedBy: at.actor } });
}

function issueResult(body: CommandBody<'issueResult'>, state: Existing): Outcome {
  const code = faultOfOutcome(body.outcome, state);
  const open = outstanding(state);
  if (code) return refuse({ code, field: 'outcome', params: { outstanding: open } });
  return accept({ type: 'ResultIssued', data: { ...body, paid: paid(state), outstanding: open } });
}

/** The result must say what the file says: the accepting authority and the complainant read it as the outcome. */
function faultOfOutcome(outcome: CommandBody<'issueResult'>['outcome'], state: Existing): RefusalCode | null {
  const nothingOpen = isZero(outstanding(state));
  switch (outcome) {
    case 'paidInFull':
      return nothingOpen ? null : 'notPaidInFull';
    case 'settled':
      return state.settlement ? null : 'noSettlement';
    case 'partlyPaid':
      if (state.payments.length === 0) return 'nothingPaid';
      return nothingOpen ? 'nothingOutstanding' : null;
    case 'notSettled':
    case 'unfounded':
      if (state.settlement) return 'settlementStands';
      return nothingOpen ? 'nothingOutstanding' : null;
  }
}

function feedBack(body: CommandBody<'feedBack'>, state: Existing): Outcome {
  return state.fedBackTo.includes(body.to)
    ? refuse({ code: 'alreadyFedBack', field: 'to' })
    : accept({ type: 'ResultFedBack', data: body });
}

/** Invariant 13: a rung fires once a run of its clock. */
function fireRung(body: CommandBody<'fireRung'>, state: Existing): Outcome {
  return state.firedRungs.includes(rungKey(body))
    ? refuse({ code: 'rungAlreadyFired', params: { rung: body.rung } })
    : accept({ type: 'RungFired', data: body });
}
