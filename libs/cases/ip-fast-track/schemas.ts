import type { SensitiveField } from '../shared/case-kind.js';
import { procedureSchemas, sensitiveInProcedure } from '../shared/procedure/schemas.js';
import type { IpEventType, IpOwnEventType } from './events.js';

const text = (...paths: readonly string[]): readonly SensitiveField[] => paths.map((path) => ({ path, of: 'text' }));
const person = (...paths: readonly string[]): readonly SensitiveField[] =>
  paths.map((path) => ({ path, of: 'person' }));

const lodging = [
  ...person('request.complainant.contact', 'request.respondent.contact', 'request.promises.signatory'),
  ...text('request.claim', 'request.facts'),
];
const service = text('address', 'proof');

/** Of each event of the kind, what is personal data and what is a text written by people. */
const own: Readonly<Record<IpOwnEventType, readonly SensitiveField[]>> = {
  RequestFiled: lodging,
  MediationRequested: lodging,
  PriorityRequested: lodging,
  IpComplaintLodged: [...lodging, ...text('request.matter.act')],
  Resubmitted: [...person('respondent.contact'), ...text('statement')],
  InfringementKnown: [],
  LimitationInterrupted: [],
  EvaluationReportRequired: text('reason'),
  EvaluationReportReceived: [],
  EvaluationReportRefused: text('reason'),
  DefectsTold: text('defects[].what'),
  DefectsCured: [...person('respondent.contact'), ...text('statement')],
  FilingExtended: text('reason'),
  CaseFiled: [],
  FilingRefused: text('reason'),
  RespondentServed: service,
  DefenceReceived: text('statement'),
  DefenceExtended: text('reason'),
  DefencePassedOn: service,
  JurisdictionObjected: text('ground'),
  JurisdictionDecided: text('reason'),
  TimeBarDecided: text('reason'),
  HearingScheduled: [],
  HearingNoticeServed: text('proof'),
  HearingHeld: text('minutes'),
  PartyAdded: [...person('party.contact'), ...text('reason')],
  ClaimChanged: text('claim', 'reason'),
  StayOrdered: text('reason'),
  StayDeclined: text('reason'),
  StayEnded: text('reason'),
  HandlingExtended: text('reason'),
  RulingIssued: text('orders', 'reasons'),
  RulingServed: service,
  RulingPublished: [],
  EnforcementRequested: text('reason'),
  SeriousListEntered: text('reason'),
  RequestWithdrawn: text('reason'),
  CaseCancelled: text('reason'),
  CaseConcluded: text('summary'),
  DamagesMediated: text('terms'),
  MediationRequestServed: service,
  MediationOpinionReceived: text('statement'),
  MediationFiled: [],
  MediationRefused: text('reason'),
  MediationRefusalTold: service,
  MediationHeld: [...person('attendees[]'), ...text('minutes')],
  MediationAgreed: text('terms'),
  MediationEnded: text('reason'),
  AgreementNotarised: [],
  PriorityRecommended: text('opinion'),
  PriorityGranted: [],
  PriorityRefused: text('reason'),
  FirstActionIssued: [],
  ActionNotified: [],
  ActionAnswered: text('statement'),
  PriorityEnded: text('reason'),
  IpComplaintAccepted: [],
  IpComplaintDeclined: text('reason'),
  ReferredToBody: text('ground'),
  ComplaintStayed: text('reason'),
  ComplaintStayEnded: text('reason'),
  PassedToPolice: text('suspicion'),
  PoliceAnswered: text('reason'),
  ResultIssued: text('summary'),
  ResultFedBack: [],
  TrackOpened: [],
  TrackClosed: text('outcome'),
  SuitBrought: [],
  RejectionNotified: [],
  ReExaminationRequested: [],
  ReExaminationDecided: [],
  InvalidationRequested: [],
  InvalidationDecided: [],
  ApplicationReceived: [],
  ApplicationExamined: [],
  PreliminaryApproved: [],
  OppositionFiled: [],
  OppositionDecided: [],
  RegistrationDenied: [],
  ReviewRequested: [],
  ReviewDecided: [],
  MarkRegistered: [],
  RegistrationExpiring: [],
  RenewalRequested: [],
  CancellationRequested: [],
  CancellationDecided: [],
};

const first = Object.fromEntries(Object.keys(own).map((type) => [type, 1])) as Record<IpOwnEventType, number>;

/** Every type with its schema version; names are storage formats, to be changed with an upcaster only (invariant 5). */
export const schemas: Readonly<Record<IpEventType, number>> = { ...procedureSchemas, ...first };

export const sensitive: Readonly<Partial<Record<IpEventType, readonly SensitiveField[]>>> = {
  ...sensitiveInProcedure,
  ...own,
};
