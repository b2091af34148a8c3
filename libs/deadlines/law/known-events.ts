import { type KnownEvents } from './law-pack.js';

/** A recorded fact (the day of an earlier event) was wrong: every case kind has it. */
export const CORRECTION = 'FactCorrected';

/**
 * What an earlier event said was not so, by the field which names that event: for the clocks it never happened. As with a
 * correction no run is opened by it (invariant 13).
 */
export const TAKEN_BACK_BY: ReadonlyMap<string, string> = new Map([['InstalmentReopened', 'takesBack']]);

/** The case goes on again after a closing. */
export const REOPENING = 'CaseReopened';

/**
 * The case is over, or goes on elsewhere: every clock still open ends with it, whether or not its pack says so (a design
 * choice). What stopped before stays as it was judged.
 */
export const CLOSINGS: ReadonlySet<string> = new Set([
  ...['HandlingTerminated', 'CaseMerged', 'HandedToPlatform'],
  ...['ClaimWithdrawn', 'ComplaintWithdrawn', 'RequestWithdrawn', 'CaseCancelled', 'ReferredToBody'],
]);

/** What a case of any kind may record: custody, papers, supplements, time, links, aftercare, escalation, closing. */
export const commonEvents: readonly string[] = [
  ...['FirstContactNamed', 'FirstContactMade', 'OfficerAssigned', 'HandedOn', 'JointHandlingArranged'],
  ...['CoHandlerReported', 'JointHandlingEnded', 'DispatchObjectionRaised', 'DispatchObjectionDecided'],
  ...['HandedToPlatform', 'NoteAdded', 'EvidenceAdded', 'DocumentIssued', 'DocumentServed', 'SupplementRequested'],
  ...['Resubmitted', 'HandlingPaused', 'HandlingResumed', 'HandlingExtended', CORRECTION, 'CaseLinked', 'CaseUnlinked'],
  ...[
    'CaseMerged',
    'MergedCaseTaken',
    'SatisfactionRated',
    'BadReviewReceived',
    'BadReviewChecked',
    'FollowUpCallMade',
  ],
  ...['OutcomeObjectionRaised', 'OutcomeObjectionDecided', REOPENING, 'RetaliationReported', 'ProtectionMarked'],
  ...['ConfidentialityMarked', 'ConfidentialityLifted', 'AgentAppointed', 'AgentRevoked'],
  ...['RungFired', 'RungAcknowledged', 'RungOverridden', 'EscalatedByHand'],
  ...['RungReasonGiven', 'ProposalDecided', 'LevelRaised'],
  'HandlingTerminated',
];

/**
 * The events which a law pack may name, by case kind, in the terms of the field. What starts, stops, pauses or restarts a
 * clock stands here before the kind which records it is built: a pack must not wait for a program.
 */
