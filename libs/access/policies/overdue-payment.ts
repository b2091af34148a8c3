import {
  assignedMediator,
  complainant,
  departmentHead,
  handlingOfficer,
  intakeOfficer,
  officerOnBehalf,
  type Policies,
} from './rules.js';

const handler = [assignedMediator, handlingOfficer];

export const overduePaymentPolicies: Policies = {
  lodge: [complainant, officerOnBehalf],
  supplyMaterials: [complainant],
  withdraw: [complainant],
  accept: [intakeOfficer],
  decline: [intakeOfficer],
  transfer: [intakeOfficer],
  receiveMaterials: [handlingOfficer],
  assignMediator: [handlingOfficer],
  recordReply: handler,
  holdMediation: handler,
  agreeSettlement: handler,
  recordPayment: handler,
  /** Order 802, Art. 25¶2: the head of the department approves the extension, nobody else. */
  extendHandling: [departmentHead],
  issueResult: handler,
  feedBack: handler,
};
