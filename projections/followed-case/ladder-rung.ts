import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import type { RecordedEvent } from '@redress/event-store/port.js';

/** A rung of a case's ladder which fired. */
export interface LadderRung extends Omit<FiredRung, 'policy' | 'explanation'> {
  readonly firedAt: string;
}

export function firedRung(event: RecordedEvent): LadderRung {
  const { explanation: _, policy: __, ...fired } = event.data as unknown as FiredRung;
  return { ...fired, firedAt: event.recordedAt };
}
