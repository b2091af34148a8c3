import type { SensitiveField } from '../case-kind.js';
import type { Upcasters } from '../upcast.js';
import type { ProcedureEvent } from './events.js';

/** Every shared event with the schema version written today (invariant 5). */
export const procedureSchemas: Readonly<Record<ProcedureEvent['type'], number>> = {
  FirstContactNamed: 1,
  FirstContactMade: 1,
  OfficerAssigned: 1,
  HandedOn: 1,
  JointHandlingArranged: 1,
  CoHandlerReported: 1,
  JointHandlingEnded: 1,
  DispatchObjectionRaised: 1,
  DispatchObjectionDecided: 1,
  HandedToPlatform: 1,
  NoteAdded: 1,
  EvidenceAdded: 1,
  DocumentIssued: 1,
  DocumentServed: 1,
  // 2: the day by which it is to be answered, and what a further request arises from.
  SupplementRequested: 2,
  HandlingPaused: 1,
  HandlingResumed: 1,
  FactCorrected: 1,
  CaseLinked: 1,
  CaseUnlinked: 1,
  CaseMerged: 1,
  MergedCaseTaken: 1,
  SatisfactionRated: 1,
  BadReviewReceived: 1,
  BadReviewChecked: 1,
  FollowUpCallMade: 1,
  OutcomeObjectionRaised: 1,
  OutcomeObjectionDecided: 1,
  CaseReopened: 1,
  RetaliationReported: 1,
  ProtectionMarked: 1,
  // 2: the part of the file that is covered.
  ConfidentialityMarked: 2,
  ConfidentialityLifted: 1,
  AgentAppointed: 1,
  AgentRevoked: 1,
  // 2: several are told, and who they were.
  RungFired: 2,
  RungAcknowledged: 1,
  RungOverridden: 1,
  RungReasonGiven: 1,
  ProposalDecided: 1,
  LevelRaised: 1,
  EscalatedByHand: 1,
  HandlingTerminated: 1,
};

/** From the shapes which shared events had before, in every kind. */
export const procedureUpcasters: Upcasters = {
  RungFired: { 1: (data) => ({ ...data, tells: [data.tells], told: [] }) },
  ConfidentialityMarked: { 1: (data) => ({ ...data, part: null }) },
};

const text = (...paths: readonly string[]): readonly SensitiveField[] => paths.map((path) => ({ path, of: 'text' }));

/** What people wrote in the shared events. Officers act by office: their names are of the record, not personal data to seal. */
export const sensitiveInProcedure: Readonly<Partial<Record<ProcedureEvent['type'], readonly SensitiveField[]>>> = {
  FirstContactNamed: text('reason'),
  FirstContactMade: text('what'),
  HandedOn: text('ground'),
  JointHandlingArranged: text('ground', 'coHandlers[].task'),
  CoHandlerReported: text('report'),
  JointHandlingEnded: text('reason'),
  DispatchObjectionRaised: text('ground'),
  DispatchObjectionDecided: text('reason'),
  HandedToPlatform: text('ground'),
  NoteAdded: text('text'),
  DocumentIssued: text('text'),
  DocumentServed: text('address', 'proof'),
  SupplementRequested: text('defects[].what'),
  HandlingPaused: text('reason'),
  HandlingResumed: text('reason'),
  FactCorrected: text('reason'),
  CaseLinked: text('note'),
  CaseUnlinked: text('reason'),
  CaseMerged: text('ground'),
  SatisfactionRated: text('comment'),
  BadReviewChecked: text('found', 'remedy'),
  FollowUpCallMade: text('what'),
  OutcomeObjectionRaised: text('ground'),
  OutcomeObjectionDecided: text('reason'),
  CaseReopened: text('reason'),
  RetaliationReported: text('what'),
  ProtectionMarked: text('measure', 'reason'),
  ConfidentialityMarked: text('what'),
  ConfidentialityLifted: text('reason'),
  AgentRevoked: text('reason'),
  RungAcknowledged: text('remark'),
  RungOverridden: text('reason'),
  RungReasonGiven: text('reason'),
  ProposalDecided: text('reason'),
  EscalatedByHand: text('reason'),
  HandlingTerminated: text('reason'),
};
