import type { InterestInput, InterestSheet } from '@redress/deadlines/interest/interest.js';
import type { Scopes } from '@redress/deadlines/payment/scope-tests.js';
import type { FoldedEvent } from '../shared/case-kind.js';
import type { Money } from '../shared/money.js';
import type { Contact, Respondent, SizeType } from '../shared/party.js';
import type { EventsOf, Lodging, Party, ProcedureShapes } from '../shared/procedure/events.js';
import { procedureSchemas } from '../shared/procedure/schemas.js';
import type { EvidenceRef, OfficeRef, PersonRef } from '../shared/reference.js';
import type { Claim, LineDue } from './claim.js';
import type { Article, Finding } from './findings.js';
import type { PartiesFound } from './scope.js';

/** Streams of overdue-payment claims (拖欠款项): `overduePayment-<case id>`. */
export const category = 'overduePayment';

export const streamOf = (caseId: string): string => `${category}-${caseId}`;

/** 工信部企业〔2021〕224号 Art. 6; beside these stand grounds which the operator switches on. */
export type DeclineGround = 'notAPurchase' | 'otherForum' | 'otherByLaw';
export type MediationOutcome = 'agreed' | 'adjourned' | 'failed';
export type Outcome = 'paidInFull' | 'settled' | 'partlyPaid' | 'notSettled' | 'unfounded';
export type FeedbackRecipient = 'complainant' | 'acceptingAuthority';
export type PaymentMethod = 'bankTransfer' | 'bill' | 'electronicCertificate' | 'cash' | 'other';
export type AllocationOrder = 'interestFirst' | 'principalFirst' | 'agreed';

export interface Instalment {
  readonly instalment: number;
  readonly dueOn: string;
  readonly amount: Money;
}

/** The paper of an act. */
export interface ActDocument {
  readonly title: string;
  readonly number: string | null;
}

/** What a payment pays: Civil Code Art. 561 unless agreed otherwise. The four parts make up the amount. */
export interface PaymentAllocation {
  readonly order: AllocationOrder;
  readonly costs: Money;
  readonly interest: Money;
  readonly principal: Money;
  /** How much of the principal is of the undisputed part, which is paid first (Art. 15). */
  readonly ofUndisputed: Money;
}

interface IntakeShapes {
  /** `receivedOn` is null where it was not recorded: the day of the event then. `scopes` likewise, `due` is empty. */
  ClaimLodged: {
    caseNumber: string;
    acceptingOffice: OfficeRef;
    lodging: Omit<Lodging, 'receivedOn'> & { readonly receivedOn: string | null };
    claim: Claim;
    total: Money;
    disputed: Money;
    due: readonly LineDue[];
    scopes: Scopes | null;
  };
  ScopeExamined: PartiesFound & { reason: string; scopes: Scopes };
  /** A day was corrected from which the term of a line counts: when each line fell due, by the true days. */
  DueDatesRecomputed: { due: readonly LineDue[] };
  /** With another respondent come other dates and scopes; null where it stays. */
  Resubmitted: {
    statement: string;
    evidence: readonly EvidenceRef[];
    respondent: Respondent | null;
    due: readonly LineDue[] | null;
    scopes: Scopes | null;
  };
  FormallyAccepted: { acceptingAuthority: OfficeRef };
  /** A `DeclineGround`, or the code of a ground of the operator's own. */
  ClaimDeclined: { ground: string; reason: string };
  Transferred: { to: OfficeRef; ground: string };
  MaterialsReceived: { handlingAuthority: OfficeRef };
  MediatorAssigned: { mediator: PersonRef; previous: PersonRef | null };
  ClaimWithdrawn: { reason: string };
  /** The complainant has sued or gone to arbitration meanwhile. */
  ProceedingsRecorded: { forum: 'court' | 'arbitration'; body: string; number: string; filedOn: string };
}

interface RespondentShapes {
  /** Art. 25¶3: the handling authority presses for the answer, and for the undisputed part with it. */
  RespondentAnswerDemanded: { demand: number; dueOn: string; undisputed: Money; document: ActDocument };
  UndisputedPartPressed: { amount: Money; dueOn: string; document: ActDocument };
  RespondentReplied: { by: 'respondent' | 'office'; statement: string; admitted: Money; contact: Contact | null };
  ReplyAssessed: { proper: boolean; reason: string };
  PartsDisputed: {
    by: 'respondent' | 'office';
    lines: readonly { line: number; disputed: Money; reason: string }[];
    disputed: Money;
    undisputed: Money;
  };
  SupervisoryOrderIssued: Act & { order: number; ground: 'noAnswer' | 'improperAnswer'; dueOn: string };
  FormalInterviewHeld: Act & { place: string; attendees: readonly string[]; minutes: string };
  PublicCircularIssued: Act & { published: string; text: string };
  CorrectionOrdered: Act & { with: 'formalInterview' | 'publicCircular'; dueOn: string; demands: string };
}

/** An act of the ladder against the respondent: its paper, what it does, and the article it rests on. */
interface Act {
  readonly document: ActDocument;
  readonly effect: string;
  readonly article: '25¶3';
}

