import type { Position } from '@redress/event-store/port.js';
import type { Pool, PoolClient } from 'pg';
import { keyOf, lockSlots } from '../checkpoint.js';
import { parkedStreams } from '../parking.js';
import type { ProjectionDefinition, ViewBuild } from '../projection.js';
import { inTransaction } from '../transaction.js';
import { digestsOf, firstDifference, type Difference, type TableDigest } from './digest.js';
import type { BuildFollower } from './follow.js';

export interface Comparison {
  /** Where both builds stood: the slot furthest behind. */
  readonly position: Position;
  /** `one` is the build which serves, `other` the new one. */
  readonly difference: Difference | null;
  /** Of the new build, without the rows of parked streams. */
  readonly digests: readonly TableDigest[];
  /** How many streams are parked in either build, and were left out. */
  readonly parked: number;
  /** A stream which the new build cannot bear and the other can, with the error; null when there is none (60). */
  readonly newlyParked: { readonly stream: string; readonly error: string } | null;
}

/**
 * Compares two builds at one position of the log, slot by slot. The other build is held for as long as the new one needs
 * to come up to it; the rows are then compared in a snapshot of the database, while both go on.
 */
export async function compareBuilds(
  pool: Pool,
  definition: ProjectionDefinition,
  fresh: BuildFollower,
  other: BuildFollower,
): Promise<Comparison> {
  await reach(pool, fresh.build, other);
  await fresh.toHead();
  await reach(pool, fresh.build, other);
  const { snapshot, positions } = await inTransaction(pool, async (holder) => {
    const held = await lockSlots(holder, other.build);
    await fresh.to(held);
    return { snapshot: await openSnapshot(pool), positions: held };
  });
  try {
    const [parked, parkedThere] = [
      await parkedStreams(snapshot, fresh.build),
      await parkedStreams(snapshot, other.build),
    ];
    const left = [...new Set([...parked, ...parkedThere])];
    const newly = [...parked].filter((stream) => !parkedThere.has(stream)).sort()[0];
    const digests = await digestsOf(snapshot, definition, fresh.build, left);
    const builds = [other.build, fresh.build] as const;
    // Where no row is left out both builds' counts are compared as rows are, and one of them was counted from its rows.
    const counted = await positionCounted(snapshot, fresh.build);
    const isCountedAnew = [...positions.values()].every((position) => position === counted);
    const recounted = left.length > 0 ? builds : isCountedAnew ? [] : [fresh.build];
    return {
      position: lowest(positions),
      difference: await firstDifference(snapshot, definition, builds, digests, left, recounted),
      digests,
      parked: left.length,
      newlyParked: newly === undefined ? null : { stream: newly, error: await errorOf(snapshot, fresh.build, newly) },
    };
  } finally {
    await snapshot.query('ROLLBACK');
    snapshot.release();
  }
}

/** Waits until a build stands nowhere behind another; where no worker does the work, this does. */
async function reach(pool: Pool, build: ViewBuild, other: BuildFollower): Promise<void> {
  const { rows } = await pool.query<{ slot: number; position: Position }>(
    'SELECT slot, position FROM processing.checkpoints WHERE view = $1 AND version = $2 AND build = $3',
    keyOf(build),
  );
  const wanted = new Map(rows.map(({ slot, position }) => [slot, position]));
  if (!(await other.isAt(wanted))) await other.to(wanted);
}

/** Up to where a build was filled, and its rows then counted. */
async function positionCounted(client: PoolClient, build: ViewBuild): Promise<Position | null> {
  const { rows } = await client.query<{ to: Position | null }>(
    'SELECT fill_to AS to FROM processing.builds WHERE view = $1 AND version = $2 AND build = $3',
    keyOf(build),
  );
  return rows[0]?.to ?? null;
}

/** A session whose queries all see the database as it is now. */
async function openSnapshot(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await client.query(
      'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0',
    );
    await client.query('SELECT 1 FROM processing.builds LIMIT 1');
    return client;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

async function errorOf(client: PoolClient, build: ViewBuild, stream: string): Promise<string> {
  const { rows } = await client.query<{ error: string | null }>(
    `SELECT error FROM processing.parked WHERE view = $1 AND version = $2 AND build = $3 AND stream = $4
     ORDER BY position LIMIT 1`,
    [...keyOf(build), stream],
  );
  return rows[0]?.error ?? '';
}

function lowest(positions: ReadonlyMap<number, Position>): Position {
  return [...positions.values()].reduce((a, b) => (BigInt(b) < BigInt(a) ? b : a));
}
