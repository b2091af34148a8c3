import type { Account } from '@redress/access/account.js';
import { mayIssue } from '@redress/access/policies.js';
import { accessOf } from '@redress/access/scope.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import { isProcedureCommand } from '@redress/cases/shared/procedure/decide.js';
import type { AnyCaseworkKind } from './casework-kind.js';

export interface Action {
  readonly command: string;
  /** Of the procedure which every kind shares. */
  readonly shared: boolean;
}

/**
 * The commands which the state machine allows now and this account may give; the decider may still refuse one on a
 * ground of its own.
 */
export function actionsOf({ domain }: AnyCaseworkKind, summary: CaseSummary, account: Account): readonly Action[] {
  const access = accessOf(summary);
  return Object.entries(domain.moves)
    .filter(([, statuses]) => statuses.includes(summary.status))
    .filter(([name]) => mayIssue(account, domain.kind, name, access) === true)
    .map(([command]) => ({ command, shared: isProcedureCommand({ name: command }) }));
}
