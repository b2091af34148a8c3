import { systemCommands } from '../shared/procedure/commands.js';
import { procedureMoves, type Phases } from '../shared/procedure/moves.js';
import type { CommandName, OwnCommandName } from './commands.js';
import { closed, statuses, type Status } from './state.js';

const atWork = ['caseFiled', 'inAdjudication', 'stayed'] as const satisfies readonly Status[];
const complaintsAtWork = [
  'inHandling',
  'complaintStayed',
  'withPolice',
  'resultIssued',
] as const satisfies readonly Status[];
const lodged = [
  'requestFiled',
  'mediationRequested',
  'priorityRequested',
  'complaintLodged',
] as const satisfies readonly Status[];
const open = statuses.filter((status) => !closed.has(status));

const handled = [
  ...lodged,
  ...atWork,
  'ruled',
  'awaitingOpinion',
  'opinionAgreed',
  'inMediation',
  'recommended',
  'underPriority',
  ...complaintsAtWork,
] as const satisfies readonly Status[];

const phases: Phases<Status> = {
  // Art. 16 has its own written notice of all defects (`tellDefects`); the other routes take the shared supplement.
  review: ['mediationRequested', 'priorityRequested', 'complaintLodged'],
  returned: ['returnedForSupplement'],
  open,
  accepted: ['inMediation', 'underPriority', 'inHandling', 'complaintStayed'],
  dispatched: lodged,
  handled,
  // What counts as withdrawn was found by the office; of what the requester withdrew itself the decider says no.
  ended: ['concluded', 'agreed', 'refused', 'withdrawn', 'cancelled', 'referred', 'terminated'],
  closed: [...closed],
};

const withdrawable = open.filter((status) => !['ruled', 'resultIssued', 'mediationRefused'].includes(status));
const tracked = [...open, 'concluded', 'agreed', 'referred', 'cancelled'] as const;

const own: Readonly<Record<OwnCommandName, readonly ('none' | Status)[]>> = {
  lodge: ['none'],
  supplyMaterials: ['returnedForSupplement'],
  requireReport: ['requestFiled'],
  supplyReport: ['requestFiled', 'defectsTold', ...atWork],
  refuseReport: ['requestFiled', 'defectsTold'],
  tellDefects: ['requestFiled'],
  cureDefects: ['defectsTold'],
  extendFiling: ['requestFiled'],
  fileCase: ['requestFiled'],
  refuseFiling: ['requestFiled', 'defectsTold'],
  serveRespondent: ['caseFiled'],
  recordDefence: ['inAdjudication', 'stayed'],
  extendDefence: ['inAdjudication', 'stayed'],
  passDefenceOn: ['inAdjudication', 'stayed'],
  objectJurisdiction: ['inAdjudication'],
  decideJurisdiction: ['inAdjudication', 'stayed'],
  decideTimeBar: ['inAdjudication'],
  scheduleHearing: ['inAdjudication'],
  serveHearingNotice: ['inAdjudication'],
  holdHearing: ['inAdjudication'],
  addParty: ['caseFiled', 'inAdjudication'],
  changeClaim: ['caseFiled', 'inAdjudication'],
  orderStay: ['caseFiled', 'inAdjudication'],
  declineStay: ['caseFiled', 'inAdjudication'],
  endStay: ['stayed'],
  extendHandling: atWork,
  extendFurther: atWork,
  issueRuling: ['inAdjudication'],
  serveRuling: ['ruled'],
  publishRuling: ['ruled'],
  requestEnforcement: ['ruled', 'concluded'],
  listSerious: ['ruled', 'concluded'],
  conclude: ['ruled'],
  withdraw: withdrawable,
  cancelCase: atWork,
  serveMediationRequest: ['mediationRequested'],
  recordOpinion: ['awaitingOpinion'],
  fileMediation: ['opinionAgreed'],
  refuseMediation: ['awaitingOpinion'],
  tellMediationRefusal: ['mediationRefused'],
  holdMediation: ['inMediation'],
  agreeMediation: ['inMediation'],
  endMediation: ['inMediation'],
  notariseAgreement: ['agreed'],
  recommendPriority: ['priorityRequested'],
  grantPriority: ['recommended'],
  refusePriority: ['priorityRequested', 'recommended'],
  issueFirstAction: ['underPriority'],
  notifyAction: ['underPriority'],
  answerAction: ['underPriority'],
  endPriority: ['underPriority'],
  acceptComplaint: ['complaintLodged'],
  declineComplaint: ['complaintLodged'],
  referToBody: ['complaintLodged', 'inHandling'],
  stayComplaint: ['inHandling'],
  endComplaintStay: ['complaintStayed'],
  passToPolice: ['inHandling'],
  recordPoliceAnswer: ['withPolice'],
  issueResult: ['inHandling'],
  feedBack: ['resultIssued'],
  mediateDamages: ['inHandling', 'resultIssued', 'inAdjudication', 'ruled'],
  openTrack: tracked,
  closeTrack: tracked,
  recordSuit: ['ruled', 'concluded', 'underPriority', 'inHandling', 'resultIssued'],
  recordOfficeStep: [...open, 'concluded'],
  recordTermExtension: ['complaintLodged', ...complaintsAtWork],
};

/**
 * The state machine: each command with the statuses in which it may be given. A status belongs to one route, but for the
 * closed ones, so this one table is that of every route. The API serves it as the actions of a case, the documentation
 * draws it, the decider refuses by it; there is no second copy.
 */
export const moves: Readonly<Record<CommandName, readonly ('none' | Status)[]>> = { ...own, ...procedureMoves(phases) };

export const commandNames = Object.keys(moves) as readonly CommandName[];

/** Commands a person may give in this status. */
export function allowedCommands(status: Status): readonly CommandName[] {
  return commandNames.filter((name) => !systemCommands.has(name) && moves[name].includes(status));
}
