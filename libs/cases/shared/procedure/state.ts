import type { FoldedEvent } from '../case-kind.js';
import type { CaseRef, OfficeRef, PersonRef } from '../reference.js';
import type { Confidentiality, FiredRung, LinkRelation, Party, ProcedureEvent, Rating } from './events.js';

export interface JointHandling {
  readonly on: string;
  readonly coHandlers: readonly {
    readonly office: OfficeRef;
    readonly reportBy: string | null;
    readonly reported: boolean;
  }[];
}

export interface DispatchObjection {
  readonly by: OfficeRef;
  readonly on: string;
  /** Null until it is decided, once and for all. */
  readonly upheld: boolean | null;
}

export interface DocumentOnFile {
  readonly document: number;
  readonly documentKind: string;
  readonly to: Party | 'office';
  readonly issuedOn: string;
  readonly servedOn: string | null;
}

export interface Pause {
  readonly ground: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Correction {
  readonly event: string;
  readonly field: string;
  readonly was: string;
  readonly is: string;
}

export interface OutcomeObjection {
  readonly by: Party;
  readonly on: string;
  readonly upheld: boolean | null;
}

/** An event of the case, with its day as last corrected. */
export interface EventOnFile {
  readonly id: string;
  readonly revision: string;
  readonly type: string;
  readonly on: string;
}

/** The part of a case's state which all kinds have: who answers for it and holds it, its papers, pauses, links, aftercare. */
export interface Procedure {
  readonly acceptingOffice: OfficeRef;
  /** The office that has it in hand; null while it lies with the accepting office. The lead, where several act together. */
  readonly handlingOffice: OfficeRef | null;
  /** 首接负责: stays until the conclusion, whoever holds the file. */
  readonly firstContact: { readonly officer: PersonRef; readonly office: OfficeRef } | null;
  readonly contactedOn: string | null;
  readonly holder: PersonRef | null;
  readonly joint: JointHandling | null;
  readonly dispatchObjection: DispatchObjection | null;
  readonly notes: number;
  readonly documents: readonly DocumentOnFile[];
  readonly supplementRequests: number;
  readonly supplementDueOn: string | null;
  readonly pauses: readonly Pause[];
  readonly corrections: readonly Correction[];
  readonly links: readonly (CaseRef & { readonly relation: LinkRelation })[];
  readonly mergedInto: CaseRef | null;
  readonly taken: readonly CaseRef[];
  readonly satisfaction: { readonly rating: Rating; readonly on: string; readonly checked: boolean } | null;
  readonly outcomeObjections: readonly OutcomeObjection[];
  /** 1 until the case is reopened. */
  readonly run: number;
  readonly retaliationReported: boolean;
  readonly protected: boolean;
  readonly confidential: readonly Confidentiality[];
  /** Keys of rungs, `clock|subject|run|rung` (invariant 13). */
  readonly firedRungs: readonly string[];
  readonly acknowledgedRungs: readonly string[];
  readonly overriddenRungs: readonly string[];
  readonly events: readonly EventOnFile[];
  /** Ids of the events which moved the status, as they were recorded; the lodging stands before them all. */
  readonly steps: readonly string[];
}

/** As it is when the lodging is all there is; `evolveProcedure` then takes the lodging's own event too. */
export function startProcedure(acceptingOffice: OfficeRef): Procedure {
  return {
    acceptingOffice,
    handlingOffice: null,
    firstContact: null,
    contactedOn: null,
    holder: null,
    joint: null,
    dispatchObjection: null,
    notes: 0,
    documents: [],
    supplementRequests: 0,
    supplementDueOn: null,
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
    firedRungs: [],
    acknowledgedRungs: [],
    overriddenRungs: [],
    events: [],
    steps: [],
  };
}

/** The file lies with another office: whoever held it in the one before holds it no more. Null: back with the accepting office. */
export function passedTo(procedure: Procedure, handlingOffice: OfficeRef | null): Procedure {
  return procedure.handlingOffice?.id === handlingOffice?.id
    ? { ...procedure, handlingOffice }
    : { ...procedure, handlingOffice, holder: null };
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
  return taken({ ...procedure, events }, folded as unknown as ProcedureEvent, on);
}

/** The kind's own answer to a supplement has one name in all kinds that have it. */
type Event = ProcedureEvent | { readonly type: 'Resubmitted'; readonly data: object };

function taken(procedure: Procedure, event: Event, on: string): Procedure {
  switch (event.type) {
    case 'FirstContactNamed':
      return { ...procedure, firstContact: { officer: event.data.officer, office: event.data.office } };
    case 'FirstContactMade':
      return { ...procedure, contactedOn: procedure.contactedOn ?? on };
    case 'OfficerAssigned':
      return { ...procedure, holder: event.data.officer };
    case 'HandedOn':
      return passedTo(procedure, event.data.to);
    case 'JointHandlingArranged': {
      const coHandlers = event.data.coHandlers.map(({ office, reportBy }) => ({ office, reportBy, reported: false }));
      return { ...procedure, joint: { on, coHandlers } };
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
      return { ...procedure, dispatchObjection: { by: event.data.by, on, upheld: null } };
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
      const issued = { document, documentKind, to, issuedOn: on, servedOn: null };
      return { ...procedure, documents: [...procedure.documents, issued] };
    }
    case 'DocumentServed': {
      const { document } = event.data;
      const documents = procedure.documents.map((one) => (one.document === document ? { ...one, servedOn: on } : one));
      return { ...procedure, documents };
    }
    case 'SupplementRequested':
      return {
        ...procedure,
        supplementRequests: procedure.supplementRequests + 1,
        supplementDueOn: event.data.dueOn,
      };
    case 'Resubmitted':
      return { ...procedure, supplementDueOn: null };
    case 'HandlingPaused':
      return { ...procedure, pauses: [...procedure.pauses, { ground: event.data.ground, from: on, to: null }] };
    case 'HandlingResumed':
      return { ...procedure, pauses: resumed(procedure.pauses, on, event.data.ground) };
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
      return { ...procedure, satisfaction: { rating: event.data.rating, on, checked: false } };
    case 'BadReviewChecked':
      return { ...procedure, satisfaction: procedure.satisfaction && { ...procedure.satisfaction, checked: true } };
    case 'OutcomeObjectionRaised': {
      const raised = { by: event.data.by, on, upheld: null };
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
        outcomeObjections: [],
        pauses: resumed(procedure.pauses, on),
      };
    case 'RetaliationReported':
      return { ...procedure, retaliationReported: true };
    case 'ProtectionMarked':
      return { ...procedure, protected: true };
    case 'ConfidentialityMarked':
      return { ...procedure, confidential: [...new Set([...procedure.confidential, event.data.mark])] };
    case 'RungFired':
      return { ...procedure, firedRungs: [...procedure.firedRungs, rungKey(event.data)] };
    case 'RungAcknowledged':
      return { ...procedure, acknowledgedRungs: [...procedure.acknowledgedRungs, rungKey(event.data)] };
    case 'RungOverridden':
      return { ...procedure, overriddenRungs: [...procedure.overriddenRungs, rungKey(event.data)] };
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

/** Each document and each pause stands in the order of the events by which it came. */
function redated(procedure: Procedure, id: string, on: string): Procedure {
  const type = procedure.events.find((event) => event.id === id)?.type;
  const at = procedure.events.filter((event) => event.type === type).findIndex((event) => event.id === id);
  const came = <T>(by: string, all: readonly T[], change: Partial<T>): readonly T[] =>
    type === by ? all.map((one, i) => (i === at ? { ...one, ...change } : one)) : all;
  return {
    ...procedure,
    events: procedure.events.map((event) => (event.id === id ? { ...event, on } : event)),
    documents: came('DocumentIssued', procedure.documents, { issuedOn: on }),
    pauses: came('HandlingPaused', procedure.pauses, { from: on }),
  };
}

/** Ends the open pause of this ground, or of every ground. */
function resumed(pauses: readonly Pause[], to: string, ground?: string): readonly Pause[] {
  return pauses.map((pause) =>
    pause.to === null && (ground === undefined || pause.ground === ground) ? { ...pause, to } : pause,
  );
}

export function rungKey(rung: Pick<FiredRung, 'clock' | 'subject' | 'run' | 'rung'>): string {
  return [rung.clock, rung.subject, rung.run, rung.rung].join('|');
}
