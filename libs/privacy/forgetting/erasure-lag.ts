import type { Pool } from 'pg';
import type { EventStore, Position } from '@redress/event-store/port.js';
import { forgettingCategories } from './forgotten.js';

/** How far the keys of what was forgotten are destroyed. */
export interface ErasureLag {
  /** What the log forgets up to here is gone. */
  readonly erasedTo: Position;
  /** How long the first that waits has been in the log; 0 when nothing waits. */
  readonly lagSeconds: number;
  /** False when something waits longer than a processor at work would let it. */
  readonly healthy: boolean;
}

/** A processor tries again every second. */
const LONGEST_LAG = 15;

export async function erasureLag(store: Pick<EventStore, 'readAll'>, pool: Pool): Promise<ErasureLag> {
  const vault = await pool.query<{ erasedTo: Position }>('SELECT erased_to AS "erasedTo" FROM privacy.vault');
  const erasedTo = vault.rows[0]?.erasedTo ?? ('0' as Position);
  const [waiting] = await store.readAll({ after: erasedTo, limit: 1, categories: forgettingCategories });
  const { rows } = await pool.query<{ seconds: number | null }>(
    'SELECT extract(epoch FROM clock_timestamp() - $1::timestamptz)::float8 AS seconds',
    [waiting?.recordedAt ?? null],
  );
  const lagSeconds = Math.max(0, rows[0]!.seconds ?? 0);
  return { erasedTo, lagSeconds, healthy: lagSeconds < LONGEST_LAG };
}
