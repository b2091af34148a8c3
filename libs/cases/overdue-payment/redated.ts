import type { OverduePaymentEvent } from './events.js';
import { acts } from './evolve-file.js';
import type { File, Ladder, Payment, Settlement } from './file.js';
import { settlementPaidOn } from './owed.js';

type EventType = OverduePaymentEvent['type'];

/** Lists of which the last members came by the last events of a type, one by one. */
const listed = {
  replies: 'RespondentReplied',
  offers: 'InstalmentsOffered',
  proofs: 'PaymentClaimed',
  nonCash: 'NonCashOffered',
  settlements: 'SettlementAgreed',
  sizeDisputes: 'SizeDisputeRaised',
  referrals: 'MarketRegulationReferred',
  confirmations: 'ReceivableConfirmationRequested',
  extensions: 'HandlingExtended',
} as const satisfies Partial<Record<keyof File, EventType>>;

/** The file once the day of an event was corrected: every day that came by it reads as the correction does. */
export function redated(file: File, event: string, on: string): Partial<File> {
  const { events } = file.procedure;
  const came = <T extends { readonly on: string }>(list: readonly T[], type: EventType): readonly T[] => {
    const by = events.filter((one) => one.type === type).slice(-list.length);
    return list.map((one, i) => (by[i]?.id === event ? { ...one, on } : one));
  };
  const dated: File = {
    ...file,
    replies: came(file.replies, listed.replies),
    offers: came(file.offers, listed.offers),
    proofs: came(file.proofs, listed.proofs),
    nonCash: came(file.nonCash, listed.nonCash),
    settlements: came(file.settlements, listed.settlements).map((one) => ({
      ...one,
      paid: paidRedated(one, event, on),
    })),
    sizeDisputes: came(file.sizeDisputes, listed.sizeDisputes),
    referrals: came(file.referrals, listed.referrals),
    confirmations: came(file.confirmations, listed.confirmations),
    extensions: came(file.extensions, listed.extensions),
    ladder: ladderRedated(file, event, on),
    lodgedOn: events[0]?.id === event ? on : file.lodgedOn,
    receivedOn: file.receivedOn !== null && isLast(file, 'MaterialsReceived', event) ? on : file.receivedOn,
    since: file.sinceEvent === event ? on : file.since,
    lastActOn: lastAct(file, event),
  };
  const payments = file.payments.map((one) => (one.event === event ? repaidOn(dated, one, on) : one));
  return { ...dated, payments };
}

function paidRedated({ paid }: Settlement, event: string, on: string): Settlement['paid'] {
  return paid.map((one) => (one.event === event ? { ...one, on } : one));
}

function ladderRedated(file: File, event: string, on: string): Ladder {
  const { demand, order, interviewedOn, circularOn } = file.ladder;
  const cameBy = (type: EventType) => isLast(file, type, event);
  return {
    demand: demand && cameBy('RespondentAnswerDemanded') ? { ...demand, on } : demand,
    order: order && cameBy('SupervisoryOrderIssued') ? { ...order, on } : order,
    interviewedOn: cameBy('FormalInterviewHeld') ? on : interviewedOn,
    circularOn: cameBy('PublicCircularIssued') ? on : circularOn,
  };
}

function isLast({ procedure: { events } }: File, type: EventType, event: string): boolean {
  return events.findLast((one) => one.type === type)?.id === event;
}

/** By the days of the acts as they read now; what is no act moves it not. */
function lastAct({ lastActOn, procedure: { events } }: File, event: string): string {
  if (!events.some(({ id, type }) => id === event && acts.has(type as EventType))) return lastActOn;
  const days = events.filter(({ type }, i) => i === 0 || acts.has(type as EventType)).map(({ on }) => on);
  return days.reduce((last, on) => (on > last ? on : last), '');
}

/** A payment recorded before a settlement was agreed is none of it on the settlement's own day: that covers what was open. */
function repaidOn(file: File, payment: Payment, paidOn: string): Payment {
  const { events } = file.procedure;
  const recorded = events.findIndex(({ id }) => id === payment.event);
  const agreed = events.flatMap(({ type }, i) => (type === listed.settlements ? [i] : []));
  const settlements = file.settlements.filter(({ on }, i) => on < paidOn || recorded > agreed[i]!);
  return { ...payment, paidOn, settlement: settlementPaidOn({ ...file, settlements }, paidOn) };
}
