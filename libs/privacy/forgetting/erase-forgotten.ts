import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import { forgettingCategories, subjectOf } from './forgotten.js';

const retryMs = 1_000;

/**
 * Destroys the keys of what the log says is forgotten, for as long as the program runs. Key and checkpoint go in one
 * transaction; any number of programs may do it, and a backup of the keys put back forgets again from its checkpoint.
 */
export function eraseForgotten(
  store: EventStore,
  pool: Pool,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await follow(store, pool, stopping.signal);
      } catch (error) {
        onError(error);
        await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function follow(store: EventStore, pool: Pool, signal: AbortSignal): Promise<void> {
  const subscription = store.subscribe({
    after: await erasedTo(pool),
    categories: forgettingCategories,
    onEvent: (event) => erase(pool, event),
    onCaughtUp: (position) => moveTo(pool, position),
  });
  const stop = () => void subscription.stop();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    await subscription.ended;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function erase(pool: Pool, { stream, position }: RecordedEvent): Promise<void> {
  await pool.query(
    `WITH destroyed AS MATERIALIZED (SELECT privacy.destroy_key($1))
     UPDATE privacy.vault SET erased_to = greatest(erased_to, $2) WHERE (SELECT count(*) FROM destroyed) = 1`,
    [subjectOf(stream).id, position],
  );
}

async function moveTo(pool: Pool, position: Position): Promise<void> {
  await pool.query('UPDATE privacy.vault SET erased_to = $1 WHERE erased_to < $1', [position]);
}

async function erasedTo(pool: Pool): Promise<Position> {
  const { rows } = await pool.query<{ erased_to: Position }>('SELECT erased_to FROM privacy.vault');
  return rows[0]?.erased_to ?? ('0' as Position);
}

/** True when the key is destroyed, false when it is not within `timeoutMs`. */
export async function waitForErasure(pool: Pool, id: string, timeoutMs: number): Promise<boolean> {
  for (const until = performance.now() + timeoutMs; ; await pause(20)) {
    const { rowCount } = await pool.query('SELECT 1 FROM privacy.keys WHERE id = $1 AND wrapped IS NULL', [id]);
    if (rowCount === 1) return true;
    if (performance.now() > until) return false;
  }
}
