import type { EventsOf, ProcedureEvent } from '../shared/procedure/events.js';
import type { EvidenceRef, OfficeRef } from '../shared/reference.js';
import type { AdjudicationShapes } from './adjudication-events.js';
import type {
  AdjudicationMatter,
  ComplaintMatter,
  Matter,
  MediationMatter,
  Opponent,
  PriorityMatter,
  Request,
} from './matter.js';
import type { OfficeStepShapes } from './office-steps.js';
import type { ComplaintShapes, MediationShapes, PriorityShapes, TrackShapes } from './route-events.js';

/** Streams of IP fast-track cases (知识产权快审): `ipFastTrack-<case id>`. */
export const category = 'ipFastTrack';

export const streamOf = (caseId: string): string => `${category}-${caseId}`;

/** `office` has the case in hand from the day it was received. */
export interface Lodged<M extends Matter> {
  caseNumber: string;
  acceptingOffice: OfficeRef;
  office: OfficeRef;
  request: Request<M>;
}

/** One opening event a route: its clocks start with it. */
interface LodgingShapes {
  RequestFiled: Lodged<AdjudicationMatter>;
  MediationRequested: Lodged<MediationMatter>;
  PriorityRequested: Lodged<PriorityMatter>;
  IpComplaintLodged: Lodged<ComplaintMatter>;
}

/** The answer to a supplement, on the routes which have no written defects of Art. 16. */
interface SupplementShapes {
  Resubmitted: { statement: string; evidence: readonly EvidenceRef[]; respondent: Opponent | null };
}

interface IpShapes
  extends
    LodgingShapes,
    SupplementShapes,
    AdjudicationShapes,
    MediationShapes,
    PriorityShapes,
    ComplaintShapes,
    TrackShapes,
    OfficeStepShapes {}

export type IpOwnEventType = keyof IpShapes;
type IpOwnEvent = EventsOf<IpShapes>;
export type IpEvent = IpOwnEvent | ProcedureEvent;
export type IpEventType = IpEvent['type'];
