import type { EventStore } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { checkDefinitions, type ProjectionDefinition } from './projection.js';
import { ViewLoop, type ViewStatus } from './view-loop.js';

export interface ProjectionRunner {
  /** Resolves when every view has finished the page under way. */
  stop(): Promise<void>;
  status(): readonly ViewStatus[];
}

/**
 * Keeps the views up with the log until stopped, each by itself: one that fails holds up no other. Woken by appends;
 * polling is the truth. Any number of programs may run the same views on one database. `onError` hears of each failed
 * attempt; it is tried again with a growing pause, up to ten seconds.
 * @throws Error at once, when the definitions contradict one another
 */
export function runProjections(
  store: EventStore,
  pool: Pool,
  definitions: readonly ProjectionDefinition[],
  { onError }: { readonly onError: (error: unknown, view: string) => void },
): ProjectionRunner {
  checkDefinitions(definitions);
  const loops = definitions.map((definition) => new ViewLoop(store, pool, definition, onError));
  const unsubscribe = store.onAppended(() => loops.forEach((loop) => loop.wake()));
  return {
    async stop() {
      unsubscribe();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    status: () => loops.map((loop) => loop.status()),
  };
}
