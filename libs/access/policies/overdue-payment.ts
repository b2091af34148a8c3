import {
  assignedMediator,
  complainant,
  departmentHead,
  handlingOfficer,
  holdingOffice,
  intakeOfficer,
  officerOnBehalf,
  respondent,
  type Policies,
} from './rules.js';

const handler = [assignedMediator, handlingOfficer];
const inHand = [holdingOffice, assignedMediator];

export const overduePaymentPolicies: Policies = {
  lodge: [complainant, officerOnBehalf],
  examineScope: [holdingOffice],
  /** On paper too, and so is the withdrawal, where it was lodged at the counter, by letter or by telephone. */
  supplyMaterials: [complainant, holdingOffice],
  accept: [intakeOfficer],
  decline: [intakeOfficer],
  transfer: [intakeOfficer],
  receiveMaterials: [handlingOfficer],
  assignMediator: [handlingOfficer],
  recordProceedings: [complainant, ...inHand],
  withdraw: [complainant, holdingOffice],

  demandAnswer: handler,
  pressUndisputed: handler,
  recordReply: handler,
  answer: [respondent],
  assessReply: handler,
  disputeParts: [respondent, ...handler],
  /** The ladder of Order 802, Art. 25¶3 is the handling authority's own, not its mediator's. */
  issueSupervisoryOrder: [handlingOfficer],
  holdInterview: [handlingOfficer],
  issueCircular: [handlingOfficer],
  orderCorrection: [handlingOfficer],

  holdMediation: handler,
  offerInstalments: [respondent],
  declineInstalments: [complainant, ...handler],
  agreeSettlement: handler,
  recordMissedInstalment: handler,
  provePayment: [respondent],
  rejectPaymentProof: handler,
  recordPayment: handler,
  offerNonCash: [respondent],
  answerNonCash: [complainant, ...handler],
  attachSheet: inHand,

  raiseSizeDispute: [complainant, respondent, ...inHand],
  decideSizeDispute: [holdingOffice],
  referToMarketRegulation: [handlingOfficer],
  recordReferralAnswer: [handlingOfficer],
  decideBadCredit: [departmentHead],
  requestReceivableConfirmation: [complainant, ...handler],
  confirmReceivable: [respondent, ...handler],
  refuseReceivable: [respondent, ...handler],
  recordFinding: inHand,

  /** Order 802, Art. 25¶2: the head of the department approves the extension, nobody else. */
  extendHandling: [departmentHead],
  issueResult: handler,
  feedBack: handler,
};
