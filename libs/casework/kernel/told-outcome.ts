import type { Account } from '@redress/access/account.js';
import { toldTo } from '@redress/access/disclosure/told.js';
import { accessOf } from '@redress/access/scope.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { Change, CommandOutcome } from './command-outcome.js';

type Changed = Extract<CommandOutcome, { outcome: 'changed' }>;
type Refused = Extract<CommandOutcome, { outcome: 'refused' }>;

/** What changed meanwhile is told as the file would show it to this reader (invariant 16); of other cases nothing is. */
export function toldChanges(
  account: Account | null,
  kind: string,
  summary: CaseSummary | null,
  changed: Changed,
  opened: readonly Change[],
): Changed {
  if (account === null || summary === null) return { ...changed, changes: opened };
  const of = { kind, subject: accessOf(summary), mayReadCase: () => false };
  return { ...changed, changes: toldTo(account, of, opened) };
}

/** A refusal names the status: to the respondent, as it is told that the case stands. */
export function toldRefusal(account: Account | null, summary: CaseSummary | null, refused: Refused): Refused {
  const told = summary?.statusToRespondent;
  if (account?.role !== 'respondent' || told === undefined) return refused;
  const masked = refused.refusals.map((refusal) =>
    refusal.params?.status === undefined ? refusal : { ...refusal, params: { ...refusal.params, status: told } },
  );
  return { ...refused, refusals: masked };
}
