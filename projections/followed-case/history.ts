import type { HistoryEvent } from '@redress/deadlines/clock/clock.js';
import type { RecordedEvent } from '@redress/event-store/port.js';

/** Identifiers, dates, sums and codes; free text, which people write and may want forgotten, is none of these. */
const code = /^[\w.:|-]{1,64}$/;

/**
 * The event as the clocks see it. A rule can only ask for numbers, booleans and codes at the top of the data; all of
 * them are kept, whatever today's law asks for, so that a later law can be applied without reading the log again.
 */
export function historyEvent(event: RecordedEvent): HistoryEvent {
  const { id, type, data, recordedAt, meta } = event;
  const kept = Object.entries(data).filter(([, value]) => isCode(value));
  return { id, type, occurredAt: meta.occurredAt, recordedAt, data: Object.fromEntries(kept) };
}

function isCode(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && code.test(value));
}
