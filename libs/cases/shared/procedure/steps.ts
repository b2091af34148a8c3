import type { EventOnFile, Procedure } from './state.js';

/** The procedure once this event has moved the status. */
export function stepped(procedure: Procedure, id: string): Procedure {
  return procedure.steps.includes(id) ? procedure : { ...procedure, steps: [...procedure.steps, id] };
}

/** PlainDates between which the day of an event may be read, both included; null where nothing bounds it. */
export interface Bounds {
  readonly since: string | null;
  readonly until: string | null;
}

/**
 * A step follows the one recorded before it and is answered by the one after it, whatever their days were corrected to; a
 * document is served and a pause ends no sooner than it came. What else stands beside the steps follows the lodging alone.
 */
export function boundsOf(procedure: Procedure, event: EventOnFile, lodgedOn: string): Bounds {
  const { events, steps } = procedure;
  const inOrder = events.filter(({ id }, i) => i === 0 || steps.includes(id));
  const at = inOrder.findIndex(({ id }) => id === event.id);
  if (at < 0) return boundsBeside(procedure, event, lodgedOn);
  return { since: inOrder[at - 1]?.on ?? null, until: inOrder[at + 1]?.on ?? null };
}

function boundsBeside({ events, documents, pauses }: Procedure, { id, type }: EventOnFile, lodgedOn: string): Bounds {
  const at = events.filter((one) => one.type === type).findIndex((one) => one.id === id);
  const pause = type === 'HandlingPaused' ? pauses[at] : undefined;
  if (!pause) return { since: lodgedOn, until: type === 'DocumentIssued' ? (documents[at]?.servedOn ?? null) : null };
  // Of one ground each begins no sooner than the one before it ended.
  const before = pauses.slice(0, at).findLast(({ ground }) => ground === pause.ground);
  return { since: before?.to ?? lodgedOn, until: pause.to };
}
