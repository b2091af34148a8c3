import type { Position, StreamName } from '@redress/event-store/port.js';
import type { Kept } from './kept.js';
import type { ProjectionDefinition } from './projection.js';

/** Of how many streams states are kept for each way of folding, and how many of each: views do not keep in step exactly. */
const STREAMS_KEPT = 8_000;
const STATES_KEPT = 4;

/**
 * States for all views which fold with the same function: what one has folded, the others take. A state follows from the
 * stream's events up to its position, so it may be shared by any two views which left out none of them.
 */
export class SharedStates {
  private readonly known = new Map<unknown, Map<StreamName, readonly Kept[]>>();

  /** @param streamsKept for each way of folding; one is enough where every view folds a stream before the next one */
  constructor(private readonly streamsKept = STREAMS_KEPT) {}

  /** The state after the event at a position; null when it is not known. */
  get(definition: ProjectionDefinition, stream: StreamName, position: Position): Kept | null {
    const kept = this.known
      .get(foldOf(definition))
      ?.get(stream)
      ?.find((one) => one.position === position);
    return kept === undefined ? null : { ...kept, open: definition.isOpen(kept.state) };
  }

  put(definition: ProjectionDefinition, kept: Kept): void {
    let of = this.known.get(foldOf(definition));
    if (of === undefined) this.known.set(foldOf(definition), (of = new Map<StreamName, readonly Kept[]>()));
    const others = (of.get(kept.stream) ?? []).filter(({ position }) => position !== kept.position);
    // The stream used last stands last.
    of.delete(kept.stream);
    of.set(kept.stream, [kept, ...others.slice(0, STATES_KEPT - 1)]);
    if (of.size > this.streamsKept) of.delete(of.keys().next().value!);
  }
}

/** Views fold alike when their `evolve` is one function. */
function foldOf({ evolve }: { readonly evolve: unknown }): unknown {
  return evolve;
}
