import { setTimeout as pause } from 'node:timers/promises';
import { mayRead, type CaseAccess } from '@redress/access/scope.js';
import type { Account } from '@redress/access/account.js';
import { mayIssue, type CaseCommand } from '@redress/access/policies.js';
import type { Refusal } from '@redress/cases/shared/decision.js';
import { commandHash, eventId } from '@redress/event-store/identity.js';
import type { EventStore, NewEvent, RecordedEvent, Revision } from '@redress/event-store/port.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { CaseKindDefinition } from './case-kind.js';
import type { CommandOutcome, CommandRequest, Done } from './command-outcome.js';

/** PostgreSQL's clock, one for all processes: an instant in ISO 8601. */
export interface ServerClock {
  now(): Promise<string>;
}

export const zone = 'Asia/Shanghai';
/** The actor of what the platform does by itself; its events do not invalidate what a person decided on (invariant 2). */
export const system = { id: 'redress', name: 'Redress', role: 'system', organisation: null } as const;

const attempts = 5;
const jitterMs = 20;

interface Parts<S, C extends { readonly name: string }, E extends { type: string; data: object }> {
  readonly store: EventStore;
  readonly clock: ServerClock;
  readonly kind: CaseKindDefinition<S, C, E>;
}

/**
 * One command on one case: load the stream, decide, append on the revision decided on.
 *
 * @param sent the command as its sender wrote it: the same command id with another is refused (invariant 4)
 * @param complete turns it into the domain's command, looking up what it names; asked again on each attempt
 * @param account whose command it is; null for the system's own
 */
export async function handleCommand<S, C extends { readonly name: string }, E extends { type: string; data: object }>(
  { store, clock, kind }: Parts<S, C, E>,
  caseId: string,
  request: CommandRequest,
  sent: { readonly name: string; readonly body: object },
  complete: (state: S, today: string, history: readonly RecordedEvent[]) => C | CommandOutcome,
  account: Account | null,
): Promise<CommandOutcome> {
  const stream = kind.streamOf(caseId);
  const { occurredOn = null, occurredOnReason = null } = request;
  const hash = commandHash({ name: sent.name, body: sent.body, caseId, occurredOn, occurredOnReason });
  for (let attempt = 0; attempt < attempts; attempt++) {
    const history = await store.readStream(stream);
    const state = history.reduce(kind.evolve, kind.initial);
    const access = kind.accessOf(state) ?? kind.accessOfNew(sent.body);
    const first = firstOutcome(history, request, hash, caseId, kind.numberOf(state));
    if (first?.outcome === 'done') return first;
    const denied = account && authorise(account, sent.name as CaseCommand, access);
    if (denied) return denied;
    if (first) return first;
    const changed = changedSince(history, request.ifMatch);
    if (changed) return changed;

    const now = await clock.now();
    const today = dayInZone(now, zone);
    const on = request.occurredOn ?? today;
    const command = complete(state, today, history);
    if ('outcome' in command) return command;
    const decision = kind.decide(command, state, {
      caseId,
      today,
      on,
      actor: { id: request.actor.id, name: request.actor.name },
    });
    const refusals = [...faultsOfReason(request, today), ...(decision.outcome === 'refused' ? decision.refusals : [])];
    if (decision.outcome === 'refused' || refusals.length > 0) return { outcome: 'refused', refusals };

    const events = decision.events.map((event, ordinal): NewEvent => {
      const type = event.type as E['type'];
      const occurred = on === today ? { occurredAt: now } : backdated(on, request.occurredOnReason);
      const { commandId, actor, causationId = null } = request;
      return {
        id: eventId(stream, commandId, ordinal),
        type,
        schema: kind.schemas[type],
        data: event.data as Record<string, unknown>,
        meta: {
          commandId,
          commandHash: hash,
          correlationId: caseId,
          causationId,
          actor,
          ...occurred,
          hashAlgorithm: 'sha256',
        },
      };
    });
    const head = history.at(-1);
    const expected = head ? { revision: head.revision, hash: head.hash } : 'none';
    const appended = await store.append(stream, expected, events);
    if (appended.outcome === 'appended') {
      const next = appended.events.reduce(kind.evolve, state);
      return done(caseId, kind.numberOf(next), appended.events);
    }
    // Writers who meet would meet again: each waits a while of its own.
    await pause(Math.random() * jitterMs * (attempt + 1));
  }
  return { outcome: 'contended' };
}

/** Invariant 15: what is recorded as of an earlier day says why. */
function faultsOfReason({ occurredOn, occurredOnReason }: CommandRequest, today: string): Refusal[] {
  if (occurredOn === undefined) {
    return occurredOnReason === undefined ? [] : [{ code: 'dayForReason', field: 'occurredOn' }];
  }
  if (occurredOn >= today || occurredOnReason !== undefined) return [];
  return [{ code: 'reasonForDate', field: 'occurredOnReason' }];
}

/** A fact known by its day alone counts from the day's beginning in Shanghai. */
function backdated(on: string, reason: string | undefined): { occurredAt: string; occurredAtReason?: string } {
  const occurredAt = `${on}T00:00:00+08:00`;
  return reason === undefined ? { occurredAt } : { occurredAt, occurredAtReason: reason };
}

/** Invariant 4: the command id among the stream's events answers with the first outcome, appending nothing. */
function firstOutcome(
  history: readonly RecordedEvent[],
  { commandId, actor }: CommandRequest,
  hash: string,
  caseId: string,
  number: string | null,
): CommandOutcome | null {
  const earlier = history.filter((event) => event.meta.commandId === commandId);
  const [one] = earlier;
  if (!one) return null;
  if (one.meta.commandHash !== hash || one.meta.actor.id !== actor.id) return { outcome: 'commandIdReused' };
  return done(caseId, number, earlier);
}

/** Whoever may not even read the case is not told that there is one (invariant 16). */
function authorise(account: Account, command: CaseCommand, access: CaseAccess | null): CommandOutcome | null {
  if (access === null) return { outcome: 'notFound' };
  if (command !== 'lodge' && !mayRead(account, access)) return { outcome: 'notFound' };
  const answer = mayIssue(account, command, access);
  return answer === true ? null : { outcome: 'denied', denial: answer };
}

/** Invariant 2: a later revision serves when all events between are the system's own. */
function changedSince(history: readonly RecordedEvent[], ifMatch: Revision | undefined): CommandOutcome | null {
  const head = history.at(-1);
  if (ifMatch === undefined || !head || head.revision === ifMatch) return null;
  const since = history.filter((event) => BigInt(event.revision) > BigInt(ifMatch));
  const ahead = BigInt(ifMatch) > BigInt(head.revision);
  if (!ahead && since.every((event) => event.meta.actor.role === system.role)) return null;
  const changes = since.map(({ revision, type, recordedAt, data, meta }) => {
    return { revision, type, recordedAt, data, occurredAt: meta.occurredAt, actor: meta.actor };
  });
  return { outcome: 'changed', revision: head.revision, changes };
}

function done(caseId: string, caseNumber: string | null, events: readonly RecordedEvent[]): Done {
  const last = events.at(-1)!;
  return {
    outcome: 'done',
    caseId,
    caseNumber: caseNumber ?? '',
    revision: last.revision,
    position: last.position,
    events: events.map(({ id, type }) => ({ id, type })),
  };
}
