import type { Money } from '../shared/money.js';
import type { Contact, Respondent } from '../shared/party.js';
import type {
  Claim,
  DeclineGround,
  EvidenceRef,
  FeedbackRecipient,
  FiredRung,
  MediationOutcome,
  OfficeRef,
  Outcome,
  PaymentMethod,
  PersonRef,
  TerminationGround,
} from './events.js';
import type { Status } from './state.js';

/** What the application layer knows and the domain must be told: no clock and no randomness here. */
export interface Circumstances {
  readonly caseId: string;
  /** Today in Shanghai, and the day on which the act takes effect; the same unless backdated (invariant 15). */
  readonly today: string;
  readonly on: string;
  readonly actor: PersonRef;
}

interface Bodies {
  lodge: { claim: Claim; acceptingOffice: OfficeRef };
  requestSupplement: { defects: readonly { item: string; what: string }[] };
  supplyMaterials: { statement: string; evidence: readonly EvidenceRef[]; respondent: Respondent | null };
  accept: Record<never, never>;
  decline: { ground: DeclineGround; reason: string };
  /** Null where the office named is no handling authority. */
  transfer: { to: OfficeRef | null; ground: string };
  receiveMaterials: Record<never, never>;
  /** Null where the person named is no mediator of the handling authority. */
  assignMediator: { mediator: PersonRef | null };
  recordReply: { statement: string; admitted: Money; contact: Contact | null };
  holdMediation: { place: string; attendees: readonly string[]; minutes: string; outcome: MediationOutcome };
  agreeSettlement: { total: Money; instalments: readonly { dueOn: string; amount: Money }[]; terms: string };
  recordPayment: { amount: Money; instalment: number | null; method: PaymentMethod; reference: string };
  extendHandling: { totalDays: number; reason: string };
  issueResult: { outcome: Outcome; summary: string };
  feedBack: { to: FeedbackRecipient; how: string };
  withdraw: { reason: string };
  terminate: { ground: TerminationGround; reason: string };
  fireRung: FiredRung;
}

export type CommandName = keyof Bodies;
export type CommandBody<C extends CommandName> = Readonly<Bodies[C]>;
export type Command = { [C in CommandName]: { readonly name: C; readonly body: CommandBody<C> } }[CommandName];

/**
 * The state machine: each command with the statuses in which it may be given. The API serves it as the actions of a
 * case, the documentation draws it, the decider refuses by it; there is no second copy.
 */
export const moves: Readonly<Record<CommandName, readonly ('none' | Status)[]>> = {
  lodge: ['none'],
  requestSupplement: ['lodged'],
  supplyMaterials: ['returnedForSupplement'],
  accept: ['lodged'],
  decline: ['lodged'],
  transfer: ['accepted'],
  receiveMaterials: ['transferred'],
  assignMediator: ['inHandling', 'settled'],
  recordReply: ['inHandling', 'settled'],
  holdMediation: ['inHandling', 'settled'],
  agreeSettlement: ['inHandling'],
  recordPayment: ['inHandling', 'settled', 'resultIssued', 'concluded'],
  extendHandling: ['inHandling', 'settled'],
  issueResult: ['inHandling', 'settled'],
  feedBack: ['resultIssued'],
  withdraw: ['lodged', 'returnedForSupplement', 'accepted', 'transferred', 'inHandling', 'settled'],
  terminate: ['accepted', 'transferred', 'inHandling', 'settled'],
  fireRung: ['lodged', 'returnedForSupplement', 'accepted', 'transferred', 'inHandling', 'settled', 'resultIssued'],
};

export const commandNames = Object.keys(moves) as readonly CommandName[];

/** Commands a person may give in this status; rungs are the system's. */
export function allowedCommands(status: Status): readonly CommandName[] {
  return commandNames.filter((name) => name !== 'fireRung' && moves[name].includes(status));
}
