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

/** Pages reached from a place rather than from the navigation: the place stays marked on them. */
const within: Partial<Readonly<Record<Place, readonly string[]>>> = {
  worklist: ['/cases'],
  escalations: ['/law-moves'],
  statistics: ['/holders', '/first-contact', '/debtors', '/parties'],
  debtors: ['/first-contact', '/parties'],
};

/** The place of this role's navigation to which a page belongs; null where it belongs to none. */
export function placeOf(role: Role, path: string): Place | null {
  const own = navigation[role];
  if (path.endsWith('/audit') && own.includes('audit')) return 'audit';
  const under = (root: string) => path === root || path.startsWith(`${root}/`);
  return (
    own.find((place) => under(places[place])) ?? own.find((place) => within[place]?.some((root) => under(root))) ?? null
  );
}

export function homeOf(role: Role): (typeof places)[Place] {
  return places[navigation[role][0]!];
}
