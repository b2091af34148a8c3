import type { EventStore } from '@redress/event-store/port.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { Follower, rowsOf } from '@redress/processing/testing/follow.js';
import { tally, type Rate, type Tally } from '@redress/processing/testing/tally.js';
import type { TestDatabase } from '../../database.js';

/** A store with an empty log, and a database for the views beside it. */
export interface Opened {
  readonly store: EventStore;
  readonly database: TestDatabase;
  /** Cuts every connection of the store to its server; null where there is none. */
  readonly cut: (() => Promise<void> | void) | null;
}

/** What the processors keep over any store. `number` is its place in the numbered list of properties. */
export interface ProcessingProperty {
  readonly number: number;
  readonly name: string;
  readonly run: (opened: Opened) => Promise<void>;
  /** It asks for a server from which a store can be cut off. */
  readonly needsCut?: true;
}

export type TallyView = ProjectionDefinition<Tally, Rate>;

export function follower(
  { store, database }: Opened,
  owner = 'spec',
  pageSize = 5,
  definition: TallyView = tally,
): Promise<Follower> {
  return Follower.open(store, database.pool, definition, { pageSize, owner });
}

/** How often each event of the view's own category was applied, by its position. */
export async function applied({ database }: Opened): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ position: string }>(
    'SELECT position FROM views.tally_entries ORDER BY position',
  );
  return rows.map(({ position }) => position);
}

/** The positions of every event of the category, as the log has them. */
export async function recorded({ store }: Opened): Promise<readonly string[]> {
  const log = await store.readAll({ after: '0' as never, limit: 10_000, categories: ['claim'] });
  return log.map(({ position }) => position);
}

/** A fold of the whole log by a view which nobody worked on before. */
export async function foldedAnew(opened: Opened, version = 9): Promise<Record<string, readonly string[]>> {
  const anew = await follower(opened, `anew-${version}`, 1_000, { ...tally, version });
  await anew.catchUp();
  const rows = await rowsOf(opened.database.pool, anew.build.schema);
  await anew.share.stop();
  return rows;
}

export function rowsNow({ database }: Opened, { build }: Follower): Promise<Record<string, readonly string[]>> {
  return rowsOf(database.pool, build.schema);
}
