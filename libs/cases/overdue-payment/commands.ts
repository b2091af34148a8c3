import type { InterestInput, InterestSheet } from '@redress/deadlines/interest/interest.js';
import type { Money } from '../shared/money.js';
import type { Contact, Respondent, SizeType } from '../shared/party.js';
import { systemCommands, type LocalGround, type ProcedureBodies } from '../shared/procedure/commands.js';
import type { Lodging, Party } from '../shared/procedure/events.js';
import { procedureMoves } from '../shared/procedure/moves.js';
import type { EvidenceRef, OfficeRef, PersonRef } from '../shared/reference.js';
import type { Claim, LineDue } from './claim.js';
import type {
  ActDocument,
  DeclineGround,
  FeedbackRecipient,
  MediationOutcome,
  Outcome,
  OverduePaymentEvent,
  PaymentMethod,
} from './events.js';
import type { Finding } from './findings.js';
import type { PartiesFound } from './scope.js';
import { closed, type Status } from './state.js';

type DataOf<T extends OverduePaymentEvent['type']> = Extract<OverduePaymentEvent, { type: T }>['data'];
type Instalments = readonly { readonly dueOn: string; readonly amount: Money }[];
type Plan = { readonly total: Money; readonly instalments: Instalments; readonly terms: string };
/** Costs and interest are said where the parties agreed how the payment counts; else Civil Code Art. 561, or principal first. */
type AllocationAsked =
  | { readonly order: 'interestFirst' | 'principalFirst' }
  | { readonly order: 'agreed'; readonly costs: Money; readonly interest: Money };

/** Commands on the way in, and by which the case changes hands. */
interface IntakeBodies {
  /** `due`: when each line fell due, in the order of the lines (`duesOf`). */
  lodge: { claim: Claim; lodging: Lodging; acceptingOffice: OfficeRef; due: readonly LineDue[] };
  examineScope: PartiesFound & { reason: string };
  /** `due` is null where the respondent stays. */
  supplyMaterials: {
    statement: string;
    evidence: readonly EvidenceRef[];
    respondent: Respondent | null;
    due: readonly LineDue[] | null;
  };
  accept: Record<never, never>;
  /** One of the law's grounds, or one of the operator's own; null where there is no such ground. */
  decline: { ground: DeclineGround | LocalGround | null; reason: string };
  /** Null where the office named is no handling authority. */
  transfer: { to: OfficeRef | null; ground: string };
  receiveMaterials: Record<never, never>;
  /** Null where the person named is no mediator of the handling authority. */
  assignMediator: { mediator: PersonRef | null };
  recordProceedings: DataOf<'ProceedingsRecorded'>;
  withdraw: { reason: string };
}

/** The answer of the respondent, and the ladder where there is none (Order 802, Art. 25¶3). */
interface RespondentBodies {
  demandAnswer: { dueOn: string; document: ActDocument };
  pressUndisputed: { dueOn: string; document: ActDocument };
  recordReply: { statement: string; admitted: Money; contact: Contact | null };
  /** The respondent's own. */
  answer: { statement: string; admitted: Money; contact: Contact | null };
  assessReply: DataOf<'ReplyAssessed'>;
  disputeParts: {
    by: 'respondent' | 'office';
    lines: readonly { line: number; disputed: Money; reason: string }[];
  };
  issueSupervisoryOrder: {
    ground: 'noAnswer' | 'improperAnswer';
    dueOn: string;
    document: ActDocument;
    effect: string;
  };
  holdInterview: {
    place: string;
    attendees: readonly string[];
    minutes: string;
    document: ActDocument;
    effect: string;
  };
  issueCircular: { published: string; text: string; document: ActDocument; effect: string };
  orderCorrection: { dueOn: string; demands: string; document: ActDocument; effect: string };
}

/** What is paid and agreed. */
interface MoneyBodies {
  holdMediation: { place: string; attendees: readonly string[]; minutes: string; outcome: MediationOutcome };
  /** The respondent's own. */
  offerInstalments: Plan;
  declineInstalments: { offer: number; reason: string };
  agreeSettlement: Plan;
  recordMissedInstalment: { instalment: number };
  /** The respondent's own. */
  provePayment: { amount: Money; paidOn: string; method: PaymentMethod; reference: string };
  rejectPaymentProof: { proof: number; reason: string };
  recordPayment: {
    amount: Money;
    instalment: number | null;
    method: PaymentMethod;
    reference: string;
    /** The respondent's proof which it confirms. */
    proof: number | null;
    allocation: AllocationAsked;
  };
  /** The respondent's own. */
  offerNonCash: { instrument: 'bill' | 'electronicCertificate'; amount: Money; maturesOn: string; terms: string };
  answerNonCash: { offer: number; accepted: boolean; reason: string };
  attachSheet: { title: string; input: InterestInput; result: InterestSheet };
}

