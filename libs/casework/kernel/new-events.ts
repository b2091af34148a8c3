import { eventId } from '@redress/event-store/identity.js';
import type { StreamName } from '@redress/event-store/port.js';
import type { UnsealedEvent } from '@redress/privacy/vault.js';
import type { EventOfAnyKind } from './case-stream.js';
import type { CommandRequest } from './command-outcome.js';

interface Occasion {
  readonly stream: StreamName;
  readonly caseId: string;
  readonly request: CommandRequest;
  /** Now, and the day it is in Shanghai. */
  readonly now: string;
  readonly today: string;
  /** The day on which the act took effect. */
  readonly on: string;
}

/** What was decided, in its envelopes: ids are functions of the command (invariant 4). */
export function newEvents(
  events: readonly EventOfAnyKind[],
  schemas: Readonly<Record<string, number>>,
  { stream, caseId, request, now, today, on }: Occasion,
): readonly UnsealedEvent[] {
  const { commandId, actor, causationId = null } = request;
  const occurred = (day: string) => (day === today ? { occurredAt: now } : backdated(day, request.occurredOnReason));
  return events.map(({ type, data, on: itsDay = on }, ordinal) => ({
    id: eventId(stream, commandId, ordinal),
    type,
    schema: schemas[type]!,
    data: data as Record<string, unknown>,
    meta: { commandId, correlationId: caseId, causationId, actor, ...occurred(itsDay) },
  }));
}

/** A fact known by its day alone counts from the day's beginning in Shanghai. */
function backdated(on: string, reason: string | undefined): { occurredAt: string; occurredAtReason?: string } {
  const occurredAt = `${on}T00:00:00+08:00`;
  return reason === undefined ? { occurredAt } : { occurredAt, occurredAtReason: reason };
}
