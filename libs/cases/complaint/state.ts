import type { FoldedEvent } from '../shared/case-kind.js';
import { minus, nothing, sum, type Money } from '../shared/money.js';
import type { Lodging } from '../shared/procedure/events.js';
import { evolveProcedure, occurredAt, passedTo, startProcedure, type Procedure } from '../shared/procedure/state.js';
import { stepped } from '../shared/procedure/steps.js';
import type { EvidenceRef } from '../shared/reference.js';
import { complaintRead } from './corrections.js';
import type { Complaint, Grade, Respondent, ServiceChannel } from './complaint.js';
import type { ComplaintEvent, FeedbackRecipient, Outcome } from './events.js';
import type {
  ChargeCheck,
  ClusterFinding,
  CompetitionReferral,
  ExemptionReview,
  IntermediaryCheck,
  PolicyCheck,
} from './findings.js';
import { lastActAfter } from './last-act.js';
import { advanced, redated, type ComplaintTracks } from './tracks.js';

export const statuses = [
  'lodged',
  'returnedForSupplement',
  'accepted',
  'transferred',
  'inHandling',
  'resultIssued',
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
  'handedOver',
  'merged',
] as const;

export type Status = (typeof statuses)[number];

/** Nothing more is owed by any office in these. */
export const closed: ReadonlySet<Status> = new Set([
  'concluded',
  'declined',
  'withdrawn',
  'terminated',
  'handedOver',
  'merged',
]);

export interface Refund {
  readonly charge: number;
  readonly amount: Money;
  readonly on: string;
  /** Id of the event by which it came: a correction names it. */
  readonly event: string;
}

export interface Findings {
  readonly policies: readonly PolicyCheck[];
  /** One a charge: the last check of it holds. */
  readonly charges: readonly ChargeCheck[];
  readonly intermediaries: readonly IntermediaryCheck[];
  readonly exemption: ExemptionReview | null;
  readonly referrals: readonly (CompetitionReferral & { readonly answered: { readonly found: boolean } | null })[];
  readonly cluster: ClusterFinding | null;
}

/** What the file holds whatever its status; the complaint is as last submitted. */
export interface File {
  readonly caseNumber: string;
  readonly complaint: Complaint;
  /** A supplement named another respondent than the lodging. */
  readonly respondentNamedSince: boolean;
  readonly lodging: Lodging;
  readonly channel: ServiceChannel;
  readonly lodgedOn: string;
  /** PlainDate from which the term of the grade counts. */
  readonly countedFrom: string;
  readonly grade: Grade | null;
  readonly findings: Findings;
  readonly refunds: readonly Refund[];
  readonly tracks: ComplaintTracks;
  /** What the last sorting of the petition came to; null before one. */
  readonly petitionAccepted: boolean | null;
  /** Days by which the handling of a petition was extended. */
  readonly extendedBy: number | null;
  readonly outcome: Outcome | null;
  readonly fedBackTo: readonly FeedbackRecipient[];
  /** PlainDate of the latest act of the handling: no result can have been formed before what it rests on. */
  readonly lastActOn: string;
  /** PlainDate on which the status was reached: no later step may take effect before it. */
  readonly since: string;
  /** Ids of the events which gave those days, so that a correction of the event moves the day. */
  readonly dayOf: { readonly since: string; readonly countedFrom: string };
  readonly procedure: Procedure;
}

export type State = { readonly status: 'none' } | ({ readonly status: Status } & File);
export type Existing = Exclude<State, { status: 'none' }>;

export const initial: State = { status: 'none' };

const noFindings: Findings = {
  policies: [],
  charges: [],
  intermediaries: [],
  exemption: null,
  referrals: [],
  cluster: null,
};

/** The fold: judges nothing and never throws; what comes before the lodging is known leaves nothing to show (invariant 15). */
export function evolve(state: State, folded: FoldedEvent): State {
  const event = folded as unknown as ComplaintEvent;
  const { on } = folded;
  if (event.type === 'ComplaintLodged') {
    const { caseNumber, acceptingOffice, lodging, channel, receivedOn, complaint } = event.data;
    return {
      status: 'lodged',
      caseNumber,
      complaint,
      respondentNamedSince: false,
      lodging,
      channel,
      lodgedOn: on,
      countedFrom: receivedOn,
      grade: null,
      findings: noFindings,
      refunds: [],
      tracks: {},
      petitionAccepted: null,
      extendedBy: null,
      outcome: null,
      fedBackTo: [],
      lastActOn: on,
      since: on,
      dayOf: { since: folded.id, countedFrom: folded.id },
      procedure: evolveProcedure(startProcedure(acceptingOffice, lodging.agent), folded),
    };
  }
  if (state.status === 'none') return state;
  const next = {
    ...state,
    procedure: evolveProcedure(state.procedure, folded),
    tracks: advanced(state.tracks, event.type, on),
  };
  const after = own(next, event, folded);
  if (after.status === 'none' || after.dayOf.since !== folded.id) return after;
  return { ...after, procedure: stepped(after.procedure, folded.id) };
}

