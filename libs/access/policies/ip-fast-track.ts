import {
  assignedMediator,
  complainant,
  departmentHead,
  deny,
  handlingOfficer,
  holdingOffice,
  officerOnBehalf,
  respondent,
  supervisor,
  type Policies,
  type Rule,
} from './rules.js';

/** CNIPA 81, Art. 37: the next higher department, which took the request in and handed it to the one that handles it. */
const higherDepartment: Rule = (account, subject) => {
  if (account.role !== 'departmentHead') return deny('wrongRole');
  const higher = subject.handlingOffice !== subject.acceptingOffice && account.office === subject.acceptingOffice;
  return higher || deny('otherOffice');
};

const inHand = [holdingOffice];
const ofComplainant = [complainant, handlingOfficer];
const ofRespondent = [respondent, handlingOfficer];
const ofEither = [complainant, respondent, handlingOfficer];
const mediating = [assignedMediator, handlingOfficer];

export const ipFastTrackPolicies: Policies = {
  lodge: [complainant, officerOnBehalf],
  supplyMaterials: ofComplainant,
  supplyReport: ofComplainant,
  refuseReport: ofComplainant,
  cureDefects: ofComplainant,
  withdraw: ofComplainant,
  requireReport: inHand,
  tellDefects: inHand,
  /** Art. 20 and 37: the head of the department approves, nobody else. */
  extendFiling: [departmentHead],
  extendHandling: [departmentHead],
  extendFurther: [higherDepartment, supervisor],
  fileCase: inHand,
  refuseFiling: inHand,

  serveRespondent: inHand,
  recordDefence: ofRespondent,
  extendDefence: [handlingOfficer],
  passDefenceOn: inHand,
  objectJurisdiction: ofEither,
  decideJurisdiction: [handlingOfficer],
  decideTimeBar: [handlingOfficer],
  scheduleHearing: [handlingOfficer],
  serveHearingNotice: inHand,
  holdHearing: [handlingOfficer],
  addParty: [handlingOfficer],
  changeClaim: ofComplainant,
  orderStay: [handlingOfficer],
  declineStay: [handlingOfficer],
  endStay: [handlingOfficer],
  issueRuling: [handlingOfficer],
  serveRuling: inHand,
  publishRuling: inHand,
  requestEnforcement: ofComplainant,
  listSerious: [departmentHead],
  conclude: [handlingOfficer],
  cancelCase: [handlingOfficer],

  serveMediationRequest: inHand,
  recordOpinion: ofRespondent,
  fileMediation: inHand,
  refuseMediation: inHand,
  tellMediationRefusal: inHand,
  holdMediation: mediating,
  agreeMediation: mediating,
  endMediation: mediating,
  notariseAgreement: ofEither,

  recommendPriority: [handlingOfficer],
  grantPriority: inHand,
  refusePriority: inHand,
  issueFirstAction: inHand,
  notifyAction: inHand,
  answerAction: ofComplainant,
  endPriority: inHand,

  acceptComplaint: inHand,
  declineComplaint: inHand,
  referToBody: inHand,
  stayComplaint: [handlingOfficer],
  endComplaintStay: [handlingOfficer],
  passToPolice: [handlingOfficer],
  recordPoliceAnswer: [handlingOfficer],
  issueResult: [handlingOfficer],
  feedBack: [handlingOfficer],
  mediateDamages: mediating,

  openTrack: ofEither,
  closeTrack: ofEither,
  recordSuit: ofEither,
  /** The proceedings are the national office's: the office that has the case in hand records them, neither party does. */
  recordOfficeStep: inHand,
  recordTermExtension: [handlingOfficer],
};
