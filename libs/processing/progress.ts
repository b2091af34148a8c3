import type { EventStore, Position } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import type { BuildState } from './builds.js';

/** How far a build has come, as the database has it: for a program which does not run the views itself. */
export interface ViewProgress {
  readonly view: string;
  readonly version: number;
  readonly state: BuildState;
  /** Where the slot stands which is furthest behind. */
  readonly position: Position;
  readonly head: Position;
  /** Counted to a thousand where positions do not count events. */
  readonly lagEvents: number;
  /** How old the oldest event not yet in the rows may be at most; 0 when all is in. */
  readonly lagSeconds: number;
  /** Seconds since a worker last said it works on the build; more than some ten: nobody does. */
  readonly silentSeconds: number;
  readonly parked: number;
  /** Why the last attempt failed; null when it did not. */
  readonly error: string | null;
  /** False when nothing moves though it should, when nobody works on it, and when anything is parked. */
  readonly healthy: boolean;
}

/** A worker reports every two seconds; longer silence means that none is at work. */
const LONGEST_SILENCE = 15;
/** A view which is further behind than this and does not move is stuck. */
const LONGEST_STANDSTILL = 15;

/** One page: whether a view is a thousand or a million behind, it is `lagSeconds` that says how bad that is. */
const COUNTED_TO = 1_000;

type Row = Omit<ViewProgress, 'head' | 'lagEvents' | 'lagSeconds' | 'healthy'> & {
  readonly readTo: number | null;
  readonly standstill: number;
};

export async function readProgress(store: EventStore, pool: Pool): Promise<readonly ViewProgress[]> {
  const head = await store.head();
  const { rows } = await pool.query<Row>(
    `SELECT b.view, b.version, b.state, coalesce(c.position, 0)::bigint AS position,
       coalesce(extract(epoch FROM clock_timestamp() - c.moved_at), 0)::float8 AS standstill,
       coalesce(extract(epoch FROM clock_timestamp() - r.polled_at), 1e9)::float8 AS "silentSeconds",
       extract(epoch FROM clock_timestamp() - r.read_to)::float8 AS "readTo", r.error,
       (SELECT count(*)::integer FROM processing.parked p
        WHERE p.view = b.view AND p.version = b.version AND p.build = b.build) AS parked
     FROM processing.builds b
     LEFT JOIN LATERAL (
       SELECT min(position) AS position, min(moved_at) AS moved_at FROM processing.checkpoints
       WHERE view = b.view AND version = b.version AND build = b.build) c ON true
     LEFT JOIN LATERAL (
       SELECT max(polled_at) AS polled_at, min(read_to) AS read_to, max(error) AS error FROM processing.reports
       WHERE view = b.view AND version = b.version AND build = b.build
         AND polled_at > clock_timestamp() - interval '1 minute') r ON true
     WHERE NOT b.rebuild ORDER BY b.view, b.version`,
  );
  return Promise.all(
    rows.map(async ({ readTo, standstill, ...row }) => {
      const lagEvents = await eventsBetween(store, row.position, head);
      const lagSeconds = lagEvents === 0 ? 0 : Math.max(0, readTo ?? standstill);
      const moves = lagEvents === 0 || standstill < LONGEST_STANDSTILL || lagSeconds < LONGEST_STANDSTILL;
      const healthy =
        row.parked === 0 &&
        row.error === null &&
        moves &&
        (row.silentSeconds < LONGEST_SILENCE || row.state === 'filling');
      return { ...row, head, lagEvents, lagSeconds, healthy };
    }),
  );
}

/** On EventStoreDB positions are places in a file: their difference is bytes. */
async function eventsBetween(store: EventStore, position: Position, head: Position): Promise<number> {
  if (BigInt(position) >= BigInt(head)) return 0;
  if (store.gapless) return Number(BigInt(head) - BigInt(position));
  return (await store.readAll({ after: position, limit: COUNTED_TO })).length;
}
