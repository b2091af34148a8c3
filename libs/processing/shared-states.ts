import type { Position, StreamName } from '@redress/event-store/port.js';
import type { Kept } from './kept.js';
import type { ProjectionDefinition } from './projection.js';

/** How many states are kept for each way of folding. */
const KEPT = 4_000;

/**
 * States for all views which fold with the same function: what one has folded or read, the others take. A state follows
 * from the stream's events up to its position, so it may be shared by any two views which left out none of them.
 */
export class SharedStates {
  private readonly known = new Map<unknown, Map<StreamName, Kept>>();

  /** The state after the event at a position; null when it is not known. */
  get(definition: ProjectionDefinition, stream: StreamName, position: Position): Kept | null {
    const kept = this.known.get(foldOf(definition))?.get(stream);
    return kept?.position === position ? { ...kept, open: definition.isOpen(kept.state) } : null;
  }

  put(definition: ProjectionDefinition, kept: Kept): void {
    let of = this.known.get(foldOf(definition));
    if (of === undefined) this.known.set(foldOf(definition), (of = new Map<StreamName, Kept>()));
    of.delete(kept.stream);
    of.set(kept.stream, kept);
    if (of.size > KEPT) of.delete(of.keys().next().value!);
  }
}

/** Views fold alike when their `evolve` is one function. */
function foldOf({ evolve }: { readonly evolve: unknown }): unknown {
  return evolve;
}

const texts = new WeakMap<object, string>();

/** The state as it is stored, made once however many views store it. */
export function stateText(state: object): string {
  let text = texts.get(state);
  if (text === undefined) texts.set(state, (text = JSON.stringify(state)));
  return text;
}
