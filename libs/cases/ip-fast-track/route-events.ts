import type { Money } from '../shared/money.js';
import type { OfficeRef } from '../shared/reference.js';
import type { Service } from './adjudication-events.js';
import type { PrioritySubject } from './matter.js';

export const mediationRefusals = ['noAnswer', 'disagrees'] as const;
export const mediationOutcomes = ['agreed', 'adjourned', 'failed'] as const;

/** Mediation of a patent dispute, CNIPA 81, Art. 65, 66 and 69. */
export interface MediationShapes {
  MediationRequestServed: Service;
  MediationOpinionReceived: { agrees: boolean; statement: string };
  MediationFiled: { number: string };
  MediationRefused: { ground: (typeof mediationRefusals)[number]; reason: string };
  MediationRefusalTold: Service;
  MediationHeld: {
    place: string;
    attendees: readonly string[];
    minutes: string;
    outcome: (typeof mediationOutcomes)[number];
  };
  MediationAgreed: { terms: string; amount: Money | null };
  MediationEnded: { reason: string };
  /** Art. 69: notarised, the agreement can be enforced. */
  AgreementNotarised: { notary: string; number: string };
}

/** Priority is not given, CNIPA 85, Art. 8; or refused for a reason of the office's own. */
export const priorityRefusals = [
  'divisionalOfAccelerated',
  'sameDayFiling',
  'alreadyAccelerated',
  'notRecommended',
  'other',
] as const;
/** How the priority ended: with the decision, as a hard case (Art. 15), or back to the ordinary order. */
export const priorityEndings = ['closed', 'hardCase', 'answeredLate', 'changedByApplicant', 'other'] as const;

/** Priority examination, CNIPA 85: `what` chooses the period. */
export interface PriorityShapes {
  PriorityRecommended: { by: OfficeRef; opinion: string };
  PriorityGranted: { what: PrioritySubject; notice: string };
  PriorityRefused: { ground: (typeof priorityRefusals)[number]; reason: string };
  FirstActionIssued: { notice: string };
  ActionNotified: { what: PrioritySubject; notifiedOn: string; notice: string };
  ActionAnswered: { statement: string };
  PriorityEnded: { how: (typeof priorityEndings)[number]; reason: string };
}

export const complaintDeclineGrounds = ['notInfringementOfRight', 'noRight', 'otherForum', 'otherByLaw'] as const;
export const complaintOutcomes = ['infringementFound', 'noInfringement', 'settled', 'notEstablished'] as const;

/** The fine of the Trademark Law on illegal turnover (2019: Art. 60; from 2027-01-01: Art. 74). */
export interface Fine {
  readonly amount: Money;
  /** Null where there is none or it cannot be found. */
  readonly illegalTurnover: Money | null;
  /** Twice or more in five years: heavier. */
  readonly repeated: boolean;
}

/** Trademark, copyright and trade-secret complaints; the law sets the department no clock. */
export interface ComplaintShapes {
  IpComplaintAccepted: { number: string };
  IpComplaintDeclined: { ground: (typeof complaintDeclineGrounds)[number]; reason: string };
  /** To the body competent, with its receipt; it closes the case here. */
  ReferredToBody: { body: string; ground: string; receipt: string };
  /** Trademark Law (2026), Art. 76: ownership in dispute, or the right holder also sues. */
  ComplaintStayed: { ground: 'ownershipDisputed' | 'rightHolderSues'; reason: string };
  ComplaintStayEnded: { reason: string };
  /** Suspected crime, to the police promptly (Art. 75). */
  PassedToPolice: { organ: string; suspicion: string; receipt: string };
  PoliceAnswered: { outcome: 'caseFiled' | 'noCrime'; number: string | null; reason: string };
  ResultIssued: { outcome: (typeof complaintOutcomes)[number]; summary: string; fine: Fine | null };
  ResultFedBack: { how: string };
}

export const tracks = ['civil', 'administrative', 'criminal'] as const;
export type Track = (typeof tracks)[number];

/** 三审合一, Pudong Rules Art. 12: one trial organisation hears all three; each has its court case number. No clock. */
export interface TrackShapes {
  TrackOpened: { track: Track; court: string; caseNumber: string };
  TrackClosed: { track: Track; court: string; caseNumber: string; outcome: string };
  SuitBrought: { against: SuitAgainst; court: string; caseNumber: string; party: 'complainant' | 'respondent' };
}

export const suitsAgainst = ['ruling', 'reExamination', 'invalidation', 'trademarkReview'] as const;
export type SuitAgainst = (typeof suitsAgainst)[number];
