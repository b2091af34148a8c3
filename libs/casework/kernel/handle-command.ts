import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '@redress/access/account.js';
import { accessOf, type CaseAccess } from '@redress/access/scope.js';
import type { CaseKind } from '@redress/cases/shared/case-kind.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { EventStore } from '@redress/event-store/port.js';
import type { Vault } from '@redress/privacy/vault.js';
import { denialOf } from './case-access.js';
import { fold, loadCase, streamOf, type CommandOfAnyKind, type EventOfAnyKind } from './case-stream.js';
import { changedSince } from './changed-since.js';
import type { CommandOutcome, CommandRequest } from './command-outcome.js';
import { decideCommand, type Complete } from './decide-command.js';
import { done, firstOutcome } from './first-outcome.js';
import { newEvents } from './new-events.js';
import { sensitivePaths } from './sensitive-paths.js';
import { recordingTime, zone, type ServerClock } from './time.js';
import { toldChanges, toldRefusal } from './told-outcome.js';

const attempts = 5;
const jitterMs = 20;

export interface KernelParts {
  readonly store: EventStore;
  readonly clock: ServerClock;
  readonly privacy: { readonly vault: Vault };
}

/** One command on one case, as it came. */
export interface IssuedCommand<C extends CommandOfAnyKind> {
  readonly caseId: string;
  readonly request: CommandRequest;
  /** As its sender wrote it: the same command id with another is refused (invariant 4). */
  readonly sent: { readonly name: C['name']; readonly body: object };
  /** Whose command it is; null for the system's own. */
  readonly account: Account | null;
  /** Of the case a lodging would make; null where the command lodges none. */
  readonly accessOfNew: CaseAccess | null;
}

/**
 * Load the stream, decide, append on the revision decided on; where another writer was first, again on the new state
 * (invariant 2).
 *
 * @param complete looks up what the command names; asked again on each attempt
 */
export async function handleCommand<S, C extends CommandOfAnyKind, E extends EventOfAnyKind>(
  { store, clock, privacy: { vault } }: KernelParts,
  kind: CaseKind<S, C, E>,
  { caseId, request, sent, account, accessOfNew }: IssuedCommand<C>,
  complete: Complete<S, C>,
): Promise<CommandOutcome> {
  const stream = streamOf(kind, caseId);
  const sensitive = (event: EventOfAnyKind) => sensitivePaths(kind.sensitive, event);
  const { occurredOn = null, occurredOnReason = null } = request;
  const whole = { name: sent.name, body: sent.body, caseId, occurredOn, occurredOnReason };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const loaded = await loadCase(store, kind, caseId);
    const { history, state, summary } = loaded;
    const first = await firstOutcome(vault, history, request, whole, caseId, summary?.caseNumber ?? null);
    if (first?.outcome === 'done') return first;
    const access = summary ? accessOf(summary) : accessOfNew;
    const denied = account && denialOf(account, kind.kind, sent.name, access, summary === null);
    if (denied) return denied;
    if (first) return first;
    const changed = changedSince(history, request.ifMatch);
    if (changed) return toldChanges(account, kind.kind, summary, changed, await vault.opened(stream, changed.changes));

    const now = await recordingTime(clock);
    const today = dayInZone(now, zone);
    const decision = await decideCommand(kind, caseId, request, complete, loaded, today);
    if (decision.outcome === 'refused') return toldRefusal(account, summary, decision);
    const occasion = { stream, caseId, request, now, today, on: decision.on };
    const events = newEvents(decision.events, kind.schemas, occasion);
    const sealed = await vault.sealed(stream, events, sensitive, whole);

    const head = history.at(-1);
    const expected = head ? { revision: head.revision, hash: head.hash } : 'none';
    const appended = await store.append(stream, expected, sealed);
    if (appended.outcome === 'appended') {
      const after = kind.summaryOf(fold(kind, state, appended.events));
      return done(caseId, after?.caseNumber ?? null, appended.events);
    }
    // Writers who meet would meet again: each waits a while of its own.
    await pause(Math.random() * jitterMs * (attempt + 1));
  }
  return { outcome: 'contended' };
}
