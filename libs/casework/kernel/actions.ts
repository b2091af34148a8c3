import type { Account } from '@redress/access/account.js';
import { mayIssue } from '@redress/access/policies.js';
import { accessOf, mayRead, reachOf } from '@redress/access/scope.js';
import { isProcedureCommand } from '@redress/cases/shared/procedure/decide.js';
import type { EventStore } from '@redress/event-store/port.js';
import { loadCase } from './case-stream.js';
import type { AnyCaseworkKind } from './casework-kind.js';

export interface Action {
  readonly command: string;
  /** Of the procedure which every kind shares. */
  readonly shared: boolean;
}

/**
 * The commands which the state machine allows now and this account may give; the decider may still refuse one on a
 * ground of its own. Null where the account may not read the case.
 */
export async function actionsOf(
  store: EventStore,
  { domain, completions }: AnyCaseworkKind,
  caseId: string,
  account: Account,
): Promise<readonly Action[] | null> {
  const { summary } = await loadCase(store, domain, caseId);
  if (summary === null) return null;
  const access = accessOf(summary);
  if (!mayRead(account, reachOf(access))) return null;
  return Object.entries(domain.moves)
    .filter(
      ([name, statuses]) => statuses.includes(summary.status) && mayIssue(account, domain.kind, name, access) === true,
    )
    .map(([command]) => ({ command, shared: isProcedureCommand({ name: command }) && !(command in completions) }));
}
