import type { FoldedEvent } from '../shared/case-kind.js';
import type { Lodging } from '../shared/procedure/events.js';
import { evolveProcedure, occurredAt, passedTo, startProcedure, type Procedure } from '../shared/procedure/state.js';
import { stepped } from '../shared/procedure/steps.js';
import type { ConditionFinding } from './conditions.js';
import { requestRead } from './corrections.js';
import type { Corrector, CreditRepairEvent, ObjectionTrack, Repairer, Result } from './events.js';
import type { FalsePromiseConsequence } from './false-promise.js';
import type { RepairReading } from './publicity.js';
import type { RepairRequest } from './record.js';
import { advanced, redated, type RecordTracks } from './record-track.js';
import type { RepairTrack } from './regime.js';

export const statuses = [
  'requested',
  'returnedForSupplement',
  'passed',
  'accepted',
  'repaired',
  'refused',
  'declined',
  'stoppedAtMaximum',
  'concluded',
  'withdrawn',
  'terminated',
  'handedOver',
  'merged',
  'voided',
] as const;

export type Status = (typeof statuses)[number];

/** Nothing more is owed by any office in these. */
export const closed: ReadonlySet<Status> = new Set([
  'concluded',
  'withdrawn',
  'terminated',
  'handedOver',
  'merged',
  'voided',
]);

export interface Objection {
  readonly objection: number;
  readonly track: ObjectionTrack;
  readonly by: Corrector;
  readonly raisedOn: string;
  readonly marked: boolean;
  readonly forwarded: boolean;
  readonly received: boolean;
  readonly upheld: boolean | null;
}

export interface File {
  readonly caseNumber: string;
  readonly request: RepairRequest;
  readonly lodging: Lodging;
  readonly track: RepairTrack;
  readonly reading: RepairReading;
  readonly lodgedOn: string;
  readonly repairer: Repairer | null;
  /** As last reviewed; null before. */
  readonly conditions: readonly ConditionFinding[] | null;
  readonly extensions: number;
  readonly result: Result | null;
  readonly publicityEnded: boolean;
  readonly shared: boolean;
  readonly told: boolean;
  readonly sanctionsLifted: boolean;
  /** PlainDate before which the record is not repaired, a promise having been found false; null where nothing bars it. */
  readonly barredUntil: string | null;
  readonly objections: readonly Objection[];
  readonly tracks: RecordTracks;
  readonly since: string;
  /** Id of the event by which the status was reached, so that a correction of its day moves the day. */
  readonly sinceEvent: string;
  readonly procedure: Procedure;
}

export type State = { readonly status: 'none' } | ({ readonly status: Status } & File);
export type Existing = Exclude<State, { status: 'none' }>;

export const initial: State = { status: 'none' };

