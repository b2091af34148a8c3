import type { FoldedEvent } from '../shared/case-kind.js';
import type { CorrectionShapes } from '../shared/procedure/events.js';
import { evolveProcedure, occurredAt, passedTo, startProcedure, type Procedure } from '../shared/procedure/state.js';
import { stepped } from '../shared/procedure/steps.js';
import type { WithdrawalGround } from './adjudication-events.js';
import { evolveAdjudication, noAdjudication, redated, type Adjudication } from './adjudication-facts.js';
import { requestRead } from './corrections.js';
import { courtCasesRead, evolveCourtCases, type CourtCases } from './court-cases.js';
import type { IpEvent, Lodged } from './events.js';
import type { Matter, Request, Route } from './matter.js';
import { officeSteps, type OfficeStep } from './office-steps.js';
import { reopenedAs, reviewedAs, wasTakenOn } from './reopening.js';

export const statuses = [
  'requestFiled',
  'defectsTold',
  'caseFiled',
  'inAdjudication',
  'stayed',
  'ruled',
  'mediationRequested',
  'awaitingOpinion',
  'opinionAgreed',
  'inMediation',
  'mediationRefused',
  'priorityRequested',
  'recommended',
  'underPriority',
  'complaintLodged',
  'returnedForSupplement',
  'inHandling',
  'complaintStayed',
  'withPolice',
  'resultIssued',
  'concluded',
  'agreed',
  'refused',
  'withdrawn',
  'cancelled',
  'referred',
  'terminated',
  'merged',
  'handedOver',
] as const;

export type Status = (typeof statuses)[number];

/** Nothing more is owed by any office in these. */
export const closed: ReadonlySet<Status> = new Set([
  'concluded',
  'agreed',
  'refused',
  'withdrawn',
  'cancelled',
  'referred',
  'terminated',
  'merged',
  'handedOver',
]);

/** What the file holds whatever its status; the request is as last submitted. */
export interface File extends CourtCases {
  readonly caseNumber: string;
  readonly route: Route;
  readonly request: Request;
  /** The papers cured or supplied named another respondent than the lodging. */
  readonly respondentNamedSince: boolean;
  readonly lodgedOn: string;
  /** PlainDate on which the status was reached: no later step may take effect before it. */
  readonly since: string;
  /** Id of the event by which it was reached. */
  readonly statusBy: string;
  readonly procedure: Procedure;
  readonly adjudication: Adjudication;
  readonly opinion: { readonly agrees: boolean } | null;
  readonly notarised: boolean;
  readonly firstAction: boolean;
  /** An office action which the applicant has not answered yet. */
  readonly unanswered: boolean;
  /** On what ground the request was withdrawn, or counted as withdrawn, last. */
  readonly withdrawal: WithdrawalGround | null;
  readonly officeSteps: readonly { readonly step: OfficeStep; readonly number: string }[];
}

export type State = { readonly status: 'none' } | ({ readonly status: Status } & File);
export type Existing = Exclude<State, { status: 'none' }>;

export const initial: State = { status: 'none' };

/** The event which opens a case of each route, and the status it opens in. */
const opened: Readonly<Record<string, Status>> = {
  RequestFiled: 'requestFiled',
  MediationRequested: 'mediationRequested',
  PriorityRequested: 'priorityRequested',
  IpComplaintLodged: 'complaintLodged',
};

/**
 * The fold. It judges nothing and never throws: a state as of a past moment is the fold of events with gaps
 * (invariant 15), so an event finds whatever there is. Events before the lodging is known leave nothing to show.
 */
export function evolve(state: State, folded: FoldedEvent): State {
  const status = opened[folded.type];
  if (status !== undefined) return lodged(status, folded);
  if (state.status === 'none') return state;
  const event = folded as unknown as IpEvent;
  const file = {
    ...state,
    procedure: inHand(evolveProcedure(state.procedure, folded)),
    adjudication: evolveAdjudication(state.adjudication, event, folded.on),
  };
  const courts = evolveCourtCases(file, event, folded.id, file.procedure.run);
  const noted = evolveFile({ ...file, ...courts }, event);
  const next = nextStatus(noted, event);
  if (next === null) return noted;
  const { id, on } = folded;
  return { ...noted, status: next, since: on, statusBy: id, procedure: stepped(noted.procedure, id) };
}

/** The accepting office handles what no other does: a case handed back to it is in its hands again. */
function inHand(procedure: Procedure): Procedure {
  return procedure.handlingOffice === null ? passedTo(procedure, procedure.acceptingOffice) : procedure;
}

/** The day of an event was corrected: the days which the file keeps of it follow; of the request, its reading. */
function corrected(file: Existing, { event, field, eventType, is }: CorrectionShapes['FactCorrected']): Existing {
  if (field !== occurredAt) {
    return {
      ...file,
      request: requestRead(file, eventType, field, is),
      ...courtCasesRead(file, event, field, is),
    };
  }
  const lodgedOn = opened[eventType] === undefined ? file.lodgedOn : is;
  const ofType = file.procedure.events.filter(({ type }) => type === eventType);
  const at = ofType.findIndex(({ id }) => id === event);
  const adjudication = at < 0 ? file.adjudication : redated(file.adjudication, eventType, is, ofType.length - 1 - at);
  return { ...file, lodgedOn, adjudication, since: file.statusBy === event ? is : file.since };
}

