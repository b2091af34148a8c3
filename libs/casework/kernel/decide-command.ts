import type { CaseKind } from '@redress/cases/shared/case-kind.js';
import type { Refusal } from '@redress/cases/shared/decision.js';
import type { CommandOutcome, CommandRequest } from './command-outcome.js';
import type { CommandOfAnyKind, EventOfAnyKind, LoadedCase } from './case-stream.js';

/** The domain's command, or why what its sender named cannot be looked up. */
export type Completed<C> = { readonly command: C } | Extract<CommandOutcome, { outcome: 'refused' }>;

/** Turns what the sender wrote (ids of offices, officers, other cases) into the domain's command. */
export type Complete<S, C> = (loaded: LoadedCase<S>, on: string, today: string) => Completed<C> | Promise<Completed<C>>;

type Decided<E> =
  | { readonly outcome: 'accepted'; readonly events: readonly E[]; readonly on: string }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

/** What becomes of the command on the case as it was loaded; every ground of refusal is named, not only the first. */
export async function decideCommand<S, C extends CommandOfAnyKind, E extends EventOfAnyKind>(
  kind: CaseKind<S, C, E>,
  caseId: string,
  request: CommandRequest,
  complete: Complete<S, C>,
  loaded: LoadedCase<S>,
  today: string,
): Promise<Decided<E>> {
  const on = request.occurredOn ?? today;
  const completed = await complete(loaded, on, today);
  if (!('command' in completed)) return completed;
  const actor = { id: request.actor.id, name: request.actor.name };
  const decision = kind.decide(completed.command, loaded.state, { caseId, today, on, actor });
  const refusals = [...faultsOfReason(request, today), ...(decision.outcome === 'refused' ? decision.refusals : [])];
  if (decision.outcome === 'refused' || refusals.length > 0) return { outcome: 'refused', refusals };
  return { outcome: 'accepted', events: decision.events, on };
}

/** Invariant 15: what is recorded as of an earlier day says why. */
function faultsOfReason({ occurredOn, occurredOnReason }: CommandRequest, today: string): Refusal[] {
  if (occurredOn === undefined) {
    return occurredOnReason === undefined ? [] : [{ code: 'dayForReason', field: 'occurredOn' }];
  }
  if (occurredOn >= today || occurredOnReason !== undefined) return [];
  return [{ code: 'reasonForDate', field: 'occurredOnReason' }];
}