function own(state: Existing, event: ComplaintEvent, { id, on }: FoldedEvent): State {
  const moved = (status: Status, changes: Partial<File> = {}): State => {
    return { ...state, ...changes, status, since: on, dayOf: { ...state.dayOf, since: id } };
  };
  const anew = (status: Status, changes: Partial<File> = {}): State => {
    return { ...state, ...changes, status, since: on, countedFrom: on, dayOf: { since: id, countedFrom: id } };
  };
  const acted = (changes: Partial<File> = {}): State => {
    return { ...state, ...changes, lastActOn: on > state.lastActOn ? on : state.lastActOn };
  };
  const found = (changes: Partial<Findings>) => acted({ findings: { ...state.findings, ...changes } });
  switch (event.type) {
    case 'SupplementRequested':
      return moved('returnedForSupplement');
    case 'Resubmitted':
      return anew('lodged', {
        complaint: resubmitted(state.complaint, event.data),
        respondentNamedSince: state.respondentNamedSince || event.data.respondent !== null,
      });
    case 'EvidenceAdded':
      return { ...state, complaint: withEvidence(state.complaint, event.data.evidence) };
    case 'ComplaintAccepted':
      return moved('accepted');
    case 'ComplaintDeclined':
      return moved('declined');
    case 'ComplaintGraded':
      return { ...state, grade: event.data.grade };
    case 'Transferred':
      return moved('transferred', { procedure: passedTo(state.procedure, event.data.to) });
    case 'DispatchObjectionDecided':
      if (!event.data.upheld) return state;
      return moved(event.data.to ? 'transferred' : 'accepted');
    case 'HandlingBegun':
      return moved('inHandling', { procedure: passedTo(state.procedure, event.data.office) });
    case 'PolicyChecked':
      return found({ policies: [...state.findings.policies, event.data] });
    case 'ChargeChecked': {
      const others = state.findings.charges.filter(({ charge }) => charge !== event.data.charge);
      return found({ charges: [...others, event.data] });
    }
    case 'RefundRecorded': {
      const { charge, amount } = event.data;
      return acted({ refunds: [...state.refunds, { charge, amount, on, event: id }] });
    }
    case 'IntermediaryChecked':
      return found({ intermediaries: [...state.findings.intermediaries, event.data] });
    case 'ExemptionReviewed':
      return found({ exemption: event.data });
    case 'CompetitionReferred':
      return found({ referrals: [...state.findings.referrals, { ...event.data, answered: null }] });
    case 'ReferralAnswered': {
      const { referral, found: upheld } = event.data;
      return found({
        referrals: state.findings.referrals.map((one) =>
          one.referral === referral ? { ...one, answered: { found: upheld } } : one,
        ),
      });
    }
    case 'ClusterFound':
      return found({ cluster: event.data });
    case 'PetitionSorted':
      return { ...state, petitionAccepted: event.data.accepted };
    case 'HandlingExtended':
      return acted({ extendedBy: event.data.days });
    case 'ResultIssued':
      return moved('resultIssued', { outcome: event.data.outcome });
    case 'ResultFedBack':
      return { ...state, fedBackTo: [...new Set([...state.fedBackTo, event.data.to])] };
    case 'ComplaintConcluded':
      return moved('concluded');
    case 'CaseReopened':
      return anew(reopenedAs(state), { grade: null, outcome: null, fedBackTo: [], extendedBy: null });
    case 'FactCorrected':
      return corrected(state, event.data);
    case 'ComplaintWithdrawn':
      return moved('withdrawn');
    case 'HandlingTerminated':
      return moved('terminated');
    case 'HandedToPlatform':
      return moved('handedOver');
    case 'CaseMerged':
      return moved('merged');
    default:
      return state;
  }
}

/** What was declined is reviewed again; what was accepted goes on where it stood. */
function reopenedAs({ status, procedure }: Existing): Status {
  const accepted = procedure.events.some(({ type }) => type === 'ComplaintAccepted');
  if (status === 'declined' || !accepted) return 'lodged';
  return procedure.handlingOffice ? 'inHandling' : 'accepted';
}

function corrected(state: Existing, { event, field, is }: { event: string; field: string; is: string }): State {
  const { dayOf, procedure } = state;
  if (field !== occurredAt) {
    return procedure.events[0]?.id === event ? { ...state, complaint: complaintRead(state, field, is) } : state;
  }
  return {
    ...state,
    lodgedOn: procedure.events[0]?.id === event ? is : state.lodgedOn,
    since: dayOf.since === event ? is : state.since,
    countedFrom: dayOf.countedFrom === event ? is : state.countedFrom,
    refunds: state.refunds.map((one) => (one.event === event ? { ...one, on: is } : one)),
    lastActOn: lastActAfter(state.lastActOn, procedure.events, event),
    tracks: redated(state.tracks, procedure.events, event),
  };
}

function resubmitted(complaint: Complaint, data: { respondent: Respondent | null; evidence: readonly EvidenceRef[] }) {
  return withEvidence({ ...complaint, respondent: data.respondent ?? complaint.respondent }, data.evidence);
}

function withEvidence(complaint: Complaint, evidence: readonly EvidenceRef[]): Complaint {
  return { ...complaint, evidence: [...complaint.evidence, ...evidence] };
}

export function refundsOrdered({ findings }: File): Money {
  return sum(findings.charges.map(({ refund }) => refund?.amount ?? nothing));
}

export function refundsPaid({ refunds }: File): Money {
  return sum(refunds.map(({ amount }) => amount));
}

/** What was ordered to be paid back of a charge and has not been; never below nothing, should a later check order less. */
export function refundOutstanding({ findings, refunds }: File, charge: number): Money {
  const ordered = findings.charges.find((one) => one.charge === charge)?.refund?.amount ?? nothing;
  const left = minus(ordered, sum(refunds.filter((one) => one.charge === charge).map(({ amount }) => amount)));
  return left.startsWith('-') ? nothing : left;
}

export function refundsOutstanding(file: File): Money {
  return sum(file.findings.charges.map(({ charge }) => refundOutstanding(file, charge)));
}
