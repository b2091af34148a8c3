import type { Account, CompanyRole, OfficialAccount } from '../account.js';
import type { Role } from '../roles.js';
import type { CaseAccess } from '../scope.js';

const person = { zh: '某人', en: 'Somebody' };
export const pudong = '310115-handling';
export const xuhui = '310104-handling';
export const street = '310115-zhangjiang';

export function official(
  role: OfficialAccount['role'],
  officer: string,
  office: string,
  district: string | null,
): Account {
  return { id: officer, name: officer, person, demonstration: false, role, officer, office, district };
}

export function company(role: CompanyRole, creditCode: string): Account {
  return { id: creditCode, name: role, person, demonstration: false, role, company: { name: '某企业', creditCode } };
}

/** Of each role, the one concerned by the case below. */
export const concerned: Record<Role, Account> = {
  sme: company('sme', 'OWN'),
  agent: company('agent', 'AGENT'),
  respondent: company('respondent', 'RESPONDENT'),
  serviceSpecialist: official('serviceSpecialist', 'specialist-1', street, '310115'),
  intakeOfficer: official('intakeOfficer', 'intake-1', 'city', null),
  handlingOfficer: official('handlingOfficer', 'handler-1', pudong, '310115'),
  mediator: official('mediator', 'mediator-1', pudong, '310115'),
  departmentHead: official('departmentHead', 'head-1', pudong, '310115'),
  supervisor: official('supervisor', 'supervisor-1', 'city-supervision', null),
  operator: { id: 'operator', name: 'operator', person, demonstration: false, role: 'operator' },
};

export const strangers: Partial<Record<Role, Account>> = {
  sme: company('sme', 'OTHER'),
  agent: company('agent', 'OTHER'),
  respondent: company('respondent', 'OTHER'),
  serviceSpecialist: official('serviceSpecialist', 'specialist-2', '310104-xujiahui', '310104'),
  intakeOfficer: official('intakeOfficer', 'intake-2', 'other-city', null),
  handlingOfficer: official('handlingOfficer', 'handler-2', xuhui, '310104'),
  mediator: official('mediator', 'mediator-2', xuhui, '310104'),
  departmentHead: official('departmentHead', 'head-2', xuhui, '310104'),
  supervisor: official('supervisor', 'supervisor-2', xuhui, '310104'),
};

export const lodged: CaseAccess = {
  complainantCode: 'OWN',
  agentCode: 'AGENT',
  respondentCode: 'RESPONDENT',
  respondentTold: false,
  acceptingOffice: 'city',
  handlingOffice: null,
  coHandlingOffices: [],
  firstContact: 'specialist-1',
  firstContactOffice: street,
  overseer: null,
  holder: null,
  confidential: [],
  markedParts: [],
  district: null,
};
export const transferred: CaseAccess = { ...lodged, respondentTold: true, handlingOffice: pudong, district: '310115' };
export const assigned: CaseAccess = { ...transferred, holder: 'mediator-1' };
