import type { Role } from '../api/types.js';

export const places = {
  cases: '/cases',
  lodge: '/lodge',
  matters: '/matters',
  worklist: '/worklist',
  board: '/board',
  escalations: '/escalations',
  audit: '/audit',
  health: '/health',
} as const;

export type Place = keyof typeof places;

const officer: readonly Place[] = ['worklist'];
const takingIn: readonly Place[] = ['worklist', 'matters'];

/** What each role finds in its navigation, its first page first; the server enforces who may read what. */
export const navigation: Readonly<Record<Role, readonly Place[]>> = {
  sme: ['cases', 'lodge', 'matters'],
  agent: ['cases', 'matters'],
  respondent: ['cases'],
  serviceSpecialist: takingIn,
  intakeOfficer: takingIn,
  handlingOfficer: takingIn,
  mediator: officer,
  departmentHead: officer,
  supervisor: ['board', 'escalations', 'worklist', 'audit'],
  operator: ['health'],
};

export function homeOf(role: Role): (typeof places)[Place] {
  return places[navigation[role][0]!];
}
