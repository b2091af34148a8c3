import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';

/** What lists tell cases apart by. */
export interface ListGroup {
  readonly kind: KindName;
  readonly status: string;
  readonly level: string;
  /** Open cases: whether anybody has it in hand. `owing`: of one that ended, to whoever held it, a duty which outlasts that. */
  readonly hands: 'closed' | 'owing' | 'unassigned' | 'assigned';
  /** Open, and held by the office or officer whose list it is. */
  readonly holds: boolean;
}

/** Who reads the list of the cases of which a respondent is told: no office and no officer is named so. */
export const respondentReader = (creditCode: string): string => `respondent:${creditCode}`;

const parts = ['kind', 'status', 'level', 'hands', 'holds'] as const;

/** The group as the rows have it: `complaint/inHandling/district/assigned/true`. */
export function listGroup(group: ListGroup): string {
  return parts.map((part) => String(group[part])).join('/');
}

/** What is `LIKE` every group that has these parts, and no other; null where any has. */
export function likeGroups(asked: { readonly [Part in keyof ListGroup]?: ListGroup[Part] | undefined }): string | null {
  if (parts.every((part) => asked[part] === undefined)) return null;
  return parts
    .map((part) => (asked[part] === undefined ? '%' : String(asked[part]).replace(/[\\%_]/g, '\\$&')))
    .join('/');
}