function lodged(status: Status, folded: FoldedEvent): State {
  const { caseNumber, acceptingOffice, office, request } = folded.data as unknown as Lodged<Matter>;
  const procedure = evolveProcedure(passedTo(startProcedure(acceptingOffice, request.lodging.agent), office), folded);
  return {
    status,
    caseNumber,
    route: request.matter.route,
    request,
    respondentNamedSince: false,
    lodgedOn: folded.on,
    since: folded.on,
    statusBy: folded.id,
    procedure,
    adjudication: noAdjudication,
    opinion: null,
    notarised: false,
    firstAction: false,
    unanswered: false,
    withdrawal: null,
    tracks: [],
    suits: [],
    officeSteps: [],
  };
}

/** What an event adds to the file beside its status. */
function evolveFile(file: Existing, event: IpEvent): Existing {
  switch (event.type) {
    case 'DefectsCured':
      return withRegisterCopy(supplied(file, event.data), event.data.registerCopy);
    case 'Resubmitted':
      return supplied(file, event.data);
    case 'FactCorrected':
      return corrected(file, event.data);
    case 'ClaimChanged':
      return { ...file, request: { ...file.request, claim: event.data.claim } };
    case 'JurisdictionDecided': {
      const { to } = event.data;
      return to === null ? file : { ...file, procedure: passedTo(file.procedure, to) };
    }
    case 'MediationOpinionReceived':
      return { ...file, opinion: { agrees: event.data.agrees } };
    case 'AgreementNotarised':
      return { ...file, notarised: true };
    case 'FirstActionIssued':
      return { ...file, firstAction: true };
    case 'ActionNotified':
      return { ...file, unanswered: true };
    case 'ActionAnswered':
      return { ...file, unanswered: false };
    case 'RequestWithdrawn':
      return { ...file, withdrawal: event.data.ground };
    case 'CaseReopened':
      return { ...file, notarised: false, opinion: wasTakenOn(file) ? file.opinion : null };
    default: {
      const { type, data } = event as { type: string; data: { number?: string } };
      if (!(type in officeSteps)) return file;
      const step = { step: type as OfficeStep, number: data.number ?? '' };
      return { ...file, officeSteps: [...file.officeSteps, step] };
    }
  }
}

function supplied(file: Existing, { respondent, evidence }: Pick<Request, 'respondent' | 'evidence'>): Existing {
  const { request } = file;
  const all = [...request.evidence, ...evidence];
  const respondentNamedSince = file.respondentNamedSince || respondent !== null;
  const supplied = { ...request, respondent: respondent ?? request.respondent, evidence: all };
  return { ...file, request: supplied, respondentNamedSince };
}

function withRegisterCopy(file: Existing, supplied: boolean): Existing {
  const { matter } = file.request;
  if (!supplied || matter.route !== 'adjudication') return file;
  const patent = { ...matter.patent, registerCopy: true };
  return { ...file, request: { ...file.request, matter: { ...matter, patent } } };
}

/** Each event that moves the case, with the status it moves it to. */
const moved: Readonly<Record<string, Status>> = {
  SupplementRequested: 'returnedForSupplement',
  DefectsTold: 'defectsTold',
  DefectsCured: 'requestFiled',
  CaseFiled: 'caseFiled',
  FilingRefused: 'refused',
  RespondentServed: 'inAdjudication',
  StayOrdered: 'stayed',
  RulingIssued: 'ruled',
  CaseConcluded: 'concluded',
  RequestWithdrawn: 'withdrawn',
  CaseCancelled: 'cancelled',
  MediationRequestServed: 'awaitingOpinion',
  MediationFiled: 'inMediation',
  MediationRefused: 'mediationRefused',
  MediationRefusalTold: 'refused',
  MediationAgreed: 'agreed',
  MediationEnded: 'concluded',
  PriorityRecommended: 'recommended',
  PriorityGranted: 'underPriority',
  PriorityRefused: 'refused',
  PriorityEnded: 'concluded',
  IpComplaintAccepted: 'inHandling',
  IpComplaintDeclined: 'refused',
  ReferredToBody: 'referred',
  ComplaintStayed: 'complaintStayed',
  ComplaintStayEnded: 'inHandling',
  PassedToPolice: 'withPolice',
  ResultIssued: 'resultIssued',
  ResultFedBack: 'concluded',
  HandlingTerminated: 'terminated',
  CaseMerged: 'merged',
  HandedToPlatform: 'handedOver',
};

function nextStatus(file: Existing, event: IpEvent): Status | null {
  switch (event.type) {
    case 'Resubmitted':
      return reviewedAs[file.route];
    case 'MediationOpinionReceived':
      return event.data.agrees ? 'opinionAgreed' : null;
    case 'StayEnded':
      return file.adjudication.served ? 'inAdjudication' : 'caseFiled';
    case 'JurisdictionDecided':
      return event.data.leavesHere ? 'referred' : null;
    case 'PoliceAnswered':
      return event.data.outcome === 'noCrime' ? 'inHandling' : 'referred';
    case 'CaseReopened':
      return reopenedAs(file);
    default:
      return moved[event.type] ?? null;
  }
}
