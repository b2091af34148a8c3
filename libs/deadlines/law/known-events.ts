import { type KnownEvents } from './law-pack.js';

/** A recorded fact (the day of an earlier event) was wrong: every case kind has it. */
export const CORRECTION = 'FactCorrected';

/**
 * The events which a law pack may name, by case kind, in the terms of the field. What starts, stops, pauses or restarts a
 * clock stands here before the kind which records it is built: a pack must not wait for a program.
 */
export const knownEvents: KnownEvents = {
  overduePayment: [
    ...['ClaimLodged', 'SupplementRequested', 'Resubmitted', 'FormallyAccepted', 'ClaimDeclined', 'Transferred'],
    ...['MaterialsReceived', 'MediatorAssigned', 'RespondentReplied', 'MediationHeld', 'SettlementAgreed'],
    ...['PaymentRecorded', 'HandlingExtended', 'ResultIssued', 'ResultFedBack', 'ClaimWithdrawn', 'HandlingTerminated'],
    ...['RungFired', 'ReceivableConfirmationRequested', 'ReceivableConfirmed', 'ReceivableConfirmationRefused'],
    CORRECTION,
  ],
  complaint: [
    ...['ComplaintLodged', 'SupplementRequested', 'Resubmitted', 'ComplaintAccepted', 'ComplaintDeclined'],
    ...['FirstContactMade', 'ComplaintGraded', 'DispatchObjectionRaised', 'DispatchObjectionDecided', 'Transferred'],
    ...['CompetenceConflictReferred', 'CompetenceDecided', 'HandlingPaused', 'HandlingResumed', 'HandlingExtended'],
    ...['MediationHeld', 'MediationEnded', 'SettlementAgreed', 'PartiesTold', 'FollowUpCallMade', 'LeadReceived'],
    ...['LeadChecked', 'LeadCheckExtended', 'CaseFilingDecided', 'ReporterTold', 'BadReviewReceived'],
    ...['BadReviewChecked', 'HelpRequested', 'PetitionRegistered', 'PetitionSorted', 'PetitionObjectionRaised'],
    ...['PetitionFinished', 'PetitionReviewRequested', 'PetitionReviewDecided', 'PetitionReReviewRequested'],
    ...['PetitionReReviewDecided', 'PenaltyCaseFiled', 'PenaltyDecided', 'ResultIssued', 'ResultFedBack'],
    ...['ComplaintConcluded', 'ComplaintWithdrawn', 'HandlingTerminated', 'RungFired', CORRECTION],
  ],
  creditRepair: [
    ...['RepairRequested', 'SupplementRequested', 'Resubmitted', 'PassedToDepartment', 'DepartmentAccepted'],
    ...['DepartmentDeclined', 'DepartmentDecided', 'HandlingExtended', 'ResultTold', 'RepairDecided', 'RepairShared'],
    ...['PublicityEnded', 'FindingIssued', 'PenaltyDecided', 'PenaltyPublished', 'PenaltyAnnulled', 'RecordWithdrawn'],
    ...['ObjectionRaised', 'ObjectionMarked', 'ObjectionForwarded', 'SourceReceivedObjection', 'ObjectionDecided'],
    ...['RepairProofReceived', 'RecordRemoved', 'RevocationNotified', 'RecordDeleted', 'RequestWithdrawn'],
    ...['HandlingTerminated', 'RungFired', CORRECTION],
  ],
  ipFastTrack: [
    ...['RequestFiled', 'DefectsTold', 'DefectsCured', 'CaseFiled', 'FilingRefused', 'FilingExtended'],
    ...['RespondentServed', 'DefenceReceived', 'DefenceExtended', 'DefencePassedOn', 'JurisdictionObjected'],
    ...['JurisdictionDecided', 'HearingScheduled', 'HearingNoticeServed', 'HearingHeld', 'HandlingExtended'],
    ...['CountingSuspended', 'CountingResumed', 'PartyAdded', 'ClaimChanged', 'RulingIssued', 'RulingServed'],
    ...['RulingPublished', 'SuitBrought', 'RequestWithdrawn', 'CaseCancelled', 'MediationRequested'],
    ...['MediationRequestServed', 'MediationOpinionReceived', 'MediationFiled', 'MediationRefused'],
    ...['MediationRefusalTold', 'RejectionNotified', 'ReExaminationRequested', 'ReExaminationDecided'],
    ...['InvalidationRequested', 'InvalidationDecided', 'PriorityGranted', 'PriorityEnded', 'FirstActionIssued'],
    ...['ActionNotified', 'ActionAnswered', 'ApplicationReceived', 'ApplicationExamined', 'PreliminaryApproved'],
    ...['OppositionFiled', 'OppositionDecided', 'RegistrationDenied', 'ReviewRequested', 'ReviewDecided'],
    ...['MarkRegistered', 'RegistrationExpiring', 'RenewalRequested', 'CancellationRequested', 'CancellationDecided'],
    ...['InfringementKnown', 'RungFired', CORRECTION],
  ],
};
