import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import type { KernelParts } from '../kernel/handle-command.js';
import { caseKinds } from '../kinds.js';
import { takeMerged } from './take-merged.js';

const name = 'mergers';
const retryMs = 1_000;

/**
 * Gives every merged case to the one it was merged into, for as long as the program runs. Any number of programs may do
 * it: what one of them did, the others find done.
 */
export function followMergers(
  parts: KernelParts & { readonly pool: Pool },
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await follow(parts, stopping.signal);
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

async function follow(parts: KernelParts & { readonly pool: Pool }, signal: AbortSignal): Promise<void> {
  const subscription = parts.store.subscribe({
    after: await actedTo(parts.pool),
    categories: caseKinds.map(({ category }) => category),
    onEvent: async (event: RecordedEvent) => {
      if (event.type !== 'CaseMerged') return;
      await takeMerged(parts, event);
      await moveTo(parts.pool, event.position);
    },
    onCaughtUp: (position) => moveTo(parts.pool, position),
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

async function actedTo(pool: Pool): Promise<Position> {
  const { rows } = await pool.query<{ acted_to: string }>(
    'SELECT acted_to::text FROM casework.followers WHERE name = $1',
    [name],
  );
  return (rows[0]?.acted_to ?? '0') as Position;
}

async function moveTo(pool: Pool, position: Position): Promise<void> {
  await pool.query(
    `INSERT INTO casework.followers AS f (name, acted_to) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET acted_to = greatest(f.acted_to, excluded.acted_to)
     WHERE f.acted_to < excluded.acted_to`,
    [name, position],
  );
}
