import type { Bilingual } from '@redress/organisation/office.js';
import type { Account, OfficialAccount } from './account.js';
import type { CaseAccess } from './scope.js';

export const caseCommands = [
  'lodge',
  'supplyMaterials',
  'withdraw',
  'requestSupplement',
  'accept',
  'decline',
  'transfer',
  'receiveMaterials',
  'assignMediator',
  'recordReply',
  'holdMediation',
  'agreeSettlement',
  'recordPayment',
  'extendHandling',
  'issueResult',
  'feedBack',
  'terminate',
] as const;

export type CaseCommand = (typeof caseCommands)[number];

export type DenialCode =
  /** No account of this role issues this command. */
  | 'wrongRole'
  /** The case is another company's. */
  | 'otherCompany'
  /** The case is with another office. */
  | 'otherOffice'
  /** No handling authority has the case yet. */
  | 'notTransferred'
  /** The case is another mediator's, or nobody's. */
  | 'otherMediator';

export interface Denial {
  readonly code: DenialCode;
}

export const denialTexts: Readonly<Record<DenialCode, Bilingual>> = {
  wrongRole: { zh: '您的角色无权办理此事项。', en: 'Your role may not do this.' },
  otherCompany: { zh: '该案件属于其他企业。', en: 'This case belongs to another company.' },
  otherOffice: { zh: '该案件由其他部门办理。', en: 'This case is with another office.' },
  notTransferred: { zh: '该案件尚未转办。', en: 'This case has not been transferred to a handling authority yet.' },
  otherMediator: { zh: '该案件未指派给您调解。', en: 'You are not the mediator assigned to this case.' },
};

/** One way to be allowed: a role, and where its holder must stand to the case. */
type Rule = (account: Account, subject: CaseAccess) => true | Denial;

const complainant: Rule = (account, subject) => {
  if (account.role !== 'sme') return deny('wrongRole');
  return account.company.creditCode === subject.complainantCode || deny('otherCompany');
};

const intakeOfficer: Rule = (account, subject) => {
  if (account.role !== 'intakeOfficer') return deny('wrongRole');
  return account.office === subject.acceptingOffice || deny('otherOffice');
};

const handlingOfficer: Rule = (account, subject) => {
  if (account.role !== 'handlingOfficer' && account.role !== 'departmentHead') return deny('wrongRole');
  return ofHandlingOffice(account, subject);
};

/** Order 802, Art. 25¶2: the head of the department approves the extension, nobody else. */
const departmentHead: Rule = (account, subject) => {
  if (account.role !== 'departmentHead') return deny('wrongRole');
  return ofHandlingOffice(account, subject);
};

const assignedMediator: Rule = (account, subject) => {
  if (account.role !== 'mediator') return deny('wrongRole');
  const office = ofHandlingOffice(account, subject);
  return office !== true ? office : account.officer === subject.mediator || deny('otherMediator');
};

/** Before the transfer the accepting authority has the case and ends it; afterwards the handling authority. */
const holder: Rule = (account, subject) => {
  if (account.role !== 'intakeOfficer') return handlingOfficer(account, subject);
  return subject.handlingOffice === null ? intakeOfficer(account, subject) : deny('otherOffice');
};

const rules: Readonly<Record<CaseCommand, readonly Rule[]>> = {
  lodge: [complainant],
  supplyMaterials: [complainant],
  withdraw: [complainant],
  requestSupplement: [intakeOfficer],
  accept: [intakeOfficer],
  decline: [intakeOfficer],
  transfer: [intakeOfficer],
  receiveMaterials: [handlingOfficer],
  assignMediator: [handlingOfficer],
  recordReply: [assignedMediator, handlingOfficer],
  holdMediation: [assignedMediator, handlingOfficer],
  agreeSettlement: [assignedMediator, handlingOfficer],
  recordPayment: [assignedMediator, handlingOfficer],
  extendHandling: [departmentHead],
  issueResult: [assignedMediator, handlingOfficer],
  feedBack: [assignedMediator, handlingOfficer],
  terminate: [holder],
};

/** Whether this account may issue this command to this case; whether the case's state allows it is the decider's. */
export function mayIssue(account: Account, command: CaseCommand, subject: CaseAccess): true | Denial {
  const denials: Denial[] = [];
  for (const rule of rules[command]) {
    const answer = rule(account, subject);
    if (answer === true) return true;
    denials.push(answer);
  }
  return mostTelling(denials);
}

function ofHandlingOffice(account: OfficialAccount, subject: CaseAccess): true | Denial {
  if (subject.handlingOffice === null) return deny('notTransferred');
  return account.office === subject.handlingOffice || deny('otherOffice');
}

function deny(code: DenialCode): Denial {
  return { code };
}

/** The role which is right and stands in the wrong relation learns which; only another role hears `wrongRole`. */
function mostTelling(denials: readonly Denial[]): Denial {
  return denials.find(({ code }) => code !== 'wrongRole') ?? deny('wrongRole');
}
