import type { Money } from '../shared/money.js';
import type { Defect, ServiceMethod } from '../shared/procedure/events.js';
import type { EvidenceRef, OfficeRef, PersonRef } from '../shared/reference.js';
import type { Opponent } from './matter.js';

/** The conditions of CNIPA 81, Art. 12, each found by the office to be met or not. */
export const conditions = [
  'standing',
  'clearRespondent',
  'concreteClaim',
  'jurisdiction',
  'noCourtCase',
  'noOtherRoute',
] as const;

export type Condition = (typeof conditions)[number];
export type Conditions = Readonly<Record<Condition, boolean>>;

export const filingRefusalGrounds = ['conditionNotMet', 'notCured', 'reportRefused', 'timeBarred'] as const;
export type FilingRefusalGround = (typeof filingRefusalGrounds)[number];

/** Three or more, an odd number (Art. 20). */
export interface Panel {
  readonly presiding: PersonRef;
  readonly members: readonly PersonRef[];
}

/**
 * The seven cases in which the office must stay, Art. 28. The first was read in the text itself; the wording of the others
 * follows the list of the practice guide.
 */
export const stayGrounds = [
  'invalidityAccepted',
  'partyDied',
  'partyLostCapacity',
  'organisationEnded',
  'forceMajeure',
  'dependsOnOtherCase',
  'otherMustStay',
] as const;
export type StayGround = (typeof stayGrounds)[number];

/** The cases in which the office may go on, Art. 29. */
export const goOnGrounds = ['inventionInvalidity', 'cleanReport', 'refiledInvalidity', 'validDecisionInForce'] as const;
export type GoOnGround = (typeof goOnGrounds)[number];

/** What is not counted beside a stay, Art. 37¶2. */
export const uncountedGrounds = ['publicNotice', 'testingOrAppraisal', 'longerEvidenceTime', 'settlementTime'] as const;

export type Side = 'complainant' | 'respondent';
export const absences = ['none', 'complainant', 'respondent', 'both'] as const;
export type Absence = (typeof absences)[number];
export const objectionOutcomes = ['upheld', 'rejected', 'outOfTime'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];
export const rulingBases = ['hearing', 'papers', 'repeatInfringement'] as const;
type RulingBasis = (typeof rulingBases)[number];
export const cancelGrounds = ['conditionsNotMet', 'patentInvalid', 'settled', 'other'] as const;
type CancelGround = (typeof cancelGrounds)[number];
export type WithdrawalGround = 'byRequester' | 'absentFromHearing' | 'timeBarDefence';

/** An earlier judgment or ruling on the same patent and the same infringer (Art. 34). */
interface EarlierFinding {
  readonly by: string;
  readonly number: string;
  /** PlainDate. */
  readonly on: string;
}

export interface Service {
  readonly method: ServiceMethod;
  readonly address: string;
  readonly proof: string;
}

interface FilingShapes {
  InfringementKnown: { knownOn: string };
  /** 时效中断: what is asked of the office in time is not barred afterwards (Civil Code, Art. 195). */
  LimitationInterrupted: { by: 'request' };
  EvaluationReportRequired: { reason: string };
  EvaluationReportReceived: { number: string; clean: boolean };
  EvaluationReportRefused: { reason: string | null };
  DefectsTold: { defects: readonly Defect[]; days: number };
  /** `registerCopy`: the copy of the patent register is among what was supplied. */
  DefectsCured: {
    statement: string;
    evidence: readonly EvidenceRef[];
    respondent: Opponent | null;
    registerCopy: boolean;
  };
  FilingExtended: { reason: string; approvedBy: PersonRef };
  CaseFiled: { number: string; conditions: Conditions; panel: Panel; national: boolean; patentInForce: boolean };
  FilingRefused: { ground: FilingRefusalGround; conditions: readonly Condition[]; reason: string };
}

interface DefenceShapes {
  RespondentServed: Service & { noHomeInChina: boolean };
  DefenceReceived: { statement: string; evidence: readonly EvidenceRef[]; timeBar: boolean };
  DefenceExtended: { days: number; reason: string };
  DefencePassedOn: Service;
  JurisdictionObjected: { by: Side; ground: string };
  /** `leavesHere`: upheld, and the competent office is a body outside this platform. */
  JurisdictionDecided: {
    outcome: ObjectionOutcome;
    to: OfficeRef | null;
    body: string | null;
    leavesHere: boolean;
    reason: string;
  };
  TimeBarDecided: { upheld: boolean; knownOn: string; reason: string };
}

interface HearingShapes {
  HearingScheduled: { hearing: number; hearingOn: string; place: string };
  HearingNoticeServed: { hearing: number; method: ServiceMethod; proof: string };
  HearingHeld: { hearing: number; absent: Absence; byDefault: boolean; minutes: string };
  PartyAdded: { party: Opponent; reason: string };
  ClaimChanged: { claim: string; reason: string };
}

interface StayShapes {
  StayOrdered: { ground: StayGround; reason: string; document: string };
  StayDeclined: { ground: GoOnGround; reason: string };
  StayEnded: { ground: StayGround; reason: string };
}

interface RulingShapes {
  HandlingExtended: { step: ExtensionStep; months: number; reason: string; approvedBy: PersonRef; office: OfficeRef };
  RulingIssued: {
    number: string;
    infringes: boolean;
    basis: RulingBasis;
    earlier: EarlierFinding | null;
    wilful: boolean;
    orders: string;
    reasons: string;
  };
  RulingServed: Service & { party: Side };
  RulingPublished: { place: string };
  EnforcementRequested: { court: string; reason: string };
  SeriousListEntered: { ground: 'wilfulRepeat' | 'notPerforming'; reason: string };
  RequestWithdrawn: { ground: WithdrawalGround; reason: string };
  CaseCancelled: { ground: CancelGround; reason: string };
  CaseConcluded: { summary: string };
}

/** `special` is the national trademark office's own extension, on proceedings beside the case. */
export type ExtensionStep = 'complex' | 'veryComplex' | 'further' | 'special';

/** Damages which the office mediates beside its own decision. */
interface DamagesShapes {
  DamagesMediated: { agreed: boolean; amount: Money | null; terms: string };
}

export interface AdjudicationShapes
  extends FilingShapes, DefenceShapes, HearingShapes, StayShapes, RulingShapes, DamagesShapes {}
