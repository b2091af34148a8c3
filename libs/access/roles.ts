import type { Bilingual, OfficerRole } from '@redress/organisation/office.js';
import type { CompanyRole } from './account.js';

/** A company in one of its parts, an officer of an office, or the operator of the system. */
export type Role = CompanyRole | OfficerRole | 'operator';

export const roles = [
  'sme',
  'agent',
  'respondent',
  'serviceSpecialist',
  'intakeOfficer',
  'handlingOfficer',
  'mediator',
  'departmentHead',
  'supervisor',
  'operator',
] as const satisfies readonly Role[];

export const roleTitles: Readonly<Record<Role, Bilingual>> = {
  sme: { zh: '中小企业', en: 'SME' },
  agent: { zh: '代理人', en: 'Agent' },
  respondent: { zh: '被投诉人', en: 'Respondent' },
  serviceSpecialist: { zh: '服务专员', en: 'Service specialist' },
  intakeOfficer: { zh: '受理人员', en: 'Intake officer' },
  handlingOfficer: { zh: '承办人员', en: 'Handling officer' },
  mediator: { zh: '调解员', en: 'Mediator' },
  departmentHead: { zh: '部门负责人', en: 'Head of department' },
  supervisor: { zh: '监督人员', en: 'Supervisor' },
  operator: { zh: '系统运维', en: 'System operator' },
};
