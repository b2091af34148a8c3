import { randomUUID } from 'node:crypto';
import type { EventStore } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { addBuild, discardBuild, servingBuild, unfinishedRebuild, type FoundBuild } from '../builds.js';
import { withLease } from '../lease.js';
import type { ProjectionDefinition } from '../projection.js';
import { compareBuilds, type Comparison } from './compare.js';
import { FILL_BATCH, fillBuilds, type FilledView, type FillOptions } from './fill.js';
import { BuildFollower } from './follow.js';
import { switchTo } from './switch.js';

/** Somebody else fills views of this database. */
export class FillUnderWayError extends Error {
  override readonly name = 'FillUnderWayError';
}

export interface RebuiltView {
  readonly view: string;
  readonly version: number;
  /** With what the new build was compared: the one which served, or a second fill where another version served. */
  readonly against: 'serving' | 'secondFill';
  readonly comparison: Comparison;
  readonly switched: boolean;
}

export const FILL_LEASE = 'fill';
const FILL_LEASE_SECONDS = 30;
/** Of a second fill: another size, so that rows which depend on it are found. */
const SECOND_BATCH = 701;

/**
 * Builds views anew from the log beside the ones which serve: a bulk fill of all in one reading, then the live path, then
 * the comparison at one position of the log. `switch` lets a build serve which is equal, and drops the one before;
 * `verify` leaves everything as it was. A build which differs is never served. Goes on where a rebuild was cut off.
 * @throws FillUnderWayError
 */
export async function rebuildViews(
  store: EventStore,
  pool: Pool,
  definitions: readonly ProjectionDefinition[],
  purpose: 'switch' | 'verify',
  { batch = FILL_BATCH, ...options }: Partial<FillOptions> = {},
): Promise<readonly RebuiltView[]> {
  const results: RebuiltView[] = [];
  const owner = randomUUID();
  const didIt = await withLease(pool, FILL_LEASE, owner, FILL_LEASE_SECONDS, async (lost) => {
    const signal = options.signal === undefined ? lost : AbortSignal.any([lost, options.signal]);
    const views: FilledView[] = [];
    for (const definition of definitions)
      views.push({
        definition,
        build: (await unfinishedRebuild(pool, definition)) ?? (await addBuild(pool, definition)),
      });
    await fillBuilds(store, pool, views, { ...options, batch, signal });
    for (const view of views) results.push(await prove(store, pool, view, purpose, owner, signal, options.threads));
  });
  if (!didIt) throw new FillUnderWayError();
  return results;
}

async function prove(
  store: EventStore,
  pool: Pool,
  { definition, build }: FilledView,
  purpose: 'switch' | 'verify',
  owner: string,
  signal: AbortSignal,
  threads: FillOptions['threads'],
): Promise<RebuiltView> {
  const serving = await servingBuild(pool, definition.name);
  const isSame = serving?.version === definition.version;
  const other: FoundBuild = isSame ? serving : await secondFill(store, pool, definition, signal, threads);
  const fresh = new BuildFollower(store, pool, definition, build, owner);
  const against = new BuildFollower(store, pool, definition, other, owner, isSame ? 'shared' : 'own');
  try {
    const comparison = await compareBuilds(pool, definition, fresh, against);
    const switched = purpose === 'switch' && comparison.difference === null && comparison.newlyParked === null;
    if (switched) await switchTo(pool, fresh, serving);
    else await discardBuild(pool, build);
    const { name: view, version } = definition;
    return { view, version, against: isSame ? 'serving' : 'secondFill', comparison, switched };
  } finally {
    await fresh.stop();
    await against.stop();
    if (!isSame) await discardBuild(pool, other);
  }
}

async function secondFill(
  store: EventStore,
  pool: Pool,
  definition: ProjectionDefinition,
  signal: AbortSignal,
  threads: FillOptions['threads'],
): Promise<FoundBuild> {
  const build = await addBuild(pool, definition);
  await fillBuilds(store, pool, [{ definition, build }], { batch: SECOND_BATCH, threads, signal });
  return build;
}
