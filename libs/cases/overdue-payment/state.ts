import { minus, nothing, sum, type Money } from '../shared/money.js';
import type { Claim, FeedbackRecipient, Instalment, OfficeRef, OverduePaymentEvent, PersonRef } from './events.js';

export const statuses = [
  'lodged',
  'returnedForSupplement',
  'accepted',
  'transferred',
  'inHandling',
  'settled',
  'resultIssued',
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
] as const;

export type Status = (typeof statuses)[number];

/** Nothing more is owed by any office in these. */
export const closed: ReadonlySet<Status> = new Set(['concluded', 'declined', 'withdrawn', 'terminated']);

export interface Payment {
  readonly payment: number;
  readonly amount: Money;
  readonly instalment: number | null;
  readonly paidOn: string;
  /** Pays the settlement: made on its day or later, and recorded after it. */
  readonly settles: boolean;
}

/** A settlement covers what was open when it was agreed: a payment made before it, whenever recorded, pays none of it. */
export interface Settlement {
  readonly on: string;
  readonly total: Money;
  readonly instalments: readonly Instalment[];
}

/** What the file holds whatever its status; the claim is as last submitted. */
export interface File {
  readonly caseNumber: string;
  readonly claim: Claim;
  readonly total: Money;
  readonly acceptingOffice: OfficeRef;
  readonly lodgedOn: string;
  readonly handlingOffice: OfficeRef | null;
  /** PlainDate on which the handling authority received the materials. */
  readonly receivedOn: string | null;
  readonly mediator: PersonRef | null;
  readonly settlement: Settlement | null;
  readonly payments: readonly Payment[];
  readonly extensions: readonly { readonly totalDays: number; readonly on: string }[];
  /** PlainDate of the latest act of the handling: no result can have been formed before what it rests on. */
  readonly lastActOn: string;
  readonly fedBackTo: readonly FeedbackRecipient[];
  /** Keys of the rungs fired, `clock|subject|run|rung` (invariant 13). */
  readonly firedRungs: readonly string[];
  /** PlainDate on which the status was reached: no later step may take effect before it. */
  readonly since: string;
}

export type State = { readonly status: 'none' } | ({ readonly status: Status } & File);
export type Existing = Exclude<State, { status: 'none' }>;

export const initial: State = { status: 'none' };

/** An event with the day in Shanghai on which it took effect. */
export type DatedEvent = OverduePaymentEvent & { readonly on: string };

/**
 * The fold. It judges nothing and never throws: a state as of a past moment is the fold of events with gaps
 * (invariant 15), so an event finds whatever there is. Events before the lodging is known leave nothing to show.
 */
export function evolve(state: State, event: DatedEvent): State {
  if (event.type === 'ClaimLodged') {
    const { caseNumber, acceptingOffice, claim, total } = event.data;
    return {
      status: 'lodged',
      caseNumber,
      claim,
      total,
      acceptingOffice,
      lodgedOn: event.on,
      handlingOffice: null,
      receivedOn: null,
      mediator: null,
      settlement: null,
      payments: [],
      extensions: [],
      lastActOn: event.on,
      fedBackTo: [],
      firedRungs: [],
      since: event.on,
    };
  }
  if (state.status === 'none') return state;
  const moved = (status: Status, changes: Partial<File> = {}): State => ({
    ...state,
    ...changes,
    status,
    since: event.on,
  });
  switch (event.type) {
    case 'SupplementRequested':
      return moved('returnedForSupplement');
    case 'Resubmitted':
      return moved('lodged', { claim: resubmitted(state.claim, event.data) });
    case 'FormallyAccepted':
      return moved('accepted');
    case 'ClaimDeclined':
      return moved('declined');
    case 'Transferred':
      return moved('transferred', { handlingOffice: event.data.to });
    case 'MaterialsReceived':
      return moved('inHandling', { handlingOffice: event.data.handlingAuthority, receivedOn: event.on });
    case 'MediatorAssigned':
      return { ...state, mediator: event.data.mediator };
    case 'RespondentReplied':
    case 'MediationHeld':
      return { ...state, ...actedOn(state, event.on) };
    case 'SettlementAgreed':
      return moved('settled', {
        settlement: { on: event.on, total: event.data.total, instalments: event.data.instalments },
        ...actedOn(state, event.on),
      });
    case 'PaymentRecorded': {
      const { payment, amount, instalment } = event.data;
      const recorded = { payment, amount, instalment, paidOn: event.on, settles: paysSettlement(state, event.on) };
      return { ...state, payments: [...state.payments, recorded], ...actedOn(state, event.on) };
    }
    case 'HandlingExtended':
      return {
        ...state,
        extensions: [...state.extensions, { totalDays: event.data.totalDays, on: event.on }],
        ...actedOn(state, event.on),
      };
    case 'ResultIssued':
      return moved('resultIssued');
    case 'ResultFedBack': {
      const fedBackTo = [...new Set([...state.fedBackTo, event.data.to])];
      return fedBackTo.length === 2 ? moved('concluded', { fedBackTo }) : { ...state, fedBackTo };
    }
    case 'ClaimWithdrawn':
      return moved('withdrawn');
    case 'HandlingTerminated':
      return moved('terminated');
    case 'RungFired':
      return { ...state, firedRungs: [...state.firedRungs, rungKey(event.data)] };
    default: {
      // An event of a later release: what this release cannot read it leaves alone.
      const unknown: never = event;
      return unknown && state;
    }
  }
}

function actedOn({ lastActOn }: File, on: string): Pick<File, 'lastActOn'> {
  return { lastActOn: on > lastActOn ? on : lastActOn };
}

function resubmitted(claim: Claim, data: Extract<OverduePaymentEvent, { type: 'Resubmitted' }>['data']): Claim {
  return {
    ...claim,
    respondent: data.respondent ?? claim.respondent,
    evidence: [...claim.evidence, ...data.evidence],
  };
}

export function rungKey(rung: { clock: string; subject: string; run: string; rung: string }): string {
  return [rung.clock, rung.subject, rung.run, rung.rung].join('|');
}

export function paid(file: File): Money {
  return sum(file.payments.map((payment) => payment.amount));
}

/** Whether a payment made on this day and recorded now would pay the settlement, and not the claim as it stood before. */
export function paysSettlement(file: File, on: string): boolean {
  return file.settlement !== null && on >= file.settlement.on;
}

/** What is still to be paid: of the settlement once there is one, else of the sum claimed; never below nothing. */
export function outstanding(file: File): Money {
  return leftOf(file, file.settlement !== null);
}

/** What a payment made on this day can still pay: one made before the settlement pays the claim as it stood then. */
export function payable(file: File, on: string): Money {
  return leftOf(file, paysSettlement(file, on));
}

function leftOf({ settlement, total, payments }: File, settles: boolean): Money {
  const owed = settles && settlement ? settlement.total : total;
  const left = minus(owed, sum(payments.filter((one) => one.settles === settles).map(({ amount }) => amount)));
  return left.startsWith('-') ? nothing : left;
}
