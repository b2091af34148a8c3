import type { Money } from '../shared/money.js';
import type { Complainant, Contact, Respondent } from '../shared/party.js';

/** Streams of overdue-payment claims (拖欠款项): `overduePayment-<case id>`. */
export const category = 'overduePayment';

export const streamOf = (caseId: string): string => `${category}-${caseId}`;

/** Both readings of one name, as the screens show it. */
export interface Name {
  readonly zh: string;
  readonly en: string;
}

/** An office as it was called on the day of the event. */
export interface OfficeRef {
  readonly id: string;
  readonly name: Name;
  readonly district: string | null;
}

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export interface Contract {
  readonly title: string;
  readonly number: string | null;
  readonly subject: 'goods' | 'works' | 'services';
  /** PlainDate. */
  readonly concludedOn: string;
  /** Payment was made conditional on a third party's payment (背靠背条款): to be shown as void, 法释〔2024〕11号. */
  readonly payWhenPaid: boolean;
}

/** One delivery or acceptance and what is owed for it; lines are numbered from 1. */
export interface Line {
  readonly line: number;
  readonly description: string;
  readonly deliveredOn: string;
  readonly workAcceptedOn: string | null;
  /** Null where the contract agrees no term: the due date then follows from Order 802, Art. 9. */
  readonly agreedDueOn: string | null;
  readonly amount: Money;
  /** The part the respondent disputes; the rest is the undisputed part (无争议部分, Art. 15). */
  readonly disputed: Money;
}

export type EvidenceKind =
  | 'licence'
  | 'contract'
  | 'delivery'
  | 'workAcceptance'
  | 'statement'
  | 'invoice'
  | 'reminder'
  | 'correspondence'
  | 'other';

export interface EvidenceRef {
  readonly kind: EvidenceKind;
  readonly title: string;
  /** Where the paper is to be found: a file name or a number in the office's own register. */
  readonly reference: string;
}

export interface Claim {
  readonly complainant: Complainant;
  readonly respondent: Respondent;
  readonly contract: Contract;
  readonly lines: readonly Line[];
  readonly request: string;
  readonly facts: string;
  readonly evidence: readonly EvidenceRef[];
  /** The promises of 工信部企业〔2021〕224号 Art. 5(4): the matter is nowhere else, and the materials are true. */
  readonly promises: { readonly noOtherForum: true; readonly truth: true; readonly signatory: string };
}

export type DeclineGround = 'notAPurchase' | 'otherForum' | 'otherByLaw';
export type TerminationGround =
  'takenToCourtOrArbitration' | 'falseComplaint' | 'paidOutsideTheCase' | 'complainantUnreachable' | 'other';
export type MediationOutcome = 'agreed' | 'adjourned' | 'failed';
export type Outcome = 'paidInFull' | 'settled' | 'partlyPaid' | 'notSettled' | 'unfounded';
export type FeedbackRecipient = 'complainant' | 'acceptingAuthority';
export type PaymentMethod = 'bankTransfer' | 'bill' | 'electronicCertificate' | 'cash' | 'other';

export interface Instalment {
  readonly instalment: number;
  readonly dueOn: string;
  readonly amount: Money;
}

/** Why a rung fired, as it was decided (invariants 10 and 13). */
export interface FiredRung {
  /** Law pack rule the clock runs by. */
  readonly clock: string;
  /** `case`, a line, or an instalment. */
  readonly subject: string;
  /** Id of the event which opened this run of the clock. */
  readonly run: string;
  readonly rung: string;
  readonly policy: string;
  /** Days the policy sets: when the rung was due, and when the clock itself is. */
  readonly rungDueOn: string;
  readonly clockDueOn: string;
  readonly tells: string;
  readonly act: string;
  readonly title: Name;
  /** The rung's day had passed before it could fire (a late scheduler, a new date). */
  readonly late: boolean;
  readonly explanation: unknown;
}

interface Shapes {
  ClaimLodged: { caseNumber: string; acceptingOffice: OfficeRef; claim: Claim; total: Money; disputed: Money };
  SupplementRequested: { defects: readonly { item: string; what: string }[] };
  Resubmitted: { statement: string; evidence: readonly EvidenceRef[]; respondent: Respondent | null };
  FormallyAccepted: { acceptingAuthority: OfficeRef };
  ClaimDeclined: { ground: DeclineGround; reason: string };
  Transferred: { to: OfficeRef; ground: string };
  MaterialsReceived: { handlingAuthority: OfficeRef };
  MediatorAssigned: { mediator: PersonRef; previous: PersonRef | null };
  RespondentReplied: { statement: string; admitted: Money; contact: Contact | null };
  MediationHeld: { place: string; attendees: readonly string[]; minutes: string; outcome: MediationOutcome };
  SettlementAgreed: { total: Money; instalments: readonly Instalment[]; terms: string };
  PaymentRecorded: {
    payment: number;
    amount: Money;
    instalment: number | null;
    method: PaymentMethod;
    reference: string;
    outstanding: Money;
  };
  HandlingExtended: { totalDays: number; reason: string; approvedBy: PersonRef };
  ResultIssued: { outcome: Outcome; summary: string; paid: Money; outstanding: Money };
  ResultFedBack: { to: FeedbackRecipient; how: string };
  ClaimWithdrawn: { reason: string };
  HandlingTerminated: { ground: TerminationGround; reason: string };
  RungFired: FiredRung;
}

export type OverduePaymentEventType = keyof Shapes;

/** An event as the decider makes it; ids, revision and hash are the store's and the handler's. */
export type OverduePaymentEvent = {
  [T in OverduePaymentEventType]: { readonly type: T; readonly data: Readonly<Shapes[T]> };
}[OverduePaymentEventType];

/** Every type with its schema version; names are storage formats, to be changed with an upcaster only (invariant 5). */
export const schemas: Readonly<Record<OverduePaymentEventType, number>> = {
  ClaimLodged: 1,
  SupplementRequested: 1,
  Resubmitted: 1,
  FormallyAccepted: 1,
  ClaimDeclined: 1,
  Transferred: 1,
  MaterialsReceived: 1,
  MediatorAssigned: 1,
  RespondentReplied: 1,
  MediationHeld: 1,
  SettlementAgreed: 1,
  PaymentRecorded: 1,
  HandlingExtended: 1,
  ResultIssued: 1,
  ResultFedBack: 1,
  ClaimWithdrawn: 1,
  HandlingTerminated: 1,
  RungFired: 1,
};
