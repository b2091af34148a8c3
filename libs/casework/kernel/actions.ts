import type { Account } from '@redress/access/account.js';
import { mayIssue } from '@redress/access/policies.js';
import { accessOf } from '@redress/access/scope.js';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import { isProcedureCommand } from '@redress/cases/shared/procedure/decide.js';
import type { RungName } from '@redress/cases/shared/procedure/events.js';
import { rungNamed } from '@redress/cases/shared/procedure/rungs.js';
import type { AnyCaseworkKind } from './casework-kind.js';

export interface Action {
  readonly command: string;
  /** Of the procedure which every kind shares. */
  readonly shared: boolean;
  /** Of a command which answers rungs of the ladder: those which wait for it. */
  readonly rungs: readonly RungName[];
}

/**
 * The commands which the state machine allows now and this account may give; the decider may still refuse one on a
 * ground of its own. What answers a rung is there while one waits for it.
 */
export function actionsOf({ domain }: AnyCaseworkKind, summary: CaseSummary, account: Account): readonly Action[] {
  const access = accessOf(summary);
  const waiting = rungsWaiting(summary);
  return Object.entries(domain.moves)
    .filter(([, statuses]) => statuses.includes(statusToldTo(account, summary)))
    .filter(([name]) => mayIssue(account, domain.kind, name, access) === true)
    .filter(([name]) => waiting[name]?.length !== 0)
    .map(([command]) => ({
      command,
      shared: isProcedureCommand({ name: command }),
      rungs: waiting[command] ?? [],
    }));
}

function rungsWaiting({ awaited, firedRungs, acknowledgedRungs }: CaseSummary): Readonly<Record<string, RungName[]>> {
  const asked = (proposed: boolean) =>
    awaited
      .filter(({ act }) => act.startsWith('propose') === proposed)
      .map(({ clock, subject, run, rung }) => ({ clock, subject, run, rung }));
  return {
    giveRungReason: asked(false),
    decideProposal: asked(true),
    acknowledgeRung: firedRungs.filter((key) => !acknowledgedRungs.includes(key)).map(rungNamed),
  };
}

/** What the respondent may do is listed by the status which it is told: another list would tell it the real one. */
function statusToldTo({ role }: Account, { status, statusToRespondent }: CaseSummary): string {
  return role === 'respondent' ? (statusToRespondent ?? status) : status;
}