/** What stands beside the handling. */
interface SideBodies {
  raiseSizeDispute: { of: Party; by: Party; ground: string; to: OfficeRef | null };
  decideSizeDispute: { of: Party; size: SizeType; document: ActDocument; reason: string };
  referToMarketRegulation: { to: OfficeRef | null; ground: string; receipt: string };
  recordReferralAnswer: DataOf<'ReferralAnswered'>;
  decideBadCredit: DataOf<'BadCreditDecided'>;
  requestReceivableConfirmation: { amount: Money; financier: string | null };
  confirmReceivable: { request: number; amount: Money };
  refuseReceivable: { request: number; reason: string };
  recordFinding: { finding: Finding; line: number | null; facts: string };
}

interface ResultBodies {
  extendHandling: { totalDays: number; reason: string };
  issueResult: { outcome: Outcome; summary: string };
  feedBack: { to: FeedbackRecipient; how: string };
}

/** `due`: when each line fell due by the corrected reading; left out where that moves no term (`movesTerm`). */
interface CorrectionBodies extends ProcedureBodies {
  correctFact: ProcedureBodies['correctFact'] & { readonly due?: readonly LineDue[] };
}

interface Bodies extends CorrectionBodies, IntakeBodies, RespondentBodies, MoneyBodies, SideBodies, ResultBodies {}

export type CommandName = keyof Bodies;
export type OwnCommandName = Exclude<CommandName, keyof ProcedureBodies>;
export type CommandBody<C extends CommandName> = Readonly<Bodies[C]>;
export type Command = { [C in CommandName]: { readonly name: C; readonly body: CommandBody<C> } }[CommandName];

const review = ['lodged'] as const;
const handled = ['inHandling', 'settled'] as const;
const untilResult = ['accepted', 'transferred', ...handled] as const;
const open = ['lodged', 'returnedForSupplement', ...untilResult, 'resultIssued'] as const;
const afterHandling = [...handled, 'resultIssued', 'concluded'] as const;

/**
 * The state machine: each command with the statuses in which it may be given. The API serves it as the actions of a
 * case, the documentation draws it, the decider refuses by it; there is no second copy.
 */
export const moves: Readonly<Record<CommandName, readonly ('none' | Status)[]>> = {
  ...procedureMoves<Status>({
    review,
    returned: ['returnedForSupplement'],
    open,
    accepted: untilResult,
    dispatched: ['transferred', 'inHandling'],
    handled,
    ended: ['concluded', 'declined', 'terminated'],
    closed: [...closed],
  }),
  lodge: ['none'],
  examineScope: ['lodged', ...untilResult],
  supplyMaterials: ['returnedForSupplement'],
  accept: review,
  decline: review,
  transfer: ['accepted'],
  receiveMaterials: ['transferred'],
  assignMediator: handled,
  recordProceedings: open,
  withdraw: ['lodged', 'returnedForSupplement', ...untilResult],

  demandAnswer: ['inHandling'],
  pressUndisputed: ['inHandling'],
  recordReply: handled,
  answer: handled,
  assessReply: handled,
  disputeParts: ['inHandling'],
  issueSupervisoryOrder: ['inHandling'],
  holdInterview: ['inHandling'],
  issueCircular: ['inHandling'],
  orderCorrection: ['inHandling'],

  holdMediation: handled,
  offerInstalments: ['inHandling'],
  declineInstalments: ['inHandling'],
  agreeSettlement: ['inHandling'],
  recordMissedInstalment: [...handled, 'resultIssued', 'concluded'],
  provePayment: afterHandling,
  rejectPaymentProof: afterHandling,
  recordPayment: afterHandling,
  offerNonCash: handled,
  answerNonCash: handled,
  attachSheet: open,

  raiseSizeDispute: open,
  decideSizeDispute: open,
  referToMarketRegulation: afterHandling,
  recordReferralAnswer: afterHandling,
  decideBadCredit: afterHandling,
  requestReceivableConfirmation: afterHandling,
  confirmReceivable: afterHandling,
  refuseReceivable: afterHandling,
  recordFinding: untilResult,

  extendHandling: handled,
  issueResult: handled,
  feedBack: ['resultIssued'],
};

export const commandNames = Object.keys(moves) as readonly CommandName[];

/** Commands a person may give in this status; some are the system's. */
export function allowedCommands(status: Status): readonly CommandName[] {
  return commandNames.filter((name) => !systemCommands.has(name) && moves[name].includes(status));
}
