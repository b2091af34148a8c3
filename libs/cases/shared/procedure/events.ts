import type { CaseLevel, CaseRef, EvidenceRef, Name, OfficeLevel, OfficeRef, PersonRef } from '../reference.js';

/** How a case came in, and by whose hand. */
export interface Lodging {
  readonly by: 'complainant' | 'agent' | 'officer';
  /** The office whose officer took it in, a street station say; left out where no officer did. */
  readonly office?: OfficeRef;
  readonly channel: 'online' | 'counter' | 'phone' | 'letter' | 'hotline12345' | 'otherOffice';
  /** PlainDate on which it was received, the day the first clock counts from. */
  readonly receivedOn: string;
  /** The agent's name and the paper which empowers it; null where the complainant acts itself. */
  readonly agent: Agent | null;
}

/** Who acts for the complainant, and the paper which empowers it. */
export interface Agent {
  readonly name: string;
  readonly creditCode: string;
  readonly authority: string;
}

export interface Defect {
  readonly item: string;
  readonly what: string;
}

export type Party = 'complainant' | 'respondent';
export type ServiceMethod = 'inPerson' | 'post' | 'electronic' | 'left' | 'publicNotice';
export type LinkRelation = 'related' | 'duplicate' | 'cluster' | 'civilTrack' | 'administrativeTrack' | 'criminalTrack';
export type Rating = 1 | 2 | 3 | 4 | 5;
export type ReopeningGround = 'objectionUpheld' | 'newFacts';
export type Confidentiality = 'stateSecret' | 'tradeSecret' | 'personalInformation';

/** One entry of the file, and whose it is. */
export interface MarkedPart {
  readonly event: string;
  readonly revision: string;
  readonly by: Party | 'office';
}

/** Why a rung fired, as it was decided (invariants 10 and 13). */
export interface FiredRung {
  /** Law pack rule the clock runs by. */
  readonly clock: string;
  /** `case`, a line, or an instalment. */
  readonly subject: string;
  /** Id of the event which opened this run of the clock. */
  readonly run: string;
  readonly rung: string;
  readonly policy: string;
  /** Days the policy sets: when the rung was due, and when the clock itself is. */
  readonly rungDueOn: string;
  readonly clockDueOn: string;
  /** Whom the policy names: `holder`, `firstContact`, `district`, … */
  readonly tells: readonly string[];
  /** Who that was, of those there are. */
  readonly told: readonly ToldOfRung[];
  readonly act: string;
  readonly title: Name;
  /** The rung's day had passed before it could fire (a late scheduler, a new date). */
  readonly late: boolean;
  readonly explanation: unknown;
}

/** An office, and the officer in it where one is meant. */
export interface ToldOfRung {
  readonly receiver: string;
  readonly office: OfficeRef;
  readonly person: PersonRef | null;
}

/** A rung of one run of a clock (invariant 13). */
export type RungName = Pick<FiredRung, 'clock' | 'subject' | 'run' | 'rung'>;

/** Who answers for the file and who has it in hand: 首接负责制 keeps the first, whatever becomes of the second. */
export interface CustodyShapes {
  /** Never unset; passed on with a reason (leave, a new post). */
  FirstContactNamed: { officer: PersonRef; office: OfficeRef; previous: PersonRef | null; reason: string | null };
  FirstContactMade: { how: 'phone' | 'visit' | 'message' | 'letter'; what: string };
  OfficerAssigned: { officer: PersonRef; office: OfficeRef; previous: PersonRef | null; takenOver: boolean };
  HandedOn: { direction: 'up' | 'down'; from: OfficeRef; to: OfficeRef; level: OfficeLevel; ground: string };
  JointHandlingArranged: {
    lead: OfficeRef;
    coHandlers: readonly { office: OfficeRef; task: string; reportBy: string | null }[];
    ground: string;
  };
  CoHandlerReported: { office: OfficeRef; report: string };
  JointHandlingEnded: { reason: string };
  DispatchObjectionRaised: { by: OfficeRef; ground: string };
  /** Decided once (派单异议): upheld, the case goes to another office, or back to the accepting authority where `to` is null. */
  DispatchObjectionDecided: { upheld: boolean; to: OfficeRef | null; reason: string };
  /** To a platform outside this one, such as the national one (Order 802, Art. 24¶2); it closes the case here. */
  HandedToPlatform: { platform: string; ground: string; receipt: string };
}

/** What is put on the file, and what goes out to the parties. */
export interface PapersShapes {
  NoteAdded: { note: number; text: string; visibleTo: 'officials' | 'parties' };
  EvidenceAdded: { by: Party | 'office'; evidence: readonly EvidenceRef[] };
  DocumentIssued: {
    document: number;
    documentKind: string;
    title: string;
    number: string | null;
    to: Party | 'office';
    text: string;
  };
  /** `occurredAt` is the day of service, from which the clocks run that start on receipt. */
  DocumentServed: {
    document: number;
    documentKind: string;
    to: Party | 'office';
    method: ServiceMethod;
    address: string;
    proof: string;
  };
}

