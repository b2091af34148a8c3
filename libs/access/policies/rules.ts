import type { Bilingual } from '@redress/organisation/office.js';
import { isOfficial, type Account, type OfficialAccount } from '../account.js';
import type { CaseAccess } from '../scope.js';

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
  | 'otherMediator'
  /** Somebody else answers to the complainant for this case. */
  | 'otherFirstContact';

export interface Denial {
  readonly code: DenialCode;
}

export const denialTexts: Readonly<Record<DenialCode, Bilingual>> = {
  wrongRole: { zh: '您的角色无权办理此事项。', en: 'Your role may not do this.' },
  otherCompany: { zh: '该案件属于其他企业。', en: 'This case belongs to another company.' },
  otherOffice: { zh: '该案件由其他部门办理。', en: 'This case is with another office.' },
  notTransferred: { zh: '该案件尚未转办。', en: 'This case has not been transferred yet.' },
  otherMediator: { zh: '该案件未指派给您调解。', en: 'You are not the mediator of this case.' },
  otherFirstContact: { zh: '您不是该案件的首接负责人。', en: 'You are not the first contact of this case.' },
};

/** One way to be allowed: a role, and where its holder must stand to the case. */
export type Rule = (account: Account, subject: CaseAccess) => true | Denial;

/** The commands of a kind of case, each with the ways to be allowed it; one is enough. */
export type Policies = Readonly<Record<string, readonly Rule[]>>;

export function deny(code: DenialCode): Denial {
  return { code };
}

/** The complainant itself, or the agent which the file names. */
export const complainant: Rule = (account, subject) => {
  if (account.role === 'agent') return account.company.creditCode === subject.agentCode || deny('otherCompany');
  if (account.role !== 'sme') return deny('wrongRole');
  return account.company.creditCode === subject.complainantCode || deny('otherCompany');
};

/** The complainant itself, and nobody for it. */
export const principal: Rule = (account, subject) =>
  account.role === 'sme' ? complainant(account, subject) : deny('wrongRole');

export const respondent: Rule = (account, subject) => {
  if (account.role !== 'respondent') return deny('wrongRole');
  return account.company.creditCode === subject.respondentCode || deny('otherCompany');
};

/** An officer takes a case in at the counter, by phone or letter: there is no case yet to stand in any relation to. */
export const officerOnBehalf: Rule = (account) =>
  account.role === 'intakeOfficer' || account.role === 'serviceSpecialist' || account.role === 'handlingOfficer'
    ? true
    : deny('wrongRole');

export const intakeOfficer: Rule = (account, subject) => {
  if (account.role !== 'intakeOfficer') return deny('wrongRole');
  return account.office === subject.acceptingOffice || deny('otherOffice');
};

/** Whoever handles cases in the office that has it: at the street the service specialist, to whom it was handed down. */
export const handlingOfficer: Rule = (account, subject) => {
  if (account.role === 'serviceSpecialist') return account.office === subject.handlingOffice || deny('wrongRole');
  if (account.role !== 'handlingOfficer' && account.role !== 'departmentHead') return deny('wrongRole');
  return ofHandlingOffice(account, subject);
};

export const departmentHead: Rule = (account, subject) => {
  if (account.role !== 'departmentHead') return deny('wrongRole');
  return ofHandlingOffice(account, subject);
};

/** The officer who has the case in hand, whatever their role in the office. */
export const assignedMediator: Rule = (account, subject) => {
  if (account.role !== 'mediator') return deny('wrongRole');
  const office = ofHandlingOffice(account, subject);
  return office !== true ? office : account.officer === subject.holder || deny('otherMediator');
};

/** Before the transfer the accepting authority has the case; afterwards the handling authority alone. */
export const holdingOffice: Rule = (account, subject) => {
  if (subject.handlingOffice === null) {
    if (account.role === 'intakeOfficer') return intakeOfficer(account, subject);
    if (account.role !== 'handlingOfficer' && account.role !== 'departmentHead') return deny('wrongRole');
    return account.office === subject.acceptingOffice || deny('notTransferred');
  }
  if (account.role !== 'intakeOfficer') return handlingOfficer(account, subject);
  return account.office === subject.handlingOffice || deny('otherOffice');
};

/** A head of the office that has the case in hand, before the transfer and after it. */
export const headOfHoldingOffice: Rule = (account, subject) => {
  if (account.role !== 'departmentHead') return deny('wrongRole');
  return account.office === (subject.handlingOffice ?? subject.acceptingOffice) || deny('otherOffice');
};

/** An office that acts together with the lead reports to it (联席会议). */
export const coHandler: Rule = (account, subject) => {
  if (!isOfficial(account) || account.role === 'supervisor') return deny('wrongRole');
  return subject.coHandlingOffices.includes(account.office) || deny('otherOffice');
};

/** 首接负责制: the officer who took the case up answers to the complainant until the conclusion. */
export const firstContact: Rule = (account, subject) => {
  if (!isOfficial(account) || account.role === 'supervisor') return deny('wrongRole');
  if (account.officer === subject.firstContact) return true;
  return account.role === 'serviceSpecialist' ? deny('otherFirstContact') : deny('wrongRole');
};

/** Of the whole city, or of the district the case lies in. */
export const supervisor: Rule = (account, subject) => {
  if (account.role !== 'supervisor') return deny('wrongRole');
  return account.district === null || account.district === subject.district || deny('otherOffice');
};

function ofHandlingOffice(account: OfficialAccount, subject: CaseAccess): true | Denial {
  if (subject.handlingOffice === null) return deny('notTransferred');
  return account.office === subject.handlingOffice || deny('otherOffice');
}
