import type { Money } from '../shared/money.js';
import type { EventsOf, Lodging, ProcedureShapes } from '../shared/procedure/events.js';
import type { EvidenceRef, OfficeRef, PersonRef } from '../shared/reference.js';
import type { Complaint, Grade, Respondent, ServiceChannel } from './complaint.js';
import type {
  ChargeCheck,
  ClusterFinding,
  CompetitionReferral,
  ExemptionReview,
  IntermediaryCheck,
  PolicyCheck,
} from './findings.js';
import type { TrackShapes } from './tracks.js';

/** Streams of rights complaints (权益投诉): `complaint-<case id>`. */
export const category = 'complaint';

/** What the law itself names; further grounds (a result already given, say) are the operator's reference data. */
export type DeclineGround =
  /** Not a matter of a firm's rights: 非企业诉求. */
  | 'notAFirmsMatter'
  /** A court, an arbitration body or a reconsideration has it. */
  | 'otherForum'
  /** A debt: to be lodged as an overdue-payment claim. */
  | 'overduePayment'
  /** On the register of abnormal complainants: 上海市民营经济促进条例 Art. 71. */
  | 'abnormalComplainant'
  | 'otherByLaw';

/** `notResolved`: it cannot be done, and the complainant is told why (SHB Art. 49¶2). */
export type Outcome = 'resolved' | 'partlyResolved' | 'notResolved' | 'unfounded' | 'referred';
export type FeedbackRecipient = 'complainant' | 'acceptingAuthority';

interface OwnShapes {
  /** `channel` and `receivedOn` stand at the top too: the law packs choose their clocks, and count, by them. */
  ComplaintLodged: {
    caseNumber: string;
    acceptingOffice: OfficeRef;
    lodging: Lodging;
    channel: ServiceChannel;
    receivedOn: string;
    complaint: Complaint;
  };
  Resubmitted: { statement: string; evidence: readonly EvidenceRef[]; respondent: Respondent | null };
  ComplaintAccepted: { office: OfficeRef; channel: ServiceChannel };
  /** `advice`: which way is open instead (SHB Art. 90: tell and explain). */
  ComplaintDeclined: { ground: string; reason: string; advice: string };
  /** Graded first by who handles it; again, with a reason, by the head of the department. */
  ComplaintGraded: {
    grade: Grade;
    previous: Grade | null;
    reason: string;
    channel: ServiceChannel;
    /** PlainDate the term counts from: of receipt, of the re-submission, or of the reopening. */
    receivedOn: string;
    gradedBy: PersonRef;
  };
  Transferred: { to: OfficeRef; from: OfficeRef; ground: string; petition: boolean };
  HandlingBegun: { office: OfficeRef };
  PolicyChecked: PolicyCheck;
  ChargeChecked: ChargeCheck;
  RefundRecorded: { charge: number; amount: Money; reference: string; outstanding: Money };
  IntermediaryChecked: IntermediaryCheck;
  ExemptionReviewed: ExemptionReview;
  CompetitionReferred: CompetitionReferral;
  ReferralAnswered: { referral: number; found: boolean; answer: string };
  ClusterFound: ClusterFinding;
  /** Petitions alone can be extended: 信访工作条例, once, by at most 30 days. */
  HandlingExtended: { days: number; reason: string; approvedBy: PersonRef };
  ResultIssued: {
    outcome: Outcome;
    answer: string;
    /** Why it cannot be done, or not wholly. */
    explanation: string | null;
    refundsOrdered: Money;
    refundsPaid: Money;
  };
  ResultFedBack: { to: FeedbackRecipient; how: string };
  ComplaintConcluded: { outcome: Outcome };
  ComplaintWithdrawn: { reason: string };
}

export interface ComplaintShapes extends OwnShapes, TrackShapes, ProcedureShapes {}
export type ComplaintEventType = keyof ComplaintShapes;
export type ComplaintEvent = EventsOf<ComplaintShapes>;
