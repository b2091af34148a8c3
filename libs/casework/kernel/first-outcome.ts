import type { RecordedEvent } from '@redress/event-store/port.js';
import type { Vault } from '@redress/privacy/vault.js';
import type { CommandOutcome, CommandRequest, Done } from './command-outcome.js';

/** Invariant 4: the command id among the stream's events answers with the first outcome, appending nothing. */
export async function firstOutcome(
  vault: Vault,
  history: readonly RecordedEvent[],
  { commandId, actor }: CommandRequest,
  body: object,
  caseId: string,
  number: string | null,
): Promise<CommandOutcome | null> {
  const earlier = history.filter((event) => event.meta.commandId === commandId);
  const [one] = earlier;
  if (!one) return null;
  if (one.meta.actor.id !== actor.id || !(await vault.isSameCommand(earlier, body)))
    return { outcome: 'commandIdReused' };
  return done(caseId, number, earlier);
}

export function done(caseId: string, caseNumber: string | null, events: readonly RecordedEvent[]): Done {
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
