import type { Position } from '@redress/event-store/port.js';
import { escapeIdentifier, type ClientBase, type Pool, type PoolClient } from 'pg';
import type { ViewBuild } from './projection.js';
import { inTransaction } from './transaction.js';

/** The build has no checkpoint any more: another took its place. */
export class RetiredBuildError extends Error {
  override readonly name = 'RetiredBuildError';

  constructor({ schema }: ViewBuild) {
    super(`The build ${schema} was retired.`);
  }
}

/** A transaction in which unqualified names are those of the build's tables. */
export function inBuild<T>(pool: Pool, build: ViewBuild, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const begin =
    `BEGIN; SET LOCAL search_path TO ${escapeIdentifier(build.schema)}; ` +
    // A processor frozen in here would keep the others from the checkpoint.
    `SET LOCAL idle_in_transaction_session_timeout = '30s'`;
  return inTransaction(pool, work, begin);
}

/** @throws RetiredBuildError */
export async function readCheckpoint(pool: Pool, build: ViewBuild): Promise<Position> {
  return select(pool, build, '');
}

/** Keeps every other processor from the build until the transaction ends. @throws RetiredBuildError */
export async function lockCheckpoint(client: ClientBase, build: ViewBuild): Promise<Position> {
  return select(client, build, 'FOR UPDATE');
}

/** To be called under the lock, in the transaction of the rows (invariant 7). */
export async function moveCheckpoint(client: ClientBase, build: ViewBuild, position: Position): Promise<void> {
  await client.query(
    `UPDATE processing.checkpoints SET position = $4, moved_at = clock_timestamp(), polled_at = clock_timestamp()
     WHERE view = $1 AND version = $2 AND build = $3`,
    [build.view, build.version, build.build, position],
  );
}

/** Says that the build is being worked on, and gives how many of its events are parked. @throws RetiredBuildError */
export async function reportAlive(pool: Pool, build: ViewBuild): Promise<number> {
  const { rows } = await pool.query<{ parked: number }>(
    `UPDATE processing.checkpoints SET polled_at = clock_timestamp() WHERE view = $1 AND version = $2 AND build = $3
     RETURNING (SELECT count(*)::integer FROM processing.parked WHERE view = $1 AND version = $2 AND build = $3) AS parked`,
    [build.view, build.version, build.build],
  );
  if (rows[0] === undefined) throw new RetiredBuildError(build);
  return rows[0].parked;
}

async function select(db: Pool | ClientBase, build: ViewBuild, lock: '' | 'FOR UPDATE'): Promise<Position> {
  const { rows } = await db.query<{ position: Position }>(
    `SELECT position FROM processing.checkpoints WHERE view = $1 AND version = $2 AND build = $3 ${lock}`,
    [build.view, build.version, build.build],
  );
  if (rows[0] === undefined) throw new RetiredBuildError(build);
  return rows[0].position;
}
