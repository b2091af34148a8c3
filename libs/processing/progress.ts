import type { EventStore, Position } from '@redress/event-store/port.js';
import type { Pool } from 'pg';

/** How far a build has come, as the database has it: for a program which does not run the views itself. */
export interface ViewProgress {
  readonly view: string;
  readonly version: number;
  readonly state: 'filling' | 'serving';
  readonly position: Position;
  readonly head: Position;
  readonly lagEvents: number;
  /** Seconds since a processor last said it works on the build; more than some ten: nobody does. */
  readonly silentSeconds: number;
  readonly parked: number;
}

export async function readProgress(store: EventStore, pool: Pool): Promise<readonly ViewProgress[]> {
  const head = await store.head();
  const { rows } = await pool.query<Omit<ViewProgress, 'head' | 'lagEvents'>>(
    `SELECT view, version, state, position,
       extract(epoch FROM clock_timestamp() - polled_at)::float8 AS "silentSeconds",
       (SELECT count(*)::integer FROM processing.parked p
        WHERE p.view = b.view AND p.version = b.version AND p.build = b.build) AS parked
     FROM processing.builds b JOIN processing.checkpoints USING (view, version, build) ORDER BY view, version`,
  );
  return rows.map((row) => {
    const lag = BigInt(head) - BigInt(row.position);
    return { ...row, head, lagEvents: lag > 0n ? Number(lag) : 0 };
  });
}
