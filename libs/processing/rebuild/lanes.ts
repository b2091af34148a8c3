import type { Position, StreamName } from '@redress/event-store/port.js';
import type { ClientBase, Pool } from 'pg';
import { keyOf } from '../checkpoint.js';
import type { ViewBuild } from '../projection.js';
import { inTransaction } from '../transaction.js';
import { dropIndexes, indexesOf } from './indexes.js';

/** A stretch of the streams in the order of their names, filled by itself, with how far it has come. */
export interface Lane {
  readonly lane: number;
  /** The last stream whose rows are in, or after which the lane begins; '' before the first of all. */
  readonly after: StreamName;
  /** The last stream of the lane; null: to the end. */
  readonly upTo: StreamName | null;
  /** How many events are folded. */
  readonly filled: number;
}

/** How far the fill of a build has come: what a crash leaves to go on from. */
export interface BegunFill {
  readonly to: Position;
  /** DDL, taken off until the rows are in. */
  readonly indexes: readonly string[];
  readonly lanes: readonly Lane[];
}

/**
 * Takes the indexes off and remembers them, unless that was done before a crash.
 * @param cuts the streams at which the log is cut into lanes, in order
 */
export async function beginFill(
  pool: Pool,
  build: ViewBuild,
  head: Position,
  cuts: readonly StreamName[],
): Promise<BegunFill> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ to: Position | null; indexes: string[] }>(
      `SELECT fill_to AS to, indexes FROM processing.builds WHERE view = $1 AND version = $2 AND build = $3 FOR UPDATE`,
      keyOf(build),
    );
    const found = rows[0]!;
    if (found.to !== null) return { ...found, to: found.to, lanes: await lanesOf(client, build) };
    const indexes = await indexesOf(client, build);
    await dropIndexes(client, build);
    await client.query(
      `UPDATE processing.builds SET fill_to = $4, indexes = $5 WHERE view = $1 AND version = $2 AND build = $3`,
      [...keyOf(build), head, indexes],
    );
    await client.query(
      `INSERT INTO processing.lanes (view, version, build, lane, after, up_to)
       SELECT $1, $2, $3, lane - 1, coalesce(lag(up_to) OVER (ORDER BY lane), ''), up_to
       FROM unnest($4::text[]) WITH ORDINALITY AS cut (up_to, lane)`,
      [...keyOf(build), [...cuts, null]],
    );
    return { to: head, indexes, lanes: await lanesOf(client, build) };
  });
}

async function lanesOf(client: ClientBase, build: ViewBuild): Promise<readonly Lane[]> {
  const { rows } = await client.query<Lane>(
    `SELECT lane, after, up_to AS "upTo", filled::float8 AS filled FROM processing.lanes
     WHERE view = $1 AND version = $2 AND build = $3 ORDER BY lane`,
    keyOf(build),
  );
  return rows;
}

/** Says, in the transaction of the rows, that those of the streams up to one are in. */
export async function moveLane(
  client: ClientBase,
  builds: readonly ViewBuild[],
  lane: number,
  after: StreamName,
  filled: number,
): Promise<void> {
  await client.query({
    name: 'processing-move-lane',
    text: `UPDATE processing.lanes SET after = $2, filled = $3
     FROM unnest($4::text[], $5::integer[], $6::integer[]) AS of (view, version, build)
     WHERE lane = $1 AND (lanes.view, lanes.version, lanes.build) = (of.view, of.version, of.build)`,
    values: [
      lane,
      after,
      filled,
      builds.map(({ view }) => view),
      builds.map(({ version }) => version),
      builds.map(({ build }) => build),
    ],
  });
}
