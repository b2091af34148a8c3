import type { Account } from '@redress/access/account.js';
import { mayIssue } from '@redress/access/policies.js';
import { mayRead, reachOf, type CaseAccess } from '@redress/access/scope.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CommandOutcome } from './command-outcome.js';

/** Whoever may not even read the case is not told that there is one (invariant 16). */
export function denialOf(
  account: Account,
  kind: KindName,
  command: string,
  access: CaseAccess | null,
  isNew: boolean,
): Extract<CommandOutcome, { outcome: 'notFound' | 'denied' }> | null {
  if (access === null) return { outcome: 'notFound' };
  if (!isNew && !mayRead(account, reachOf(access))) return { outcome: 'notFound' };
  const answer = mayIssue(account, kind, command, access);
  return answer === true ? null : { outcome: 'denied', denial: answer };
}
