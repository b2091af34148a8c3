import type { Money } from '../shared/money.js';
import type { SizeType } from '../shared/party.js';
import type { Lodging, Party } from '../shared/procedure/events.js';
import type { Procedure } from '../shared/procedure/state.js';
import type { PersonRef } from '../shared/reference.js';
import type { Claim, LineDue } from './claim.js';
import type { FeedbackRecipient, Instalment, PaymentMethod } from './events.js';
import type { Finding } from './findings.js';
import type { PartiesFound } from './scope.js';

export interface Payment {
  readonly payment: number;
  /** Id of the event: a correction names it. */
  readonly event: string;
  readonly amount: Money;
  /** What of the amount pays the principal, or the settlement; the rest pays costs and interest. */
  readonly principal: Money;
  readonly interest: Money;
  readonly instalment: number | null;
  readonly method: PaymentMethod;
  readonly paidOn: string;
  /** Number of the settlement it pays: one made before a settlement, whenever recorded, pays none of it. Null: the claim. */
  readonly settlement: number | null;
}

/** A settlement covers what was open when it was agreed. */
export interface Settlement {
  readonly on: string;
  readonly total: Money;
  readonly instalments: readonly Instalment[];
  readonly missed: readonly number[];
  /** The instalments recorded as paid, each with the event that stands for it and its day. */
  readonly paid: readonly { readonly instalment: number; readonly event: string; readonly on: string }[];
}

export interface Reply {
  readonly on: string;
  /** Null until it is assessed. */
  readonly proper: boolean | null;
}

/** The acts of Art. 25¶3 against the respondent, by their last. */
export interface Ladder {
  readonly demand: { readonly on: string; readonly dueOn: string } | null;
  /** `answers`: how many were on the file before it, for one of the same day may have come first. */
  readonly order: {
    readonly order: number;
    readonly on: string;
    readonly dueOn: string;
    readonly answers: number;
  } | null;
  readonly interviewedOn: string | null;
  readonly circularOn: string | null;
}

/** What a party put forward and another still has to answer. */
export interface Offer {
  readonly offer: number;
  readonly on: string;
  readonly answered: boolean;
}

export interface NonCashOffer extends Offer {
  readonly amount: Money;
  readonly accepted: boolean;
}

export interface Referral {
  readonly referral: number;
  readonly on: string;
  readonly decided: 'correctionOrdered' | 'fined' | 'noAction' | null;
}

export interface Confirmation {
  readonly request: number;
  readonly on: string;
  readonly amount: Money;
  readonly open: boolean;
}

export interface SizeDispute {
  readonly of: Party;
  readonly on: string;
  readonly decided: SizeType | null;
}

/** What the file holds whatever its status; the claim is as last submitted, disputed and corrected. */
export interface File {
  readonly caseNumber: string;
  readonly lodging: Omit<Lodging, 'receivedOn'>;
  readonly claim: Claim;
  /** A supplement named another respondent than the lodging. */
  readonly respondentNamedSince: boolean;
  readonly total: Money;
  readonly due: readonly LineDue[];
  /** What the two tests of scope go by, as last found; null while nobody looked (claims of schema 1). */
  readonly parties: PartiesFound | null;
  /** The tests' answers; null as above. */
  readonly scope: { readonly is802: boolean; readonly isPEPL67: boolean } | null;
  readonly procedure: Procedure;
  readonly lodgedOn: string;
  /** PlainDate on which the handling authority received the materials. */
  readonly receivedOn: string | null;
  readonly mediator: PersonRef | null;
  readonly proceedings: boolean;
  readonly replies: readonly Reply[];
  readonly ladder: Ladder;
  readonly offers: readonly Offer[];
  readonly proofs: readonly Offer[];
  readonly nonCash: readonly NonCashOffer[];
  readonly settlements: readonly Settlement[];
  readonly payments: readonly Payment[];
  /** Interest of the last sheet attached. */
  readonly sheets: number;
  readonly interest: Money;
  readonly sizeDisputes: readonly SizeDispute[];
  readonly referrals: readonly Referral[];
  readonly badCreditDecided: boolean;
  readonly confirmations: readonly Confirmation[];
  readonly findings: readonly { readonly finding: Finding; readonly line: number | null }[];
  readonly extensions: readonly { readonly totalDays: number; readonly on: string }[];
  /** PlainDate of the latest act of the handling: no result can have been formed before what it rests on. */
  readonly lastActOn: string;
  readonly fedBackTo: readonly FeedbackRecipient[];
  /** PlainDate on which the status was reached, and the event which did it: no later step may take effect before. */
  readonly since: string;
  readonly sinceEvent: string;
}
