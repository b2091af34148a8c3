import { setTimeout as pause } from 'node:timers/promises';
import { openPool } from '@redress/platform/database.js';
import { LostSlotsError } from '@redress/processing/checkpoint.js';
import { Follower } from '@redress/processing/testing/follow.js';
import { record, tally } from '@redress/processing/testing/tally.js';
import { applied, foldedAnew, follower, recorded, rowsNow, type Opened, type ProcessingProperty } from './adapter.js';

const streams = (count: number, of = 7) => Array.from({ length: count }, (_, i) => `claim-${i % of}`);

/** Two who share the slots between them, each knowing of the other. */
async function two(opened: Opened): Promise<readonly [Follower, Follower]> {
  const both = [await follower(opened, 'one', 7), await follower(opened, 'other', 3)] as const;
  for (const one of both) await one.share.renew();
  return both;
}

/** Time passes in which nothing is heard of this worker. */
async function lapse({ database }: Opened, owner: string): Promise<void> {
  await database.pool.query('UPDATE processing.leases SET expires_at = clock_timestamp() WHERE owner = $1', [owner]);
}

/** Until it has caught up, whatever is cut meanwhile. */
async function insist(opened: Opened, worker: Follower): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    try {
      await worker.catchUp();
      if ((await applied(opened)).length === (await recorded(opened)).length) return;
    } catch {
      await pause(20);
    }
  }
}

export const followingProperties: readonly ProcessingProperty[] = [
  {
    number: 45,
    name: 'after a server was lost each event is read again if need be, and takes effect once',
    needsCut: true,
    async run(opened) {
      const worker = await follower(opened);
      for (let round = 0; round < 4; round++) {
        await record(opened.store, streams(10));
        const following = insist(opened, worker);
        await opened.cut!();
        await following;
      }
      expect(await applied(opened)).toEqual(await recorded(opened));
      expect(await rowsNow(opened, worker)).toEqual(await foldedAnew(opened));
    },
  },
  {
    number: 47,
    name: 'two workers of one view never have the same event at once: they share the slots',
    async run(opened) {
      const [one, other] = await two(opened);
      const held = [one, other].map(({ share }) => [...share.leases().keys()]);
      expect(held[0]!.filter((slot) => held[1]!.includes(slot))).toEqual([]);
      expect(held.flat()).toHaveLength(16);
      await record(opened.store, streams(40, 13));
      await Promise.all([one.catchUp(), other.catchUp()]);
      expect(await applied(opened)).toEqual(await recorded(opened));
    },
  },
  {
    number: 48,
    name: 'the events of one stream are applied in their order, whoever works on it',
    async run(opened) {
      const [one, other] = await two(opened);
      for (let round = 0; round < 5; round++) {
        await record(opened.store, streams(20, 3));
        await Promise.all([one.step(), other.step()]);
      }
      await Promise.all([one.catchUp(), other.catchUp()]);
      expect(await rowsNow(opened, one)).toEqual(await foldedAnew(opened));
    },
  },
  {
    number: 49,
    name: 'what a worker had which is gone is given to the other, from where it stood',
    async run(opened) {
      const [gone, left] = await two(opened);
      await record(opened.store, streams(20));
      await gone.step();
      await lapse(opened, 'one');
      await left.share.renew();
      expect(left.share.leases().size).toBe(16);
      await left.catchUp();
      expect(await applied(opened)).toEqual(await recorded(opened));
    },
  },
  {
    number: 50,
    name: 'a second worker under the same name is fenced off, whichever of the two it is',
    async run(opened) {
      const [one, twin] = [await follower(opened, 'twin'), await follower(opened, 'twin')];
      await record(opened.store, streams(5));
      await one.step();
      await twin.step();
      await record(opened.store, streams(5));
      await expect(one.step()).rejects.toThrow(LostSlotsError);
      await one.catchUp();
      await expect(twin.step()).rejects.toThrow(LostSlotsError);
      expect(await applied(opened)).toEqual(await recorded(opened));
    },
  },
  {
    number: 53,
    name: 'cut off between rows and checkpoint it leaves neither',
    async run(opened) {
      const { pool } = opened.database;
      await record(opened.store, streams(4));
      const worker = await follower(opened);
      await pool.query(`
        CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
        CREATE TRIGGER cut BEFORE UPDATE OF position ON processing.checkpoints FOR EACH ROW EXECUTE FUNCTION cut()`);
      await expect(worker.step()).rejects.toThrow();
      expect(await applied(opened)).toEqual([]);
      const { rows } = await pool.query('SELECT DISTINCT position FROM processing.checkpoints');
      expect(rows).toEqual([{ position: '0' }]);
      await pool.query('DROP FUNCTION cut CASCADE');
      await worker.catchUp();
      expect(await applied(opened)).toEqual(await recorded(opened));
    },
  },
  {
    number: 54,
    name: 'who lost its leases commits nothing that it read under them',
    async run(opened) {
      const stale = await follower(opened, 'stale');
      await record(opened.store, streams(6));
      await stale.step();
      await lapse(opened, 'stale');
      const heir = await follower(opened, 'heir');
      await heir.catchUp();
      await record(opened.store, streams(6));
      await expect(stale.step()).rejects.toThrow(LostSlotsError);
      await heir.catchUp();
      expect(await applied(opened)).toEqual(await recorded(opened));
    },
  },
  {
    number: 72,
    name: 'checkpoints only rise, and no lease is left when all have gone',
    async run(opened) {
      const { pool } = opened.database;
      const [one, other] = await two(opened);
      const seen = new Map<number, bigint>();
      for (let round = 0; round < 6; round++) {
        await record(opened.store, streams(9));
        await Promise.all([one.step(), other.step()]);
        const { rows } = await pool.query<{ slot: number; position: string }>(
          'SELECT slot, position FROM processing.checkpoints',
        );
        for (const { slot, position } of rows) {
          expect(BigInt(position) >= (seen.get(slot) ?? 0n)).toBe(true);
          seen.set(slot, BigInt(position));
        }
      }
      await Promise.all([one.share.stop(), other.share.stop()]);
      const { rows } = await pool.query('SELECT name FROM processing.leases WHERE expires_at > clock_timestamp()');
      expect(rows).toEqual([]);
    },
  },
  {
    number: 75,
    name: 'workers whose sessions are killed again and again leave the rows of a fresh fold',
    async run(opened) {
      const { pool, url } = opened.database;
      const mortal = openPool(url, { applicationName: 'mortal' });
      mortal.on('error', () => undefined);
      // A build there is before the first is killed.
      await follower(opened, 'first');
      const open = (owner: string) => Follower.open(opened.store, mortal, tally, { pageSize: 4, owner });
      let recording = true;
      const writing = (async () => {
        for (let round = 0; round < 15; round++) await record(opened.store, streams(8, 5));
      })().finally(() => (recording = false));
      const working = ['a', 'b'].map(async (owner) => {
        while (recording) {
          try {
            const worker = await open(owner);
            await worker.share.renew();
            await worker.catchUp();
          } catch {
            await pause(5);
          }
        }
      });
      while (recording) {
        await pause(15);
        await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mortal'`);
      }
      await Promise.all([writing, ...working]);
      await mortal.end();
      await pool.query('UPDATE processing.leases SET expires_at = clock_timestamp()');
      const last = await follower(opened, 'last', 100);
      await last.catchUp();
      expect(await applied(opened)).toEqual(await recorded(opened));
      expect(await rowsNow(opened, last)).toEqual(await foldedAnew(opened));
    },
  },
];