interface MoneyShapes {
  MediationHeld: { place: string; attendees: readonly string[]; minutes: string; outcome: MediationOutcome };
  InstalmentsOffered: { offer: number; total: Money; instalments: readonly Instalment[]; terms: string };
  InstalmentsDeclined: { offer: number; reason: string };
  SettlementAgreed: { total: Money; instalments: readonly Instalment[]; terms: string };
  /** All is paid that was due up to this instalment, on the day of the payment by which it was. */
  InstalmentPaid: { instalment: number; dueOn: string };
  /** As the payments read now it was not paid: `takesBack` names the event that said so, `open` is what is to be paid up to it. */
  InstalmentReopened: { instalment: number; dueOn: string; open: Money; takesBack: string };
  /** `open`: what was to be paid up to this instalment and is not. The case is handled again. */
  InstalmentMissed: { instalment: number; dueOn: string; open: Money };
  PaymentClaimed: { proof: number; amount: Money; paidOn: string; method: PaymentMethod; reference: string };
  PaymentProofRejected: { proof: number; reason: string };
  PaymentRecorded: {
    payment: number;
    amount: Money;
    instalment: number | null;
    method: PaymentMethod;
    reference: string;
    outstanding: Money;
    proof: number | null;
    allocation: PaymentAllocation;
  };
  NonCashOffered: {
    offer: number;
    instrument: 'bill' | 'electronicCertificate';
    amount: Money;
    maturesOn: string;
    terms: string;
  };
  /** Art. 11: never forced. */
  NonCashAnswered: { offer: number; accepted: boolean; reason: string };
  /** The sheet as it was computed, with its inputs: nothing is left to be guessed. */
  SheetAttached: { sheet: number; title: string; interest: Money; input: InterestInput; result: InterestSheet };
}

interface SideShapes {
  /** Art. 29: put to the SME department, county level or above, of the place of the claimed SME. */
  SizeDisputeRaised: { of: Party; by: Party; ground: string; to: OfficeRef };
  SizeDisputeDecided: { of: Party; size: SizeType; document: ActDocument; reason: string; scopes: Scopes };
  /** Anti-Unfair Competition Law 2025, Art. 15 and 31. */
  MarketRegulationReferred: { referral: number; to: OfficeRef; ground: string; receipt: string };
  ReferralAnswered: {
    referral: number;
    level: 'province' | 'belowProvince';
    decision: 'correctionOrdered' | 'fined' | 'noAction';
    fine: Money | null;
    dueOn: string | null;
    reason: string;
  };
  /** Art. 26: only where bad credit was found under law. */
  BadCreditDecided: {
    found: { by: string; law: string; document: string; on: string };
    serious: boolean;
    recordedIn: readonly string[];
    reason: string;
  };
  ReceivableConfirmationRequested: { request: number; amount: Money; financier: string | null };
  ReceivableConfirmed: { request: number; amount: Money };
  ReceivableConfirmationRefused: { request: number; reason: string };
  FindingRecorded: { finding: Finding; line: number | null; facts: string } & Article;
}

interface ResultShapes {
  HandlingExtended: { totalDays: number; reason: string; approvedBy: PersonRef };
  ResultIssued: { outcome: Outcome; summary: string; paid: Money; outstanding: Money };
  ResultFedBack: { to: FeedbackRecipient; how: string };
}

interface Shapes extends ProcedureShapes, IntakeShapes, RespondentShapes, MoneyShapes, SideShapes, ResultShapes {}

/** An event as the decider makes it; ids, revision and hash are the store's and the handler's. */
export type OverduePaymentEvent = EventsOf<Shapes>;
export type OverduePaymentEventType = OverduePaymentEvent['type'];

/** An event with its id and the day in Shanghai on which it took effect. */
export type DatedEvent = OverduePaymentEvent & Pick<FoldedEvent, 'id' | 'revision' | 'on'>;

/** Every type with its schema version; names are storage formats, to be changed with an upcaster only (invariant 5). */
export const schemas: Readonly<Record<OverduePaymentEventType, number>> = {
  ...procedureSchemas,
  // 2: how it came in, the terms of the lines, when each fell due, and the tests of scope.
  ClaimLodged: 2,
  ScopeExamined: 1,
  DueDatesRecomputed: 1,
  // 2: the dates and scopes of another respondent.
  Resubmitted: 2,
  FormallyAccepted: 1,
  ClaimDeclined: 1,
  Transferred: 1,
  MaterialsReceived: 1,
  MediatorAssigned: 1,
  ClaimWithdrawn: 1,
  ProceedingsRecorded: 1,
  RespondentAnswerDemanded: 1,
  UndisputedPartPressed: 1,
  // 2: who brought it.
  RespondentReplied: 2,
  ReplyAssessed: 1,
  PartsDisputed: 1,
  SupervisoryOrderIssued: 1,
  FormalInterviewHeld: 1,
  PublicCircularIssued: 1,
  CorrectionOrdered: 1,
  MediationHeld: 1,
  InstalmentsOffered: 1,
  InstalmentsDeclined: 1,
  SettlementAgreed: 1,
  InstalmentPaid: 1,
  InstalmentReopened: 1,
  InstalmentMissed: 1,
  PaymentClaimed: 1,
  PaymentProofRejected: 1,
  // 2: what it pays, and the proof it rests on.
  PaymentRecorded: 2,
  NonCashOffered: 1,
  NonCashAnswered: 1,
  SheetAttached: 1,
  SizeDisputeRaised: 1,
  SizeDisputeDecided: 1,
  MarketRegulationReferred: 1,
  ReferralAnswered: 1,
  BadCreditDecided: 1,
  ReceivableConfirmationRequested: 1,
  ReceivableConfirmed: 1,
  ReceivableConfirmationRefused: 1,
  FindingRecorded: 1,
  HandlingExtended: 1,
  ResultIssued: 1,
  ResultFedBack: 1,
};
