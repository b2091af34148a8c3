import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import type { RecordedEvent } from '@redress/event-store/port.js';

/** A rung of a case's ladder, open or fired. */
export interface LadderRung extends Omit<FiredRung, 'policy' | 'explanation' | 'late'> {
  readonly provisional: boolean;
  readonly firedAt: string | null;
  /** Null while open: it is late once its day has passed. */
  readonly late: boolean | null;
}

export function firedRung(event: RecordedEvent): LadderRung {
  const { explanation: _, policy: __, ...fired } = event.data as unknown as FiredRung;
  return { ...fired, provisional: false, firedAt: event.recordedAt };
}
