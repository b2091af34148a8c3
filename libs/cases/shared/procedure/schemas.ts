import type { SensitiveField } from '../case-kind.js';
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
  ConfidentialityMarked: 1,
  RungFired: 1,
  RungAcknowledged: 1,
  RungOverridden: 1,
  EscalatedByHand: 1,
  HandlingTerminated: 1,
};

const text = (...paths: readonly string[]): readonly SensitiveField[] => paths.map((path) => ({ path, of: 'text' }));

/** What people wrote in the shared events. Officers act by office: their names are of the record, not personal data to seal. */
export const sensitiveInProcedure: Readonly<Partial<Record<ProcedureEvent['type'], readonly SensitiveField[]>>> = {
  FirstContactMade: text('what'),
  CoHandlerReported: text('report'),
  NoteAdded: text('text'),
  DocumentIssued: text('text'),
  DocumentServed: text('address', 'proof'),
  SupplementRequested: text('defects[].what'),
  SatisfactionRated: text('comment'),
  BadReviewChecked: text('found', 'remedy'),
  FollowUpCallMade: text('what'),
  OutcomeObjectionRaised: text('ground'),
  OutcomeObjectionDecided: text('reason'),
  RetaliationReported: text('what'),
  ConfidentialityMarked: text('what'),
  HandlingTerminated: text('reason'),
};