/**
 * Told once, in writing, all defects (一次告知). `dueOn` is null unless the office or the operator sets a day. A further
 * request says in `arisenFrom` which of the re-submitted papers its defects lie in: they could not have been told before.
 */
export interface SupplementShapes {
  SupplementRequested: { defects: readonly Defect[]; dueOn: string | null; arisenFrom: string | null };
}

export interface TimeShapes {
  HandlingPaused: { ground: string; reason: string };
  HandlingResumed: { ground: string; reason: string };
}

/**
 * A recorded fact was wrong; both readings are kept. Of the day: `field` is `occurredAt`, and `occurredAt` the true instant,
 * by which the clocks count. Of the data: `field` is its path, `was` and `is` its readings.
 */
export interface CorrectionShapes {
  FactCorrected: {
    event: string;
    revision: string;
    eventType: string;
    field: string;
    was: string;
    is: string;
    occurredAt?: string;
    reason: string;
  };
}

export interface LinkShapes {
  CaseLinked: { to: CaseRef; relation: LinkRelation; note: string };
  CaseUnlinked: { to: CaseRef; reason: string };
  /** Closes this case: the other one goes on for both. */
  CaseMerged: { into: CaseRef; ground: string };
  /** The other side of a merger, issued by the worker from the first. */
  MergedCaseTaken: { from: CaseRef };
}

/** The complainant gives an agent its authority after the lodging, and takes it back; `from` is the PlainDate of its end. */
export interface AgencyShapes {
  AgentAppointed: { agent: Agent };
  AgentRevoked: { agent: Agent; from: string; reason: string };
}

export interface AftercareShapes {
  SatisfactionRated: { rating: Rating; comment: string };
  /** Comes with a rating of 1 or 2: the day from which the check counts. */
  BadReviewReceived: { rating: Rating };
  /** The call after a bad review, Shanghai Business Environment Regulation Art. 30 (law to 2025-12-31). */
  BadReviewChecked: { how: string; found: string; remedy: string };
  FollowUpCallMade: { how: string; what: string };
  OutcomeObjectionRaised: { by: Party; ground: string };
  OutcomeObjectionDecided: { by: Party; upheld: boolean; reason: string };
  /** Opens the run of this number; the first handling was run 1. */
  CaseReopened: { ground: ReopeningGround; reason: string; run: number };
  RetaliationReported: { what: string };
  ProtectionMarked: { measure: string; reason: string };
  /** `part` is null where the whole file is covered. */
  ConfidentialityMarked: { mark: Confidentiality; what: string; part: MarkedPart | null };
  /** `event` is that of the mark. */
  ConfidentialityLifted: { event: string; mark: Confidentiality; part: MarkedPart | null; reason: string };
}

export interface EscalationShapes {
  RungFired: FiredRung;
  RungAcknowledged: RungName & { remark: string };
  RungOverridden: RungName & { reason: string };
  /** The holder answers a rung which asked why (说明原因). */
  RungReasonGiven: RungName & { reason: string };
  /** What a rung proposed against the respondent (督办书, 约谈, 通报, 责令整改) is taken up or not; the act has a document of its own. */
  ProposalDecided: RungName & { act: string; accepted: boolean; reason: string };
  /** 提级: from now on this office watches over the case. By a rung, or by a supervisor's hand. */
  LevelRaised: { from: CaseLevel; to: CaseLevel; office: OfficeRef; by: 'rung' | 'hand' };
  /** A supervisor does not wait for the ladder. */
  EscalatedByHand: { to: OfficeRef; act: string; reason: string };
}

export interface ClosingShapes {
  /** The ground is the operator's reference data, with its validity; none is built in as law. */
  HandlingTerminated: { ground: string; reason: string };
}

/** Events which every kind of case may have beside its own. */
export interface ProcedureShapes
  extends
    CustodyShapes,
    PapersShapes,
    SupplementShapes,
    TimeShapes,
    CorrectionShapes,
    LinkShapes,
    AgencyShapes,
    AftercareShapes,
    EscalationShapes,
    ClosingShapes {}

/** `on`: PlainDate on which it took effect, where that is another than the day of the act by which it is recorded. */
export type EventsOf<Shapes> = {
  [T in keyof Shapes & string]: { readonly type: T; readonly data: Readonly<Shapes[T]>; readonly on?: string };
}[keyof Shapes & string];

export type ProcedureEvent = EventsOf<ProcedureShapes>;
