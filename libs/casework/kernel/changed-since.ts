import type { RecordedEvent, Revision } from '@redress/event-store/port.js';
import type { CommandOutcome } from './command-outcome.js';
import { system } from './system.js';

/** Invariant 2: a later revision serves when all events between are the system's own. */
export function changedSince(
  history: readonly RecordedEvent[],
  ifMatch: Revision | undefined,
): Extract<CommandOutcome, { outcome: 'changed' }> | null {
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
