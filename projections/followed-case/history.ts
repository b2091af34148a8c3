import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { HistoryEvent } from '@redress/deadlines/clock/clock.js';
import type { RecordedEvent } from '@redress/event-store/port.js';

/** Identifiers, dates, sums and codes; free text, which people write and may want forgotten, is none of these. */
const code = /^[\w.:+|-]{1,64}$/;

/**
 * The event as the clocks see it. A rule can only ask for numbers, booleans and codes at the top of the data, and for the
 * numbers and days of a list (the instalments of a settlement); all of them are kept, whatever today's law asks for, so
 * that a later law can be applied without reading the log again.
 */
export function historyEvent(event: RecordedEvent): HistoryEvent {
  const { id, type, data, recordedAt, meta } = event;
  const kept: Record<string, unknown> = {};
  for (const name in data) {
    const value = data[name];
    const members = Array.isArray(value) ? numbersAndDays(value) : [];
    if (members.length > 0) kept[name] = members;
    else if (isCode(value)) kept[name] = value;
  }
  return { id, type, occurredAt: meta.occurredAt, recordedAt, data: kept };
}

/** Of each member of a list what can be neither a name nor a text. */
function numbersAndDays(members: readonly unknown[]): readonly object[] {
  return members
    .filter((member) => typeof member === 'object' && member !== null)
    .map((member) =>
      Object.fromEntries(Object.entries(member).filter(([, value]) => typeof value === 'number' || isPlainDate(value))),
    )
    .filter((member) => Object.keys(member).length > 0);
}

function isCode(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && code.test(value));
}
