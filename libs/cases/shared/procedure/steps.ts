import type { EventOnFile, Pause } from './on-file.js';
import type { Procedure } from './state.js';

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

function boundsBeside({ documents, pauses }: Procedure, { id }: EventOnFile, lodgedOn: string): Bounds {
  const document = documents.find((one) => one.event === id || one.servedBy === id);
  if (document) {
    return document.servedBy === id
      ? { since: document.issuedOn, until: null }
      : { since: lodgedOn, until: document.servedOn };
  }
  const at = pauses.findIndex((one) => one.event === id || one.endedBy === id);
  const pause = pauses[at];
  if (!pause) return { since: lodgedOn, until: null };
  // Those of one ground neither stand in one another nor overlap.
  const ofGround = ({ ground }: Pause) => ground === pause.ground;
  return pause.endedBy === id
    ? { since: pause.from, until: pauses.slice(at + 1).find(ofGround)?.from ?? null }
    : { since: pauses.slice(0, at).findLast(ofGround)?.to ?? lodgedOn, until: pause.to };
}
