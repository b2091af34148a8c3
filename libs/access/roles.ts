import type { Bilingual, OfficerRole } from '@redress/organisation/office.js';

/** An SME, an officer of an office, or the operator of the system. */
export type Role = 'sme' | OfficerRole | 'operator';

export const roles = [
  'sme',
  'intakeOfficer',
  'handlingOfficer',
  'mediator',
  'departmentHead',
  'supervisor',
  'operator',
] as const satisfies readonly Role[];

export const roleTitles: Readonly<Record<Role, Bilingual>> = {
  sme: { zh: '中小企业', en: 'SME' },
  intakeOfficer: { zh: '受理人员', en: 'Intake officer' },
  handlingOfficer: { zh: '承办人员', en: 'Handling officer' },
  mediator: { zh: '调解员', en: 'Mediator' },
  departmentHead: { zh: '部门负责人', en: 'Head of department' },
  supervisor: { zh: '监督人员', en: 'Supervisor' },
  operator: { zh: '系统运维', en: 'System operator' },
};
