import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '@redress/event-store/port.js';
import type { Pool } from 'pg';

const SHORTEST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/**
 * Waits until what readers see of a view holds everything up to a position, in every slot. False when `timeoutMs`
 * milliseconds passed before, or no build of the view serves.
 */
export async function waitForView(pool: Pool, view: string, position: Position, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  for (let wait = SHORTEST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, wait * 2)) {
    if (await hasReached(pool, view, position)) return true;
    const left = deadline - performance.now();
    if (left <= 0) return false;
    await pause(Math.min(wait, left));
  }
}

async function hasReached(pool: Pool, view: string, position: Position): Promise<boolean> {
  const { rows } = await pool.query<{ reached: boolean | null }>(
    `SELECT min(position) >= $2 AS reached FROM processing.checkpoints JOIN processing.builds USING (view, version, build)
     WHERE view = $1 AND state = 'serving'`,
    [view, position],
  );
  return rows[0]?.reached === true;
}
