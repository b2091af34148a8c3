import type { ProcedureCommand, ProcedureCommandName } from '../shared/procedure/commands.js';
import type { EvidenceRef, OfficeRef, PersonRef } from '../shared/reference.js';
import type { AdjudicationShapes, Conditions, FilingRefusalGround } from './adjudication-events.js';
import type { Opponent, Request } from './matter.js';
import type { OfficeStep, StepFields } from './office-steps.js';
import type { ComplaintShapes, MediationShapes, PriorityShapes, TrackShapes } from './route-events.js';

/** Null where the person named is no officer of the office which handles the case. */
export interface NamedPanel {
  readonly presiding: PersonRef | null;
  readonly members: readonly (PersonRef | null)[];
}

/** Offices and officers arrive resolved; null where the one named does not fit, so that the refusal is the decider's. */
interface FilingBodies {
  lodge: { request: Request; acceptingOffice: OfficeRef; office: OfficeRef | null };
  supplyMaterials: { statement: string; evidence: readonly EvidenceRef[]; respondent: Opponent | null };
  requireReport: AdjudicationShapes['EvaluationReportRequired'];
  supplyReport: AdjudicationShapes['EvaluationReportReceived'];
  refuseReport: AdjudicationShapes['EvaluationReportRefused'];
  tellDefects: AdjudicationShapes['DefectsTold'];
  cureDefects: AdjudicationShapes['DefectsCured'];
  extendFiling: { reason: string };
  fileCase: { number: string; conditions: Conditions; panel: NamedPanel; national: boolean; patentInForce: boolean };
  refuseFiling: { ground: FilingRefusalGround; conditions: Conditions; patentInForce: boolean; reason: string };
}

interface AdjudicationBodies {
  serveRespondent: AdjudicationShapes['RespondentServed'];
  recordDefence: AdjudicationShapes['DefenceReceived'];
  extendDefence: { days: number; reason: string };
  passDefenceOn: AdjudicationShapes['DefencePassedOn'];
  objectJurisdiction: AdjudicationShapes['JurisdictionObjected'];
  /** `to`: the competent office among ours, null where the one named does not fit; `body`: one outside. */
  decideJurisdiction: Omit<AdjudicationShapes['JurisdictionDecided'], 'leavesHere'>;
  decideTimeBar: AdjudicationShapes['TimeBarDecided'];
  scheduleHearing: { hearingOn: string; place: string };
  serveHearingNotice: Pick<AdjudicationShapes['HearingNoticeServed'], 'method' | 'proof'>;
  holdHearing: Pick<AdjudicationShapes['HearingHeld'], 'absent' | 'minutes'>;
  addParty: AdjudicationShapes['PartyAdded'];
  changeClaim: AdjudicationShapes['ClaimChanged'];
  orderStay: AdjudicationShapes['StayOrdered'];
  declineStay: AdjudicationShapes['StayDeclined'];
  endStay: { reason: string };
  /** The first step, by the head of the department. */
  extendHandling: { months: number; reason: string; office: OfficeRef };
  /** The second, by the next higher department; of a national case, the fixed reasonable time. */
  extendFurther: { months: number; reason: string; office: OfficeRef };
  issueRuling: AdjudicationShapes['RulingIssued'];
  serveRuling: AdjudicationShapes['RulingServed'];
  publishRuling: AdjudicationShapes['RulingPublished'];
  requestEnforcement: AdjudicationShapes['EnforcementRequested'];
  listSerious: AdjudicationShapes['SeriousListEntered'];
  conclude: AdjudicationShapes['CaseConcluded'];
  withdraw: { reason: string };
  cancelCase: AdjudicationShapes['CaseCancelled'];
}

interface RouteBodies {
  serveMediationRequest: MediationShapes['MediationRequestServed'];
  recordOpinion: MediationShapes['MediationOpinionReceived'];
  fileMediation: MediationShapes['MediationFiled'];
  refuseMediation: MediationShapes['MediationRefused'];
  tellMediationRefusal: MediationShapes['MediationRefusalTold'];
  holdMediation: MediationShapes['MediationHeld'];
  agreeMediation: MediationShapes['MediationAgreed'];
  endMediation: MediationShapes['MediationEnded'];
  notariseAgreement: MediationShapes['AgreementNotarised'];
  recommendPriority: { by: OfficeRef | null; opinion: string };
  grantPriority: { notice: string };
  refusePriority: PriorityShapes['PriorityRefused'];
  issueFirstAction: PriorityShapes['FirstActionIssued'];
  notifyAction: { notifiedOn: string; notice: string };
  answerAction: PriorityShapes['ActionAnswered'];
  endPriority: PriorityShapes['PriorityEnded'];
  acceptComplaint: ComplaintShapes['IpComplaintAccepted'];
  declineComplaint: ComplaintShapes['IpComplaintDeclined'];
  referToBody: ComplaintShapes['ReferredToBody'];
  stayComplaint: ComplaintShapes['ComplaintStayed'];
  endComplaintStay: ComplaintShapes['ComplaintStayEnded'];
  passToPolice: ComplaintShapes['PassedToPolice'];
  recordPoliceAnswer: ComplaintShapes['PoliceAnswered'];
  issueResult: ComplaintShapes['ResultIssued'];
  feedBack: ComplaintShapes['ResultFedBack'];
  mediateDamages: AdjudicationShapes['DamagesMediated'];
}

/** What runs beside any route: the courts' tracks, and the proceedings at the national office. */
interface BesideBodies {
  openTrack: TrackShapes['TrackOpened'];
  closeTrack: TrackShapes['TrackClosed'];
  recordSuit: TrackShapes['SuitBrought'];
  recordOfficeStep: { step: OfficeStep; number: string } & { readonly [F in keyof StepFields]?: StepFields[F] | null };
  /** A term of the trademark office lengthened by its head in special circumstances. */
  recordTermExtension: { months: number; reason: string; office: OfficeRef };
}

interface Bodies extends FilingBodies, AdjudicationBodies, RouteBodies, BesideBodies {}

export type OwnCommandName = keyof Bodies;
export type OwnBody<C extends OwnCommandName> = Readonly<Bodies[C]>;
export type OwnCommand = { [C in OwnCommandName]: { readonly name: C; readonly body: OwnBody<C> } }[OwnCommandName];

export type CommandName = OwnCommandName | ProcedureCommandName;
export type Command = OwnCommand | ProcedureCommand;
