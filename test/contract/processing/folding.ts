import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { ensureBuild, serveBuild } from '@redress/processing/builds.js';
import { dropParked } from '@redress/processing/drop-parked.js';
import { fillBuilds } from '@redress/processing/rebuild/fill.js';
import type { Comparison } from '@redress/processing/rebuild/compare.js';
import { rebuildViews } from '@redress/processing/rebuild/rebuild.js';
import { replayParked } from '@redress/processing/replay.js';
import { claimEvent, record, tally } from '@redress/processing/testing/tally.js';
import { applied, foldedAnew, follower, recorded, rowsNow, type Opened, type ProcessingProperty } from './adapter.js';
import type { TallyView } from './adapter.js';

const batches = [1, 100, 5_000] as const;

async function filled({ store, database }: Opened, definition: TallyView, batch: number) {
  const build = await ensureBuild(database.pool, definition);
  await fillBuilds(store, database.pool, [{ definition, build }], { batch });
  return build;
}

/** What happens to a few claims, law among it, and now and then a poison. */
const workload = fc.array(fc.record({ claim: fc.nat(12), cents: fc.nat(9_999), kind: fc.nat(20), rate: fc.nat(9) }), {
  minLength: 40,
  maxLength: 60,
});

async function happen({ store }: Opened, seed: number, between: () => Promise<unknown>): Promise<void> {
  for (const { claim, cents, kind, rate } of fc.sample(workload, { numRuns: 1, seed })[0]!) {
    const amount = (cents / 100).toFixed(2);
    if (kind === 0) await store.append('rate-1', 'any', [claimEvent('0', { rate }, 'RateSet')]);
    else if (kind === 1 && claim < 2)
      await store.append(`claim-${claim}`, 'any', [claimEvent(amount, { poison: true })]);
    else await store.append(`claim-${claim}`, 'any', [claimEvent(amount, {}, kind < 4 ? 'ClaimClosed' : 'Paid')]);
    if (cents % 9 === 0) await between();
  }
}

const parkedOf = async ({ database }: Opened) =>
  (await database.pool.query<{ position: string }>('SELECT position FROM processing.parked ORDER BY position')).rows;

