import type { CaseLevel, CaseRef, EvidenceRef, OfficeLevel, OfficeRef, PersonRef } from '../reference.js';
import type {
  Confidentiality,
  Defect,
  FiredRung,
  LinkRelation,
  MarkedPart,
  Party,
  ProcedureShapes,
  Rating,
  ReopeningGround,
  RungName,
  ServiceMethod,
} from './events.js';

/** A ground of the operator's own (termination, a local ground of non-acceptance), as its reference data has it. */
export interface LocalGround {
  readonly code: string;
  /** PlainDates, both days included; `validTo` null while it is in force. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** A fact which must be on the file first, by the kind's own word for it; null where the ground needs none. */
  readonly needs: string | null;
}

/** The case into which another is merged, as far as the merger rests on it. */
export interface MergerTarget extends CaseRef {
  /** Whether it can go on for both. */
  readonly open: boolean;
  readonly complainantCode: string;
  /** PlainDate of its lodging as it was recorded first, whatever it was corrected to. */
  readonly recordedOn: string;
}

/** The office of a level to which a case is raised; `takesFile` where it takes the file out of a street's hands as well. */
export interface Raise {
  readonly level: CaseLevel;
  readonly office: OfficeRef;
  readonly takesFile: boolean;
}

/**
 * The commands every kind of case takes. What the sender named by an id arrives resolved; null where the office, officer
 * or case named does not fit, so that the refusal is the decider's and stands beside the others.
 */
export interface ProcedureBodies {
  /** `reason` is needed where somebody was named before. */
  nameFirstContact: { officer: PersonRef | null; office: OfficeRef; reason: string | null };
  recordFirstContact: ProcedureShapes['FirstContactMade'];
  assignOfficer: { officer: PersonRef | null; office: OfficeRef };
  /** The actor takes the file into their own hands. */
  takeOver: { office: OfficeRef };
  handUp: { to: OfficeRef | null; level: OfficeLevel; ground: string };
  handDown: { to: OfficeRef | null; level: OfficeLevel; ground: string };
  arrangeJointHandling: {
    coHandlers: readonly { office: OfficeRef | null; task: string; reportBy: string | null }[];
    ground: string;
  };
  recordCoHandlerReport: { office: OfficeRef | null; report: string };
  endJointHandling: { reason: string };
  /** `latestOn`: the last day on which the operator's rule lets it be raised; null where the operator sets none. */
  objectToDispatch: { by: OfficeRef; ground: string; latestOn: string | null };
  /** `to` has a meaning where the objection is upheld only; null where the office named does not fit. */
  decideDispatchObjection: { upheld: boolean; to: OfficeRef | 'acceptingAuthority' | null; reason: string };
  handToPlatform: ProcedureShapes['HandedToPlatform'];

  addNote: { text: string; visibleTo: 'officials' | 'parties' };
  addEvidence: { by: Party | 'office'; evidence: readonly EvidenceRef[] };
  issueDocument: { documentKind: string; title: string; number: string | null; to: Party | 'office'; text: string };
  serveDocument: { document: number; method: ServiceMethod; address: string; proof: string };

  requestSupplement: { defects: readonly Defect[]; dueOn: string | null; arisenFrom: string | null };
  /** `local`: the ground as the operator's reference data has it; null where that has none of this code. */
  pauseHandling: { ground: string; local: LocalGround | null; reason: string };
  resumeHandling: { ground: string; reason: string };

  /**
   * Of the day, `field` is `occurredAt`, `is` a PlainDate, and `was` is not read. Of the data, `field` is the path of a text
   * in it and `was` what stands there; null where nothing does.
   */
  correctFact: { event: string; field: string; was: string | null; is: string; reason: string };

  linkCase: { to: CaseRef | null; relation: LinkRelation; note: string };
  unlinkCase: { to: CaseRef; reason: string };
  mergeCase: { into: MergerTarget | null; ground: string };
  /** The system's own, from the other case's `CaseMerged`. */
  takeMergedCase: { from: CaseRef };

  rateSatisfaction: { by: Party | 'office'; rating: Rating; comment: string };
  checkBadReview: ProcedureShapes['BadReviewChecked'];
  recordFollowUpCall: ProcedureShapes['FollowUpCallMade'];
  objectToOutcome: { by: Party; ground: string };
  decideOutcomeObjection: { by: Party; upheld: boolean; reason: string };
  reopen: { ground: ReopeningGround; reason: string };
  reportRetaliation: ProcedureShapes['RetaliationReported'];
  markProtection: ProcedureShapes['ProtectionMarked'];
  /** `part`: null for the whole file, `nothing` where there is no such entry. `by`: whoever marks. */
  markConfidential: {
    by: Party | 'office';
    mark: Confidentiality;
    what: string;
    part: MarkedPart | 'nothing' | null;
  };
  /** `event`: that of the mark. */
  liftConfidentiality: { by: Party | 'office'; event: string; reason: string };
  appointAgent: ProcedureShapes['AgentAppointed'];
  /** `from`: PlainDate from which the agent acts no more, past or today; null: the day of the act. */
  revokeAgent: { from: string | null; reason: string };

  /** The system's own. */
  fireRung: FiredRung & { raise: Raise | null };
  acknowledgeRung: RungName & { remark: string };
  /** A rung overridden does not fire; one that fired and awaits an answer awaits it no more. */
  overrideRung: RungName & { reason: string };
  giveRungReason: RungName & { reason: string };
  decideProposal: RungName & { accepted: boolean; reason: string };
  escalate: { to: Raise | null; act: string; reason: string };

  terminate: { ground: LocalGround | null; reason: string };
}

export type ProcedureCommandName = keyof ProcedureBodies;
export type ProcedureBody<C extends ProcedureCommandName> = Readonly<ProcedureBodies[C]>;
export type ProcedureCommand = {
  [C in ProcedureCommandName]: { readonly name: C; readonly body: ProcedureBody<C> };
}[ProcedureCommandName];

/** Commands which no person gives. */
export const systemCommands: ReadonlySet<string> = new Set([
  'takeMergedCase',
  'fireRung',
] satisfies ProcedureCommandName[]);
