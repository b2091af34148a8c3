import type { SensitiveField } from '../shared/case-kind.js';
import { procedureSchemas, sensitiveInProcedure } from '../shared/procedure/schemas.js';
import type { CreditRepairEventType } from './events.js';

/** Every type with its schema version; names are storage formats, to be changed with an upcaster only (invariant 5). */
export const schemas: Readonly<Record<CreditRepairEventType, number>> = {
  ...procedureSchemas,
  FindingIssued: 1,
  RepairRequested: 1,
  Resubmitted: 1,
  PassedToDepartment: 1,
  DepartmentAccepted: 1,
  DepartmentDeclined: 1,
  ConditionsReviewed: 1,
  HandlingExtended: 1,
  DepartmentDecided: 1,
  RepairDecided: 1,
  PublicityEnded: 1,
  PublicityContinued: 1,
  RepairShared: 1,
  ResultTold: 1,
  RepairNoticeRecorded: 1,
  SanctionsLifted: 1,
  FalsePromiseFound: 1,
  ObjectionRaised: 1,
  ObjectionMarked: 1,
  ObjectionForwarded: 1,
  SourceReceivedObjection: 1,
  ObjectionDecided: 1,
  RequestWithdrawn: 1,
  PenaltyDecided: 1,
  PenaltyPublished: 1,
  PenaltyAnnulled: 1,
  RecordWithdrawn: 1,
  RevocationNotified: 1,
  RecordDeleted: 1,
  RepairProofReceived: 1,
  RecordRemoved: 1,
};

const text = (...paths: readonly string[]): readonly SensitiveField[] => paths.map((path) => ({ path, of: 'text' }));
const person = (...paths: readonly string[]): readonly SensitiveField[] =>
  paths.map((path) => ({ path, of: 'person' }));

const own: Readonly<Record<Exclude<CreditRepairEventType, keyof typeof procedureSchemas>, readonly SensitiveField[]>> =
  {
    FindingIssued: [],
    RepairRequested: [
      ...person('request.applicant.contact', 'request.promise.signatory'),
      ...text('request.corrections', 'request.record.content'),
    ],
    Resubmitted: text('statement', 'corrections'),
    PassedToDepartment: text('ground'),
    DepartmentAccepted: [],
    DepartmentDeclined: text('reason'),
    ConditionsReviewed: text('conditions[].by'),
    HandlingExtended: text('reason'),
    DepartmentDecided: text('reason'),
    RepairDecided: text('reason'),
    PublicityEnded: [],
    PublicityContinued: [],
    RepairShared: [],
    ResultTold: [],
    RepairNoticeRecorded: [],
    SanctionsLifted: [],
    FalsePromiseFound: text('what'),
    ObjectionRaised: text('ground'),
    ObjectionMarked: [],
    ObjectionForwarded: [],
    SourceReceivedObjection: [],
    ObjectionDecided: text('correction', 'reason'),
    RequestWithdrawn: text('reason'),
    PenaltyDecided: [],
    PenaltyPublished: [],
    PenaltyAnnulled: [],
    RecordWithdrawn: [],
    RevocationNotified: [],
    RecordDeleted: [],
    RepairProofReceived: [],
    RecordRemoved: [],
  };

export const sensitive: Readonly<Partial<Record<CreditRepairEventType, readonly SensitiveField[]>>> = {
  ...sensitiveInProcedure,
  ...own,
};