export const foldingProperties: readonly ProcessingProperty[] = [
  {
    number: 57,
    name: 'an event is applied, or parked, or left out for good by an operator’s event',
    async run(opened) {
      const { store } = opened;
      const worker = await follower(opened);
      await record(store, ['claim-a', 'claim-b']);
      await record(store, ['claim-a'], { poison: true });
      await record(store, ['claim-a']);
      await worker.catchUp();
      expect(await parkedOf(opened)).toHaveLength(2);
      const poison = (await store.readStream('claim-a'))[1]!;
      const actor = { id: 'operator', name: 'operator', role: 'operator', organisation: null };
      const dropped = { view: tally.name, stream: 'claim-a', eventId: poison.id, reason: '误录' };
      await dropParked(store, dropped, { commandId: randomUUID(), actor, now: '2026-03-02T10:00:00+08:00' });
      await worker.catchUp();
      expect(await parkedOf(opened)).toEqual([]);
      const left = (await recorded(opened)).filter((position) => position !== poison.position);
      expect(await applied(opened)).toEqual(left);
      expect(await rowsNow(opened, worker)).toEqual(await foldedAnew(opened));
    },
  },
  {
    number: 58,
    name: 'a parked event holds back the later ones of its own stream, and nothing else',
    async run(opened) {
      await record(opened.store, ['claim-a', 'claim-b']);
      await record(opened.store, ['claim-a'], { poison: true });
      await record(opened.store, ['claim-b', 'claim-a', 'claim-c']);
      const worker = await follower(opened);
      await worker.catchUp();
      const all = await recorded(opened);
      expect((await parkedOf(opened)).map(({ position }) => position)).toEqual([all[2], all[4]]);
      expect(await applied(opened)).toEqual([all[0], all[1], all[3], all[5]]);
    },
  },
  {
    number: 59,
    name: 'what was parked is replayed in order once the cause is mended',
    async run(opened) {
      let mended = false;
      const definition: TallyView = {
        ...tally,
        evolve: (state, event) =>
          tally.evolve(state, mended ? { ...event, data: { ...event.data, poison: false } } : event),
      };
      await record(opened.store, ['claim-a'], { poison: true });
      await record(opened.store, ['claim-b', 'claim-a', 'claim-a']);
      const worker = await follower(opened, 'spec', 5, definition);
      await worker.catchUp();
      mended = true;
      expect(await replayParked(opened.store, opened.database.pool, definition, worker.build, 'claim-a')).toEqual([]);
      expect(await applied(opened)).toEqual(await recorded(opened));
      expect(await parkedOf(opened)).toEqual([]);
    },
  },
  {
    number: 60,
    name: 'a poison which only the rebuild meets is named, and what served goes on serving',
    async run(opened) {
      await record(opened.store, ['claim-a', 'claim-b']);
      const worker = await follower(opened);
      await worker.catchUp();
      await worker.share.stop();
      const worse: TallyView = {
        ...tally,
        evolve(state, event) {
          if (event.stream === 'claim-b') throw new Error('met in the rebuild alone');
          return tally.evolve(state, event);
        },
      };
      const [result] = await rebuildViews(opened.store, opened.database.pool, [worse], 'switch', { batch: 2 });
      expect(result).toMatchObject({ switched: false });
      expect(JSON.stringify(result!.comparison)).toContain('claim-b');
      expect(await applied(opened)).toEqual(await recorded(opened));
    },
  },
  {
    number: 61,
    name: 'pages of any size fold to the rows of one event at a time',
    async run(opened) {
      await happen(opened, 61, () => Promise.resolve());
      const rows: Record<string, readonly string[]>[] = [];
      for (const [i, pageSize] of [1, 7, 1_000].entries()) {
        const worker = await follower(opened, `pages-${pageSize}`, pageSize, { ...tally, version: 20 + i });
        await worker.catchUp();
        rows.push(await rowsNow(opened, worker));
      }
      expect(rows[1]).toEqual(rows[0]);
      expect(rows[2]).toEqual(rows[0]);
    },
  },
  {
    number: 62,
    name: 'whatever happened, rebuilds in batches of 1, 100 and 5,000 have the digests of the view that lived through it',
    async run(opened) {
      const { store, database } = opened;
      const live = await follower(opened);
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          await happen(opened, seed, () => live.step());
          await live.catchUp();
          const comparisons: Comparison[] = [];
          for (const batch of batches) {
            const [result] = await rebuildViews(store, database.pool, [tally], 'verify', { batch });
            expect(result).toMatchObject({ against: 'serving' });
            comparisons.push(result!.comparison);
          }
          for (const { difference, newlyParked, digests } of comparisons) {
            expect({ difference, newlyParked }).toEqual({ difference: null, newlyParked: null });
            expect(digests).toEqual(comparisons[0]!.digests);
          }
          expect(comparisons[0]!.digests.some(({ rows }) => rows !== '0')).toBe(true);
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
  },
  {
    number: 63,
    name: 'the second version catches up while the first serves, and takes its place with nothing applied twice',
    async run(opened) {
      const { pool } = opened.database;
      const first = await follower(opened);
      await record(opened.store, ['claim-a', 'claim-b', 'claim-a']);
      await first.catchUp();
      const build = await filled(opened, { ...tally, version: 2 }, 2);
      await record(opened.store, ['claim-c']);
      await first.catchUp();
      expect(await applied(opened)).toEqual(await recorded(opened));
      await serveBuild(pool, build);
      const second = await follower(opened, 'second', 5, { ...tally, version: 2 });
      await second.catchUp();
      expect(await applied(opened)).toEqual(await recorded(opened));
    },
  },
];
