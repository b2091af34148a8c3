import { each, toComplainant, type Disclosure } from './line.js';

/** The applicant's own case, against nobody: the body which made the record is an office, and no party that signs in. */
export const creditRepairDisclosure: Disclosure = {
  ...each(toComplainant, 'FindingIssued', 'RepairRequested', 'Resubmitted', 'PassedToDepartment'),
  ...each(toComplainant, 'DepartmentAccepted', 'DepartmentDeclined', 'ConditionsReviewed', 'HandlingExtended'),
  ...each(toComplainant, 'DepartmentDecided', 'RepairDecided', 'PublicityEnded', 'PublicityContinued', 'RepairShared'),
  ...each(toComplainant, 'ResultTold', 'RepairNoticeRecorded', 'SanctionsLifted', 'FalsePromiseFound'),
  ...each(toComplainant, 'ObjectionRaised', 'ObjectionMarked', 'ObjectionForwarded', 'SourceReceivedObjection'),
  ...each(toComplainant, 'ObjectionDecided', 'RequestWithdrawn'),
  ...each(toComplainant, 'PenaltyDecided', 'PenaltyPublished', 'PenaltyAnnulled', 'RecordWithdrawn'),
  ...each(toComplainant, 'RevocationNotified', 'RecordDeleted', 'RepairProofReceived', 'RecordRemoved'),
};
