import type { Role } from '../api/types.js';

export const places = {
  cases: '/cases',
  lodge: '/lodge',
  matters: '/matters',
  worklist: '/worklist',
  board: '/board',
  escalations: '/escalations',
  audit: '/audit',
  statistics: '/statistics',
  debtors: '/debtors',
  persons: '/persons',
  exports: '/exports',
  health: '/health',
  inbox: '/inbox',
} as const;

export type Place = keyof typeof places;

const takingIn: readonly Place[] = ['worklist', 'matters', 'debtors', 'exports', 'inbox'];

/** What each role finds in its navigation, its first page first; the server enforces who may read what. */
export const navigation: Readonly<Record<Role, readonly Place[]>> = {
  sme: ['cases', 'lodge', 'matters', 'inbox'],
  agent: ['cases', 'matters', 'inbox'],
  respondent: ['cases', 'inbox'],
  serviceSpecialist: takingIn,
  intakeOfficer: takingIn,
  handlingOfficer: takingIn,
  mediator: ['worklist', 'debtors', 'exports', 'inbox'],
  departmentHead: ['worklist', 'escalations', 'statistics', 'exports', 'inbox'],
  supervisor: ['board', 'escalations', 'statistics', 'worklist', 'audit', 'exports', 'persons', 'inbox'],
  operator: ['health', 'persons', 'inbox'],
};

export function homeOf(role: Role): (typeof places)[Place] {
  return places[navigation[role][0]!];
}
