import type { Money } from '../shared/money.js';
import { systemCommands, type LocalGround, type ProcedureBodies } from '../shared/procedure/commands.js';
import type { Lodging } from '../shared/procedure/events.js';
import { procedureMoves, type Phases } from '../shared/procedure/moves.js';
import type { EvidenceRef, OfficeRef } from '../shared/reference.js';
import type { Grade, Respondent } from './complaint.js';
import type { LodgedComplaint } from './complaint-rules.js';
import type { DeclineGround, FeedbackRecipient, Outcome } from './events.js';
import type {
  ChargeCheck,
  ClusterFinding,
  CompetitionMatter,
  ExemptionReview,
  IntermediaryCheck,
  PolicyCheck,
} from './findings.js';
import type { Status } from './state.js';
import { steps, trackCommands, type TrackBodies, type TrackCommandName } from './tracks.js';

interface OwnBodies {
  lodge: {
    complaint: LodgedComplaint;
    lodging: Lodging;
    acceptingOffice: OfficeRef;
    /** Whose rules it is taken by when the hotline did not bring it. */
    takenBy: 'smeServiceCentre' | 'marketRegulation';
  };
  supplyMaterials: { statement: string; evidence: readonly EvidenceRef[]; respondent: Respondent | null };
  accept: Record<never, never>;
  /** A ground of the operator's own; null where there is none of the code named. */
  decline: { ground: DeclineGround | LocalGround | null; reason: string; advice: string };
  grade: { grade: Grade; reason: string };
  /** The head of the department looks at the grading again. */
  regrade: { grade: Grade; reason: string };
  /** Null where the office named is none. */
  transfer: { to: OfficeRef | null; ground: string };
  beginHandling: Record<never, never>;
  checkPolicy: Omit<PolicyCheck, 'check'>;
  checkCharge: Omit<ChargeCheck, 'item' | 'charged' | 'excess'>;
  recordRefund: { charge: number; amount: Money; reference: string };
  checkIntermediary: Omit<IntermediaryCheck, 'check' | 'breaches'>;
  reviewExemption: Omit<ExemptionReview, 'result'>;
  referCompetition: { matter: CompetitionMatter; to: OfficeRef | null; object: string };
  answerReferral: { referral: number; found: boolean; answer: string };
  findCluster: Omit<ClusterFinding, 'members'>;
  extendHandling: { days: number; reason: string };
  issueResult: { outcome: Outcome; answer: string; explanation: string | null };
  feedBack: { to: FeedbackRecipient; how: string };
  conclude: Record<never, never>;
  withdraw: { reason: string };
}

export type OwnCommandName = keyof OwnBodies;
interface Bodies extends OwnBodies, TrackBodies, ProcedureBodies {}
export type CommandName = keyof Bodies;
export type CommandBody<C extends CommandName> = Readonly<Bodies[C]>;
export type Command = { [C in CommandName]: { readonly name: C; readonly body: CommandBody<C> } }[CommandName];

export const phases: Phases<Status> = {
  review: ['lodged'],
  returned: ['returnedForSupplement'],
  open: ['lodged', 'returnedForSupplement', 'accepted', 'transferred', 'inHandling', 'resultIssued'],
  accepted: ['accepted', 'transferred', 'inHandling'],
  dispatched: ['transferred'],
  handled: ['inHandling'],
  ended: ['concluded', 'declined', 'terminated'],
  closed: ['concluded', 'declined', 'withdrawn', 'terminated', 'handedOver', 'merged'],
};

const ownMoves: Readonly<Record<OwnCommandName, readonly ('none' | Status)[]>> = {
  lodge: ['none'],
  supplyMaterials: ['returnedForSupplement'],
  accept: ['lodged'],
  decline: ['lodged'],
  grade: ['accepted', 'transferred', 'inHandling'],
  regrade: ['accepted', 'transferred', 'inHandling'],
  transfer: ['accepted', 'inHandling'],
  beginHandling: ['accepted', 'transferred'],
  checkPolicy: ['inHandling'],
  checkCharge: ['inHandling'],
  recordRefund: ['inHandling', 'resultIssued', 'concluded'],
  checkIntermediary: ['inHandling'],
  reviewExemption: ['inHandling'],
  referCompetition: ['inHandling'],
  answerReferral: ['inHandling', 'resultIssued', 'concluded'],
  findCluster: ['inHandling'],
  extendHandling: ['accepted', 'transferred', 'inHandling'],
  issueResult: ['inHandling'],
  feedBack: ['resultIssued'],
  conclude: ['resultIssued'],
  withdraw: ['lodged', 'returnedForSupplement', 'accepted', 'transferred', 'inHandling'],
};

/** A petition's review and re-review are asked for after its end, and a question may be asked before the acceptance. */
function trackMoves(name: TrackCommandName): readonly Status[] {
  const { track } = steps[name];
  if (track === 'help') return phases.open;
  const handled: readonly Status[] = ['accepted', 'transferred', 'inHandling', 'resultIssued'];
  return track === 'petition' ? [...handled, 'concluded'] : handled;
}

/**
 * The state machine: each command with the statuses in which it may be given. The API serves it as the actions of a
 * case, the documentation draws it, the decider refuses by it; there is no second copy.
 */
export const moves: Readonly<Record<CommandName, readonly ('none' | Status)[]>> = {
  ...ownMoves,
  ...(Object.fromEntries(trackCommands.map((name) => [name, trackMoves(name)])) as Record<TrackCommandName, Status[]>),
  ...procedureMoves(phases),
};

export const commandNames = Object.keys(moves) as readonly CommandName[];

/** Commands a person may give in this status. */
export function allowedCommands(status: Status): readonly CommandName[] {
  return commandNames.filter((name) => !systemCommands.has(name) && moves[name].includes(status));
}
