import type { RecordedEvent } from '@redress/event-store/port.js';
import type { CommandOutcome, CommandRequest, Done } from './command-outcome.js';

/** Invariant 4: the command id among the stream's events answers with the first outcome, appending nothing. */
export function firstOutcome(
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