/** The fold: judges nothing and never throws; what comes before the request is known leaves nothing to show (invariant 15). */
export function evolve(state: State, folded: FoldedEvent): State {
  const event = folded as unknown as CreditRepairEvent;
  const { id, on } = folded;
  if (event.type === 'RepairRequested') {
    const { caseNumber, acceptingOffice, lodging, track, request, reading } = event.data;
    return {
      status: 'requested',
      caseNumber,
      request,
      lodging,
      track,
      reading,
      lodgedOn: on,
      repairer: null,
      conditions: null,
      extensions: 0,
      result: null,
      publicityEnded: false,
      shared: false,
      told: false,
      sanctionsLifted: false,
      barredUntil: null,
      objections: [],
      tracks: {},
      since: on,
      sinceEvent: id,
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
  if (after.status === 'none' || after.sinceEvent !== folded.id) return after;
  return { ...after, procedure: stepped(after.procedure, folded.id) };
}

function own(state: Existing, event: CreditRepairEvent, { id, on }: FoldedEvent): State {
  const moved = (status: Status, changes: Partial<File> = {}): State => {
    return { ...state, ...changes, status, since: on, sinceEvent: id };
  };
  switch (event.type) {
    case 'SupplementRequested':
      return moved('returnedForSupplement');
    case 'Resubmitted':
      return moved('requested', { request: resubmitted(state.request, event.data) });
    case 'EvidenceAdded':
      return { ...state, request: withMaterials(state.request, event.data.evidence) };
    case 'PassedToDepartment':
      return moved('passed', { procedure: passedTo(state.procedure, event.data.to) });
    case 'DispatchObjectionDecided':
      if (!event.data.upheld) return state;
      return moved(event.data.to ? 'passed' : 'requested');
    case 'DepartmentAccepted':
      return moved('accepted', {
        repairer: event.data.by,
        procedure: passedTo(state.procedure, event.data.office),
      });
    case 'DepartmentDeclined':
      return moved('declined', { result: 'declined' });
    case 'ConditionsReviewed':
      return { ...state, conditions: event.data.conditions, reading: event.data.reading };
    case 'HandlingExtended':
      return { ...state, extensions: state.extensions + 1 };
    case 'RepairDecided': {
      const result = event.data.repaired ? 'repaired' : 'refused';
      return moved(result, { result });
    }
    case 'PublicityEnded': {
      if (event.data.by === 'repair') return done({ ...state, publicityEnded: true }, id, on);
      return moved('stoppedAtMaximum', { publicityEnded: true, result: 'stoppedAtMaximum' });
    }
    case 'RepairShared':
      return done({ ...state, shared: true }, id, on);
    case 'ResultTold':
      return done({ ...state, told: true }, id, on);
    case 'RepairNoticeRecorded':
      return { ...state, request: { ...state.request, notice: event.data } };
    case 'SanctionsLifted':
      return { ...state, sanctionsLifted: true };
    case 'FalsePromiseFound':
      return event.data.adopted ? voided(state, event.data.consequence, moved) : state;
    case 'ObjectionRaised': {
      const { objection, track, by } = event.data;
      const raised = {
        objection,
        track,
        by,
        raisedOn: on,
        marked: false,
        forwarded: false,
        received: false,
        upheld: null,
      };
      return { ...state, objections: [...state.objections, raised] };
    }
    case 'ObjectionMarked':
      return objection(state, event.data.objection, { marked: true });
    case 'ObjectionForwarded':
      return objection(state, event.data.objection, { forwarded: true });
    case 'SourceReceivedObjection':
      return objection(state, event.data.objection, { received: true });
    case 'ObjectionDecided':
      return objection(state, event.data.objection, { upheld: event.data.upheld });
    case 'RequestWithdrawn':
      return moved('withdrawn');
    case 'HandlingTerminated':
      return moved('terminated');
    case 'HandedToPlatform':
      return moved('handedOver');
    case 'CaseMerged':
      return moved('merged');
    case 'CaseReopened':
      return reopened(state, moved);
    case 'FactCorrected':
      return corrected(state, event.data);
    default:
      return state;
  }
}

/** A repair not carried out yet is refused instead, and that is told; one that is concluded is void. */
function voided(
  state: Existing,
  { barredUntil }: FalsePromiseConsequence,
  moved: (status: Status, changes?: Partial<File>) => State,
): State {
  if (state.status === 'repaired') return moved('refused', { result: 'refused', told: false, barredUntil });
  return state.status === 'concluded' ? moved('voided', { barredUntil }) : { ...state, barredUntil };
}

/** What was declined is passed on anew; all else goes on with the department which has it. */
function reopened(state: Existing, moved: (status: Status, changes?: Partial<File>) => State): State {
  const { procedure, result } = state;
  if (result === 'declined') return moved('requested', { ...anew, procedure: passedTo(procedure, null) });
  const { handlingOffice, acceptingOffice } = procedure;
  const passed = handlingOffice !== null && handlingOffice.id !== acceptingOffice.id;
  return moved(passed ? 'passed' : 'requested', anew);
}

const anew = {
  repairer: null,
  conditions: null,
  result: null,
  publicityEnded: false,
  shared: false,
  told: false,
  extensions: 0,
  barredUntil: null,
} as const;

/** Concluded once the applicant knows and, where it was repaired, publicity has ended and the result is shared. */
function done(state: Existing, id: string, on: string): State {
  const followedUp = state.result !== 'repaired' || (state.publicityEnded && state.shared);
  return state.told && followedUp ? { ...state, status: 'concluded', since: on, sinceEvent: id } : state;
}

function objection(state: Existing, number: number, changes: Partial<Objection>): State {
  const objections = state.objections.map((one) => (one.objection === number ? { ...one, ...changes } : one));
  return { ...state, objections };
}

function resubmitted(
  request: RepairRequest,
  { evidence, corrections }: { evidence: RepairRequest['materials']; corrections: string | null },
): RepairRequest {
  return withMaterials({ ...request, corrections: corrections ?? request.corrections }, evidence);
}

function withMaterials(request: RepairRequest, evidence: RepairRequest['materials']): RepairRequest {
  return { ...request, materials: [...request.materials, ...evidence] };
}

/** By what the minimum of the publicity period is reached or not. */
const ofReview: ReadonlySet<string> = new Set([
  'request.record.foundOn',
  'request.record.publishedOn',
  'request.record.class',
]);

/** `field` is a path in the request, such as `request.record.documentNumber`. */
function corrected(state: Existing, { event, field, is }: { event: string; field: string; is: string }): State {
  if (field !== occurredAt) {
    const lodging = state.procedure.events[0]?.id === event;
    if (!lodging) return state;
    // What was reviewed by another reading is reviewed again, as long as nothing was decided on it.
    const conditions = state.status === 'accepted' && ofReview.has(field) ? null : state.conditions;
    return { ...state, conditions, request: requestRead(state, field, is) };
  }
  const { events } = state.procedure;
  const raised = events.filter(({ type }) => type === 'ObjectionRaised');
  return {
    ...state,
    lodgedOn: events[0]?.id === event ? is : state.lodgedOn,
    since: state.sinceEvent === event ? is : state.since,
    objections: state.objections.map((one, i) => (raised[i]?.id === event ? { ...one, raisedOn: is } : one)),
    tracks: redated(state.tracks, events, event),
  };
}