export const knownEvents: KnownEvents = {
  overduePayment: [
    ...commonEvents,
    ...['ClaimLodged', 'FormallyAccepted', 'ClaimDeclined', 'Transferred', 'MaterialsReceived', 'MediatorAssigned'],
    ...['RespondentReplied', 'MediationHeld', 'SettlementAgreed', 'PaymentRecorded', 'ResultIssued', 'ResultFedBack'],
    ...['ClaimWithdrawn', 'ReceivableConfirmationRequested', 'ReceivableConfirmed', 'ReceivableConfirmationRefused'],
    ...[
      'ScopeExamined',
      'DueDatesRecomputed',
      'ProceedingsRecorded',
      'RespondentAnswerDemanded',
      'UndisputedPartPressed',
      'ReplyAssessed',
    ],
    ...['PartsDisputed', 'SupervisoryOrderIssued', 'FormalInterviewHeld', 'PublicCircularIssued', 'CorrectionOrdered'],
    ...['InstalmentsOffered', 'InstalmentsDeclined', 'InstalmentPaid', 'InstalmentMissed', 'PaymentClaimed'],
    'InstalmentReopened',
    ...['PaymentProofRejected', 'NonCashOffered', 'NonCashAnswered', 'SheetAttached', 'SizeDisputeRaised'],
    ...['SizeDisputeDecided', 'MarketRegulationReferred', 'ReferralAnswered', 'BadCreditDecided', 'FindingRecorded'],
  ],
  complaint: [
    ...commonEvents,
    ...['ComplaintLodged', 'ComplaintAccepted', 'ComplaintDeclined', 'ComplaintGraded', 'Transferred'],
    ...['CompetenceConflictReferred', 'CompetenceDecided', 'MediationHeld', 'MediationEnded', 'SettlementAgreed'],
    ...['PartiesTold', 'LeadReceived', 'LeadChecked', 'LeadCheckExtended', 'CaseFilingDecided', 'ReporterTold'],
    ...['HelpRequested', 'HelpAnswered', 'PetitionRegistered', 'PetitionSorted', 'PetitionObjectionRaised'],
    ...['PetitionFinished', 'PetitionReviewRequested', 'PetitionReviewDecided', 'PetitionReReviewRequested'],
    ...['PetitionReReviewDecided', 'PenaltyCaseFiled', 'PenaltyDecided', 'ResultIssued', 'ResultFedBack'],
    ...['ComplaintConcluded', 'ComplaintWithdrawn', 'HandlingBegun', 'PolicyChecked', 'ChargeChecked'],
    ...['RefundRecorded', 'IntermediaryChecked', 'ExemptionReviewed', 'CompetitionReferred', 'ReferralAnswered'],
    'ClusterFound',
  ],
  creditRepair: [
    ...commonEvents,
    ...['RepairRequested', 'PassedToDepartment', 'DepartmentAccepted', 'DepartmentDeclined', 'DepartmentDecided'],
    ...['ResultTold', 'RepairDecided', 'RepairShared', 'PublicityEnded', 'FindingIssued', 'PenaltyDecided'],
    ...['PenaltyPublished', 'PenaltyAnnulled', 'RecordWithdrawn', 'ObjectionRaised', 'ObjectionMarked'],
    ...['ObjectionForwarded', 'SourceReceivedObjection', 'ObjectionDecided', 'RepairProofReceived', 'RecordRemoved'],
    ...['RevocationNotified', 'RecordDeleted', 'RequestWithdrawn', 'ConditionsReviewed', 'PublicityContinued'],
    ...['RepairNoticeRecorded', 'SanctionsLifted', 'FalsePromiseFound'],
  ],
  ipFastTrack: [
    ...commonEvents,
    ...['RequestFiled', 'DefectsTold', 'DefectsCured', 'CaseFiled', 'FilingRefused', 'FilingExtended'],
    ...['RespondentServed', 'DefenceReceived', 'DefenceExtended', 'DefencePassedOn', 'JurisdictionObjected'],
    ...['JurisdictionDecided', 'HearingScheduled', 'HearingNoticeServed', 'HearingHeld', 'PartyAdded', 'ClaimChanged'],
    ...['RulingIssued', 'RulingServed', 'RulingPublished', 'SuitBrought', 'RequestWithdrawn', 'CaseCancelled'],
    ...['MediationRequested', 'MediationRequestServed', 'MediationOpinionReceived', 'MediationFiled'],
    ...['MediationRefused', 'MediationRefusalTold', 'RejectionNotified', 'ReExaminationRequested'],
    ...['ReExaminationDecided', 'InvalidationRequested', 'InvalidationDecided', 'PriorityGranted', 'PriorityEnded'],
    ...['FirstActionIssued', 'ActionNotified', 'ActionAnswered', 'ApplicationReceived', 'ApplicationExamined'],
    ...['PreliminaryApproved', 'OppositionFiled', 'OppositionDecided', 'RegistrationDenied', 'ReviewRequested'],
    ...['ReviewDecided', 'MarkRegistered', 'RegistrationExpiring', 'RenewalRequested', 'CancellationRequested'],
    ...[
      'CancellationDecided',
      'InfringementKnown',
      'LimitationInterrupted',
      'AgreementNotarised',
      'CaseConcluded',
      'ComplaintStayed',
    ],
    ...['ComplaintStayEnded', 'DamagesMediated', 'EnforcementRequested', 'EvaluationReportRequired'],
    ...['EvaluationReportReceived', 'EvaluationReportRefused', 'IpComplaintLodged', 'IpComplaintAccepted'],
    ...['IpComplaintDeclined', 'MediationAgreed', 'MediationEnded', 'MediationHeld', 'PassedToPolice'],
    ...['PoliceAnswered', 'PriorityRequested', 'PriorityRecommended', 'PriorityRefused', 'ReferredToBody'],
    ...['ResultIssued', 'ResultFedBack', 'SeriousListEntered', 'StayOrdered', 'StayDeclined', 'StayEnded'],
    ...['TimeBarDecided', 'TrackOpened', 'TrackClosed'],
    // Version 1 of CN-CNIPA-81 named these, and logs hold it: a published pack stays readable.
    ...['CountingSuspended', 'CountingResumed'],
  ],
};
