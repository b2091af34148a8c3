import type { FoldedEvent } from '../case-kind.js';
import type { CaseLevel, CaseRef, OfficeLevel, OfficeRef, PersonRef } from '../reference.js';
import type { Agent, Confidentiality, LinkRelation, ProcedureEvent } from './events.js';
import type {
  Correction,
  DispatchObjection,
  DocumentOnFile,
  EventOnFile,
  JointHandling,
  MarkOnFile,
  OutcomeObjection,
  Pause,
  RatingOnFile,
} from './on-file.js';
import { redated, resumed } from './redated.js';
import { evolveRungs, noRungs, type Rungs } from './rungs.js';

/** The part of a case's state which all kinds have: who answers for it and holds it, its papers, pauses, links, aftercare. */
export interface Procedure extends Rungs {
  readonly acceptingOffice: OfficeRef;
  /** The office that has it in hand; null while it lies with the accepting office. The lead, where several act together. */
  readonly handlingOffice: OfficeRef | null;
  /** 首接负责: stays until the conclusion, whoever holds the file. */
  readonly firstContact: { readonly officer: PersonRef; readonly office: OfficeRef } | null;
  readonly contactedOn: string | null;
  /** The event of that contact. */
  readonly contactedBy: string | null;
  /** Who acts for the complainant; null where nobody does, or does no more. */
  readonly agent: Agent | null;
  readonly holder: PersonRef | null;
  readonly joint: JointHandling | null;
  readonly dispatchObjection: DispatchObjection | null;
  readonly notes: number;
  readonly documents: readonly DocumentOnFile[];
  readonly supplementRequests: number;
  readonly supplementDueOn: string | null;
  /** Asked for and not supplied yet. */
  readonly supplementOpen: boolean;
  readonly pauses: readonly Pause[];
  readonly corrections: readonly Correction[];
  readonly links: readonly (CaseRef & { readonly relation: LinkRelation })[];
  readonly mergedInto: CaseRef | null;
  readonly taken: readonly CaseRef[];
  readonly satisfaction: RatingOnFile | null;
  readonly outcomeObjections: readonly OutcomeObjection[];
  /** 1 until the case is reopened. */
  readonly run: number;
  readonly retaliationReported: boolean;
  readonly protected: boolean;
  /** What was ever marked; what stands of it, and on which part of the file, is in `marks`. */
  readonly confidential: readonly Confidentiality[];
  readonly marks: readonly MarkOnFile[];
  /** Of the office that has the file, where the event which sent it there says. */
  readonly officeLevel: OfficeLevel | null;
  /** 提级: the office which watches over the case, until it is taken up again. */
  readonly raised: { readonly level: CaseLevel; readonly office: OfficeRef; readonly on: string } | null;
  readonly events: readonly EventOnFile[];
  /** Ids of the events which moved the status, as they were recorded; the lodging stands before them all. */
  readonly steps: readonly string[];
}

/** As it is when the lodging is all there is; `evolveProcedure` then takes the lodging's own event too. */
export function startProcedure(acceptingOffice: OfficeRef, agent: Agent | null): Procedure {
  return {
    acceptingOffice,
    handlingOffice: null,
    firstContact: null,
    contactedOn: null,
    contactedBy: null,
    agent,
    holder: null,
    joint: null,
    dispatchObjection: null,
    notes: 0,
    documents: [],
    supplementRequests: 0,
    supplementDueOn: null,
    supplementOpen: false,
    pauses: [],
    corrections: [],
    links: [],
    mergedInto: null,
    taken: [],
    satisfaction: null,
    outcomeObjections: [],
    run: 1,
    retaliationReported: false,
    protected: false,
    confidential: [],
    marks: [],
    ...noRungs,
    officeLevel: null,
    raised: null,
    events: [],
    steps: [],
  };
}

/** The file lies with another office: whoever held it in the one before holds it no more. Null: back with the accepting office. */
export function passedTo(procedure: Procedure, handlingOffice: OfficeRef | null): Procedure {
  return procedure.handlingOffice?.id === handlingOffice?.id
    ? { ...procedure, handlingOffice }
    : { ...procedure, handlingOffice, officeLevel: null, holder: null };
}

/**
 * The fold of the shared part over every event of the case, the kind's own too. It judges nothing and never throws: an
 * event finds whatever there is (invariant 15).
 */
export function evolveProcedure(
  procedure: Procedure,
  folded: Pick<FoldedEvent, 'id' | 'revision' | 'type' | 'on'> & { readonly data: object },
): Procedure {
  const { id, revision, type, on } = folded;
  const known = procedure.events.some((event) => event.id === id);
  const events = known ? procedure.events : [...procedure.events, { id, revision, type, on }];
  return taken({ ...procedure, events }, folded as unknown as ProcedureEvent, { id, revision, on });
}

/** The kind's own answer to a supplement has one name in all kinds that have it. */
type Event = ProcedureEvent | { readonly type: 'Resubmitted'; readonly data: object };

