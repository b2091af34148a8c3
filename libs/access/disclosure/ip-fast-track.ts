import { all, each, nothing, toBoth, toComplainant, without, type Disclosure, type Line, type Show } from './line.js';

/** A service on the complainant: where it was reached is not the respondent's to know. */
const place = without('address', 'proof');
const servedOnComplainant: Line = { complainant: all, respondent: place };
const servedOnEither: Line = {
  complainant: all,
  respondent: (data, at) => (data.party === 'respondent' ? data : place(data, at)),
};

/** Whoever is suspected of a crime does not learn of it here. */
const notCriminal: Show = (data) => (data.track === 'criminal' ? null : data);

export const ipFastTrackDisclosure: Disclosure = {
  ...each(toBoth, 'RequestFiled', 'MediationRequested', 'PriorityRequested', 'IpComplaintLodged', 'Resubmitted'),

  ...each(toBoth, 'InfringementKnown', 'LimitationInterrupted', 'EvaluationReportRequired', 'EvaluationReportReceived'),
  ...each(toBoth, 'EvaluationReportRefused', 'DefectsCured', 'CaseFiled', 'FilingRefused'),
  ...each(toComplainant, 'DefectsTold', 'FilingExtended'),
  ...each(toBoth, 'RespondentServed', 'DefenceReceived', 'DefenceExtended', 'JurisdictionObjected'),
  ...each(toBoth, 'JurisdictionDecided', 'TimeBarDecided'),
  DefencePassedOn: servedOnComplainant,
  ...each(toBoth, 'HearingScheduled', 'HearingNoticeServed', 'HearingHeld', 'PartyAdded', 'ClaimChanged'),
  ...each(toBoth, 'StayOrdered', 'StayDeclined', 'StayEnded'),
  ...each(toBoth, 'HandlingExtended', 'RulingIssued', 'RulingPublished', 'EnforcementRequested', 'SeriousListEntered'),
  RulingServed: servedOnEither,
  ...each(toBoth, 'RequestWithdrawn', 'CaseCancelled', 'CaseConcluded', 'DamagesMediated'),

  ...each(toBoth, 'MediationRequestServed', 'MediationOpinionReceived', 'MediationFiled', 'MediationRefused'),
  MediationRefusalTold: servedOnComplainant,
  ...each(toBoth, 'MediationHeld', 'MediationAgreed', 'MediationEnded', 'AgreementNotarised'),

  ...each(toBoth, 'PriorityRecommended', 'PriorityGranted', 'PriorityRefused', 'FirstActionIssued', 'ActionNotified'),
  ...each(toBoth, 'ActionAnswered', 'PriorityEnded'),

  ...each(toBoth, 'IpComplaintAccepted', 'IpComplaintDeclined', 'ComplaintStayed', 'ComplaintStayEnded'),
  ...each(toBoth, 'ResultIssued'),
  ResultFedBack: { complainant: all, respondent: without('how') },
  // A criminal lead, and a referral to whoever enforces: told to the suspect, evidence would be gone before they come.
  ...each({ complainant: all, respondent: nothing }, 'PassedToPolice', 'PoliceAnswered', 'ReferredToBody'),

  ...each({ complainant: all, respondent: notCriminal }, 'TrackOpened', 'TrackClosed'),
  SuitBrought: toBoth,
  // Proceedings at the national office stand in its public registers.
  ...each(toBoth, 'RejectionNotified', 'ReExaminationRequested', 'ReExaminationDecided', 'InvalidationRequested'),
  ...each(toBoth, 'InvalidationDecided', 'ApplicationReceived', 'ApplicationExamined', 'PreliminaryApproved'),
  ...each(toBoth, 'OppositionFiled', 'OppositionDecided', 'RegistrationDenied', 'ReviewRequested', 'ReviewDecided'),
  ...each(toBoth, 'MarkRegistered', 'RegistrationExpiring', 'RenewalRequested', 'CancellationRequested'),
  CancellationDecided: toBoth,
};
