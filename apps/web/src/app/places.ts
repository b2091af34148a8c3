import type { Role } from '../api/types.js';

export const places = {
  cases: '/cases',
  lodge: '/lodge',
  worklist: '/worklist',
  board: '/board',
  escalations: '/escalations',
  audit: '/audit',
  health: '/health',
} as const;

export type Place = keyof typeof places;

const officer: readonly Place[] = ['worklist'];

/** What each role finds in its navigation, its first page first; the server enforces who may read what. */
export const navigation: Readonly<Record<Role, readonly Place[]>> = {
  sme: ['cases', 'lodge'],
  agent: ['cases'],
  respondent: ['cases'],
  serviceSpecialist: officer,
  intakeOfficer: officer,
  handlingOfficer: officer,
  mediator: officer,
  departmentHead: officer,
  supervisor: ['board', 'escalations', 'worklist', 'audit'],
  operator: ['health'],
};

export function homeOf(role: Role): (typeof places)[Place] {
  return places[navigation[role][0]!];
}