function taken(procedure: Procedure, event: Event, came: Pick<EventOnFile, 'id' | 'revision' | 'on'>): Procedure {
  const { id, on } = came;
  switch (event.type) {
    case 'FirstContactNamed':
      return { ...procedure, firstContact: { officer: event.data.officer, office: event.data.office } };
    case 'FirstContactMade':
      return procedure.contactedOn === null ? { ...procedure, contactedOn: on, contactedBy: id } : procedure;
    case 'OfficerAssigned':
      return { ...procedure, holder: event.data.officer };
    case 'HandedOn':
      return { ...passedTo(procedure, event.data.to), officeLevel: event.data.level };
    case 'JointHandlingArranged': {
      const coHandlers = event.data.coHandlers.map(({ office, reportBy }) => ({ office, reportBy, reported: false }));
      return { ...procedure, joint: { event: id, on, coHandlers } };
    }
    case 'CoHandlerReported': {
      const { joint } = procedure;
      const { office } = event.data;
      const coHandlers = joint?.coHandlers.map((one) =>
        one.office.id === office.id ? { ...one, reported: true } : one,
      );
      return joint && coHandlers ? { ...procedure, joint: { ...joint, coHandlers } } : procedure;
    }
    case 'JointHandlingEnded':
      return { ...procedure, joint: null };
    case 'DispatchObjectionRaised':
      return { ...procedure, dispatchObjection: { event: id, by: event.data.by, on, upheld: null } };
    case 'DispatchObjectionDecided': {
      const { upheld, to } = event.data;
      const { dispatchObjection } = procedure;
      const decided = { ...procedure, dispatchObjection: dispatchObjection && { ...dispatchObjection, upheld } };
      return upheld ? passedTo(decided, to) : decided;
    }
    case 'NoteAdded':
      return { ...procedure, notes: procedure.notes + 1 };
    case 'DocumentIssued': {
      const { document, documentKind, to } = event.data;
      const issued = { event: id, document, documentKind, to, issuedOn: on, servedOn: null, servedBy: null };
      return { ...procedure, documents: [...procedure.documents, issued] };
    }
    case 'DocumentServed': {
      const { document } = event.data;
      const documents = procedure.documents.map((one) =>
        one.document === document ? { ...one, servedOn: on, servedBy: id } : one,
      );
      return { ...procedure, documents };
    }
    case 'SupplementRequested':
      return {
        ...procedure,
        supplementRequests: procedure.supplementRequests + 1,
        supplementDueOn: event.data.dueOn,
        supplementOpen: true,
      };
    case 'Resubmitted':
      return { ...procedure, supplementDueOn: null, supplementOpen: false };
    case 'HandlingPaused': {
      const pause = { event: id, ground: event.data.ground, from: on, to: null, endedBy: null };
      return { ...procedure, pauses: [...procedure.pauses, pause] };
    }
    case 'HandlingResumed':
      return { ...procedure, pauses: resumed(procedure.pauses, came, event.data.ground) };
    case 'FactCorrected': {
      const { event: of, field, was, is } = event.data;
      const corrections = [...procedure.corrections, { event: of, field, was, is }];
      return { ...(field === occurredAt ? redated(procedure, of, is) : procedure), corrections };
    }
    case 'CaseLinked':
      return { ...procedure, links: [...procedure.links, { ...event.data.to, relation: event.data.relation }] };
    case 'CaseUnlinked': {
      const { caseId } = event.data.to;
      return { ...procedure, links: procedure.links.filter((link) => link.caseId !== caseId) };
    }
    case 'CaseMerged':
      return { ...procedure, mergedInto: event.data.into };
    case 'MergedCaseTaken':
      return { ...procedure, taken: [...procedure.taken, event.data.from] };
    case 'SatisfactionRated':
      return { ...procedure, satisfaction: { event: id, rating: event.data.rating, on, checked: false } };
    case 'BadReviewChecked':
      return { ...procedure, satisfaction: procedure.satisfaction && { ...procedure.satisfaction, checked: true } };
    case 'OutcomeObjectionRaised': {
      const raised = { event: id, by: event.data.by, on, upheld: null };
      return { ...procedure, outcomeObjections: [...procedure.outcomeObjections, raised] };
    }
    case 'OutcomeObjectionDecided': {
      const { by, upheld } = event.data;
      const outcomeObjections = procedure.outcomeObjections.map((one) => (one.by === by ? { ...one, upheld } : one));
      return { ...procedure, outcomeObjections };
    }
    case 'CaseReopened':
      return {
        ...procedure,
        run: procedure.run + 1,
        satisfaction: null,
        supplementDueOn: null,
        supplementOpen: false,
        outcomeObjections: [],
        raised: null,
        pauses: resumed(procedure.pauses, came),
      };
    case 'RetaliationReported':
      return { ...procedure, retaliationReported: true };
    case 'ProtectionMarked':
      return { ...procedure, protected: true };
    case 'ConfidentialityMarked': {
      const { mark, part } = event.data;
      const marks = [...procedure.marks, { event: id, mark, part }];
      return { ...procedure, marks, confidential: [...new Set([...procedure.confidential, mark])] };
    }
    case 'ConfidentialityLifted': {
      const lifted = event.data.event;
      return { ...procedure, marks: procedure.marks.filter((one) => one.event !== lifted) };
    }
    case 'AgentAppointed':
      return { ...procedure, agent: event.data.agent };
    case 'AgentRevoked':
      return { ...procedure, agent: null };
    case 'RungFired':
    case 'RungAcknowledged':
    case 'RungOverridden':
    case 'RungReasonGiven':
    case 'ProposalDecided':
      return evolveRungs(procedure, event, on);
    case 'LevelRaised':
      return { ...procedure, raised: { level: event.data.to, office: event.data.office, on } };
    case 'EvidenceAdded':
    case 'HandedToPlatform':
    case 'BadReviewReceived':
    case 'FollowUpCallMade':
    case 'EscalatedByHand':
    case 'HandlingTerminated':
      return procedure;
    default: {
      const others: never = event;
      return others && procedure;
    }
  }
}

/** The field of a correction which gives the day and not the data. */
export const occurredAt = 'occurredAt';
