import type { Position, StreamName } from '@redress/event-store/port.js';
import { escapeIdentifier, type ClientBase, type Pool, type PoolClient } from 'pg';
import type { Lease } from './lease.js';
import type { ViewBuild } from './projection.js';
import { inTransaction } from './transaction.js';

/** The build is no more: another took its place. */
export class RetiredBuildError extends Error {
  override readonly name = 'RetiredBuildError';

  constructor({ schema }: ViewBuild) {
    super(`The build ${schema} was retired.`);
  }
}

/** Somebody else works on a slot meanwhile; nothing of the transaction is kept. */
export class LostSlotsError extends Error {
  override readonly name = 'LostSlotsError';

  constructor({ schema }: ViewBuild, slots: readonly number[]) {
    super(`Slots of the build ${schema} were taken over: some of ${slots.join(', ')}.`);
  }
}

/** Where the work on a slot stands. */
export interface Checkpoint {
  readonly slot: number;
  readonly position: Position;
  /** The number of this holder's turn at the slot. */
  readonly epoch: string;
  /** While open subjects are derived anew: the last event of the law which that takes in; null otherwise. */
  readonly anewTo: Position | null;
  /** The last subject done so; null before the first. */
  readonly anewAfter: StreamName | null;
}

/** A transaction in which unqualified names are those of the build's tables. */
export function inBuild<T>(pool: Pool, build: ViewBuild, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const begin =
    `BEGIN; SET LOCAL search_path TO ${escapeIdentifier(build.schema)}; ` +
    // A crash of the server may take the last pages back, rows and checkpoint together: they are applied again. Views
    // which each wait for the disk after a page make the appends wait as well.
    `SET LOCAL synchronous_commit = off; ` +
    // A processor frozen in here would keep its rows from whoever takes the slots over.
    `SET LOCAL idle_in_transaction_session_timeout = '10s'`;
  return inTransaction(pool, work, begin);
}

/**
 * Begins a turn at the slots whose leases still run: from here on nobody who held one before can commit (54).
 * @param leases the lease of each slot
 */
export async function claimSlots(
  pool: Pool,
  build: ViewBuild,
  leases: ReadonlyMap<number, Lease>,
): Promise<readonly Checkpoint[]> {
  const held = [...leases.values()];
  const { rows } = await pool.query<Checkpoint>(
    `UPDATE processing.checkpoints c SET epoch = c.epoch + 1
     FROM unnest($4::integer[], $5::text[], $6::text[], $7::bigint[]) AS wanted (slot, name, owner, token)
     JOIN processing.leases l ON l.name = wanted.name AND l.owner = wanted.owner AND l.token = wanted.token
       AND l.expires_at > clock_timestamp()
     WHERE c.view = $1 AND c.version = $2 AND c.build = $3 AND c.slot = wanted.slot
     RETURNING c.slot, c.position, c.epoch, c.anew_to AS "anewTo", c.anew_after AS "anewAfter"`,
    [
      ...keyOf(build),
      [...leases.keys()],
      held.map(({ name }) => name),
      held.map(({ owner }) => owner),
      held.map(({ token }) => token),
    ],
  );
  return rows;
}

/** What a page leaves behind: the new position, and how far the work on a new law has come. */
export type Move = Pick<Checkpoint, 'position' | 'anewTo' | 'anewAfter'>;

/**
 * Moves the slots on in the transaction of the rows (invariant 7), from where they were and in the same turn, all or none.
 * @throws LostSlotsError and RetiredBuildError, on which the transaction must be rolled back
 */
export async function moveSlots(
  client: ClientBase,
  build: ViewBuild,
  from: readonly Checkpoint[],
  { position, anewTo, anewAfter }: Move,
): Promise<void> {
  const { rowCount } = await client.query({
    name: 'processing-move-slots',
    text: `UPDATE processing.checkpoints c
     SET position = $4, anew_to = $5, anew_after = $6, moved_at = clock_timestamp()
     FROM unnest($7::integer[], $8::bigint[], $9::bigint[]) AS held (slot, epoch, position)
     WHERE c.view = $1 AND c.version = $2 AND c.build = $3 AND c.slot = held.slot AND c.epoch = held.epoch
       AND c.position = held.position`,
    values: [
      ...keyOf(build),
      position,
      anewTo,
      anewAfter,
      from.map(({ slot }) => slot),
      from.map(({ epoch }) => epoch),
      from.map((slot) => slot.position),
    ],
  });
  if (rowCount === from.length) return;
  const slots = from.map(({ slot }) => slot);
  throw (await isThere(client, build)) ? new LostSlotsError(build, slots) : new RetiredBuildError(build);
}

export async function isThere(db: Pool | ClientBase, build: ViewBuild): Promise<boolean> {
  const { rowCount } = await db.query(
    'SELECT 1 FROM processing.builds WHERE view = $1 AND version = $2 AND build = $3',
    keyOf(build),
  );
  return rowCount === 1;
}

/** Keeps every processor from committing to the slots until the transaction ends. @throws RetiredBuildError */
export async function lockSlots(client: ClientBase, build: ViewBuild): Promise<ReadonlyMap<number, Position>> {
  const { rows } = await client.query<{ slot: number; position: Position }>(
    `SELECT slot, position FROM processing.checkpoints WHERE view = $1 AND version = $2 AND build = $3
     ORDER BY slot FOR UPDATE`,
    keyOf(build),
  );
  if (rows.length === 0) throw new RetiredBuildError(build);
  return new Map(rows.map(({ slot, position }) => [slot, position]));
}

/** The columns by which a build is found in the tables of `processing`. */
export function keyOf({ view, version, build }: ViewBuild): [string, number, number] {
  return [view, version, build];
}
