import { randomUUID } from 'node:crypto';
import type { EventStore } from '@redress/event-store/port.js';
import type { Pool } from 'pg';
import { addBuild, discardBuild, servingBuild, unfinishedRebuilds, type FoundBuild } from '../builds.js';
import { withLease } from '../lease.js';
import type { ProjectionDefinition } from '../projection.js';
import { compareBuilds, type Comparison } from './compare.js';
import { FILL_BATCH, fillBuilds, type FilledView, type FillOptions } from './fill.js';
import { BuildFollower } from './follow.js';
import { switchTo } from './switch.js';
import { twoAtATime } from './two-at-a-time.js';

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
  let results: readonly RebuiltView[] = [];
  const owner = randomUUID();
  const didIt = await withLease(pool, FILL_LEASE, owner, FILL_LEASE_SECONDS, async (lost) => {
    const signal = options.signal === undefined ? lost : AbortSignal.any([lost, options.signal]);
    const views: FilledView[] = [];
    for (const definition of definitions) {
      const [unfinished, ...second] = await unfinishedRebuilds(pool, definition);
      for (const build of second) await discardBuild(pool, build);
      views.push({ definition, build: unfinished ?? (await addBuild(pool, definition)) });
    }
    await fillBuilds(store, pool, views, { ...options, batch, signal });
    const others = await comparedWith(store, pool, views, signal, options.threads);
    results = await twoAtATime(others, (one) => prove(store, pool, one, purpose, owner));
  });
  if (!didIt) throw new FillUnderWayError();
  return results;
}

/** A view with the build which it is compared with: the one that serves, or a second fill where another version does. */
interface Comparable extends FilledView {
  readonly serving: FoundBuild | null;
  readonly other: FoundBuild;
}

async function comparedWith(
  store: EventStore,
  pool: Pool,
  views: readonly FilledView[],
  signal: AbortSignal,
  threads: FillOptions['threads'],
): Promise<readonly Comparable[]> {
  const all: Comparable[] = [];
  const second: FilledView[] = [];
  for (const view of views) {
    const { definition } = view;
    const serving = await servingBuild(pool, definition.name);
    const isSame = serving?.version === definition.version;
    const other = isSame ? serving : await addBuild(pool, definition);
    if (!isSame) second.push({ definition, build: other });
    all.push({ ...view, serving, other });
  }
  await fillBuilds(store, pool, second, { batch: SECOND_BATCH, threads, signal });
  return all;
}

async function prove(
  store: EventStore,
  pool: Pool,
  { definition, build, serving, other }: Comparable,
  purpose: 'switch' | 'verify',
  owner: string,
): Promise<RebuiltView> {
  const isSame = other === serving;
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
