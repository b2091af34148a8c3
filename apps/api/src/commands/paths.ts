import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';

/** Where the cases of each kind are lodged, and the commands of that kind alone are given. */
export const collectionPaths: Readonly<Record<KindName, string>> = {
  overduePayment: 'api/overdue-payment-claims',
  complaint: 'api/complaints',
  creditRepair: 'api/credit-repair-requests',
  ipFastTrack: 'api/ip-fast-track-cases',
};

/** Where the commands that every kind shares are given. */
export const casesPath = 'api/cases';

/** The route of a command on one case. */
export function commandPath(kind: KindName, caseId: string, command: string, shared: boolean): string {
  return `/${shared ? casesPath : collectionPaths[kind]}/${caseId}/${kebab(command)}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
