import type { Pool } from 'pg';
import { keyOf, RetiredBuildError } from './checkpoint.js';
import type { ViewBuild } from './projection.js';

/** What a worker says of its work on a build, for programs which do not do it themselves. */
export interface Report {
  readonly worker: string;
  readonly slots: readonly number[];
  /** ISO 8601: whatever the log learnt before is in the rows of these slots; null when it has not got anywhere yet. */
  readonly readTo: string | null;
  /** Of the last attempt, when it failed. */
  readonly error: string | null;
}

/**
 * Kept for as long as the build is; those of workers which are long gone are swept away.
 * @throws RetiredBuildError: where nothing happens any more, this is how a worker learns that another build serves
 */
export async function report(pool: Pool, build: ViewBuild, { worker, slots, readTo, error }: Report): Promise<void> {
  const { rowCount } = await pool.query(
    `INSERT INTO processing.reports AS r (view, version, build, worker, slots, polled_at, read_to, failing_since, error)
     SELECT $1, $2, $3, $4, $5, clock_timestamp(), $6, CASE WHEN $7::text IS NULL THEN NULL ELSE clock_timestamp() END, $7
     WHERE EXISTS (SELECT 1 FROM processing.builds WHERE view = $1 AND version = $2 AND build = $3)
     ON CONFLICT (view, version, build, worker) DO UPDATE SET
       slots = excluded.slots, polled_at = excluded.polled_at, error = excluded.error,
       read_to = coalesce(excluded.read_to, r.read_to),
       failing_since = CASE WHEN excluded.error IS NULL THEN NULL ELSE coalesce(r.failing_since, excluded.failing_since) END`,
    [...keyOf(build), worker, slots, readTo, error],
  );
  if (rowCount === 0) throw new RetiredBuildError(build);
  await pool.query(
    `DELETE FROM processing.reports
     WHERE view = $1 AND version = $2 AND build = $3 AND polled_at < clock_timestamp() - interval '5 minutes'`,
    keyOf(build),
  );
}

/** A worker leaves in good order: nobody waits for it. */
export async function withdrawReports(pool: Pool, worker: string): Promise<void> {
  await pool.query('DELETE FROM processing.reports WHERE worker = $1', [worker]);
}
