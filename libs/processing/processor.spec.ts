import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import type { ReadAllOptions } from '@redress/event-store/port.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { LostSlotsError } from './checkpoint.js';
import type { ProjectionDefinition } from './projection.js';
import { ViewStoppedError } from './processor.js';
import { releaseLease } from './lease.js';
import { slotOf } from './slots.js';
import { Follower, rowsOf, withProcessing } from './testing/follow.js';
import { claimEvent, record, tally } from './testing/tally.js';

describe('A processor', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;

  beforeEach(async () => {
    database = await testDatabase(withProcessing);
    store = new MemoryEventStore();
  });

  afterEach(() => database.drop());

  const follower = (definition: ProjectionDefinition = tally, pageSize = 10, owner = 'spec') =>
    Follower.open(store, database.pool, definition, { pageSize, owner });

  const tallies = async () =>
    (await database.pool.query('SELECT stream, events, total FROM views.tally ORDER BY stream')).rows as unknown[];
  const checkpoints = async () =>
    (
      await database.pool.query<{ slot: number; position: string }>(
        'SELECT slot, position FROM processing.checkpoints ORDER BY slot',
      )
    ).rows;

  it('7: applies each event once and keeps rows and checkpoints together', async () => {
    await record(store, ['claim-a', 'claim-b', 'claim-a']);
    const worker = await follower();
    expect(await worker.step()).toMatchObject({ position: '3', head: '3', parked: 0, events: 3 });
    expect(await worker.step()).toMatchObject({ position: '3', head: '3', events: 0 });
    expect(await tallies()).toEqual([
      { stream: 'claim-a', events: 2, total: '5.00' },
      { stream: 'claim-b', events: 1, total: '2.50' },
    ]);
    expect(new Set((await checkpoints()).map(({ position }) => position))).toEqual(new Set(['3']));
  });

  it('39: goes on from the stored checkpoint after a restart', async () => {
    await record(store, ['claim-a', 'claim-b']);
    await (await follower()).catchUp();
    await record(store, ['claim-a']);
    await (await follower()).catchUp();
    expect(await tallies()).toMatchObject([{ events: 2 }, { events: 1 }]);
  });

  it.each([[1], [10]])('counts by a weight which changes alone, in pages of %i', async (pageSize) => {
    const weighed: ProjectionDefinition = {
      ...tally,
      schemaSql: `${tally.schemaSql} CREATE TABLE tally_weight (is_open boolean PRIMARY KEY, n bigint NOT NULL);`,
      counts: [...tally.counts!, { name: 'tally_weight', of: 'tally', by: { is_open: 'open' }, weight: 'events - 2' }],
    };
    const counted = async () => (await database.pool.query('SELECT * FROM views.tally_weight')).rows as unknown[];
    await record(store, ['claim-a', 'claim-a', 'claim-a', 'claim-b', 'claim-b']);
    await (await follower(weighed, pageSize)).catchUp();
    expect(await counted()).toEqual([{ is_open: true, n: '1' }]);
    await record(store, ['claim-c', 'claim-a']);
    // Another worker, which does not remember what it wrote.
    await (await follower(weighed, pageSize)).catchUp();
    expect(await counted()).toEqual([{ is_open: true, n: '1' }]);
    await record(store, ['claim-d']);
    await (await follower(weighed, pageSize)).catchUp();
    // What comes to nought has no row.
    expect(await counted()).toEqual([]);
  });

  it('keeps no row of a count of nothing, whatever its key is made of', async () => {
    const at = `CASE events WHEN 1 THEN '-infinity' WHEN 2 THEN '2026-03-02T09:00:00.000001Z' END::timestamptz`;
    const timed: ProjectionDefinition = {
      ...tally,
      schemaSql: `${tally.schemaSql} CREATE TABLE tally_timed (at timestamptz, words text[], n bigint NOT NULL, PRIMARY KEY (at, words));`,
      counts: [
        { name: 'tally_timed', of: 'tally', by: { at: `coalesce(${at}, 'infinity')`, words: `ARRAY[last, '{"']` } },
      ],
    };
    await record(store, ['claim-a', 'claim-a', 'claim-a', 'claim-b']);
    await (await follower(timed, 1)).catchUp();
    const { rows } = await database.pool.query('SELECT at::text, words, n FROM views.tally_timed ORDER BY 1');
    const words = ['PaymentRecorded', '{"'];
    expect(rows).toEqual([
      { at: '-infinity', words, n: '1' },
      { at: 'infinity', words, n: '1' },
    ]);
  });

  it('42: a page without its categories still moves the checkpoint', async () => {
    await record(store, ['policy-1', 'claim-a', 'policy-1', 'policy-1']);
    const worker = await follower(tally, 2);
    expect(await worker.catchUp()).toMatchObject({ position: '4', head: '4' });
    expect(await tallies()).toEqual([{ stream: 'claim-a', events: 1, total: '2.50' }]);
  });

  it('7, 53: a connection lost between the rows and the checkpoint leaves neither, and the retry applies once', async () => {
    await record(store, ['claim-a', 'claim-b']);
    const worker = await follower();
    await database.pool.query(`
      CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
      CREATE TRIGGER cut BEFORE UPDATE OF position ON processing.checkpoints FOR EACH ROW EXECUTE FUNCTION cut()`);
    await expect(worker.step()).rejects.toThrow();
    expect(await tallies()).toEqual([]);
    await database.pool.query('DROP FUNCTION cut CASCADE');
    expect(await worker.step()).toMatchObject({ position: '2', parked: 0 });
    expect(await tallies()).toMatchObject([{ events: 1 }, { events: 1 }]);
  });

  it('7, 53: what a crash of the server took back, rows and checkpoint together, is applied again', async () => {
    await record(store, ['claim-a', 'claim-b']);
    const worker = await follower();
    await worker.step();
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = $1`,
      [worker.build.schema],
    );
    const tables = ['processing.checkpoints', ...rows.map(({ name }) => name)];
    const each = async (sql: (table: string, kept: string) => string) => {
      for (const [i, table] of tables.entries()) await database.pool.query(sql(table, `kept_${i}`));
    };
    await each((table, kept) => `CREATE TABLE ${kept} AS TABLE ${table}`);
    await record(store, ['claim-a', 'claim-c']);
    await worker.step();
    await each((table, kept) => `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM ${kept}`);
    await record(store, ['claim-a']);
    await expect(worker.step()).rejects.toThrow(LostSlotsError);
    await worker.catchUp();
    expect(await tallies()).toMatchObject([{ events: 3 }, { events: 1 }, { events: 1 }]);
  });

  it('51, 54: a turn at a slot ends the one before; what was read in that is not committed', async () => {
    await record(store, ['claim-a', 'claim-b', 'claim-a']);
    // Both believe that they hold the leases: what counts is who claimed last.
    const [one, other] = [await follower(), await follower()];
    await one.step();
    await other.step();
    await record(store, ['claim-b']);
    await expect(one.step()).rejects.toThrow(LostSlotsError);
    expect(await tallies()).toMatchObject([{ events: 2 }, { events: 1 }]);
    expect(await one.step()).toMatchObject({ position: '4' });
    await expect(other.step()).rejects.toThrow(LostSlotsError);
    expect(await other.step()).toMatchObject({ events: 0 });
    expect(await tallies()).toMatchObject([{ events: 2 }, { events: 2 }]);
  });

  it('47, 54: without its leases a processor claims nothing, whatever it held before', async () => {
    await record(store, ['claim-a']);
    const worker = await follower();
    for (const lease of worker.share.leases().values()) await releaseLease(database.pool, lease);
    expect(await worker.step()).toMatchObject({ position: null, events: 0 });
    expect(await tallies()).toEqual([]);
  });

  it('47, 48: two workers share the slots, each stream in order in one of them, and meet at the head', async () => {
    const [one, other] = [await follower(tally, 7, 'one'), await follower(tally, 3, 'other')];
    // The first learns that it is not alone any more, and the second takes what it gave up.
    await one.share.renew();
    await other.share.renew();
    expect([one.share.leases().size, other.share.leases().size]).toEqual([8, 8]);
    const streams = Array.from({ length: 60 }, (_, i) => `claim-${i % 13}`);
    await record(store, streams);
    await Promise.all([one.catchUp(), other.catchUp()]);
    const { rows } = await database.pool.query('SELECT sum(events)::integer AS events FROM views.tally');
    expect(rows).toEqual([{ events: 60 }]);
    expect((await checkpoints()).map(({ position }) => position)).toEqual(Array(16).fill('60'));
  });

  it('49, 56: the slots of a worker which is gone go to the other when the leases lapse, from where it stood', async () => {
    const [gone, left] = [await follower(tally, 100, 'gone'), await follower(tally, 100, 'left')];
    await gone.share.renew();
    await left.share.renew();
    await record(store, ['claim-a', 'claim-b', 'claim-c', 'claim-d']);
    await left.catchUp();
    await left.share.renew();
    expect(left.share.leases().size).toBe(8);
    await database.pool.query(`UPDATE processing.leases SET expires_at = clock_timestamp() WHERE owner = 'gone'`);
    await left.share.renew();
    expect(left.share.leases().size).toBe(16);
    await left.catchUp();
    await expect(gone.step()).resolves.toMatchObject({ position: null });
    expect(await tallies()).toMatchObject([{ events: 1 }, { events: 1 }, { events: 1 }, { events: 1 }]);
  });

  it('52: slots which stand apart go on apart and meet again', async () => {
    const worker = await follower();
    await record(store, ['claim-a', 'claim-b', 'claim-c', 'claim-a']);
    const only = new Map([...worker.share.leases()].filter(([slot]) => slot === slotOf('claim-a')));
    await worker.processor.step(only);
    expect((await checkpoints()).map(({ slot, position }) => (position === '4' ? slot : null)).filter(Number)).toEqual([
      slotOf('claim-a'),
    ]);
    await record(store, ['claim-b']);
    await worker.catchUp();
    expect(await tallies()).toMatchObject([{ events: 2 }, { events: 2 }, { events: 1 }]);
    expect((await checkpoints()).map(({ position }) => position)).toEqual(Array(16).fill('5'));
  });

  it('a frozen processor holds nobody up once its leases have lapsed, and cannot commit when it thaws', async () => {
    await record(store, ['claim-a']);
    // Frozen between reading its page and writing it.
    let thaw = () => {};
    const ice = new Promise<void>((resolve) => (thaw = resolve));
    let enter = () => {};
    const entered = new Promise<void>((resolve) => (enter = resolve));
    const slow = Object.create(store, {
      readAll: {
        value: async (options: ReadAllOptions) => {
          const page = await store.readAll(options);
          enter();
          await ice;
          return page;
        },
      },
    }) as MemoryEventStore;
    const frozen = await Follower.open(slow, database.pool, tally, { owner: 'frozen' });
    const stuck = frozen.step();
    stuck.catch(() => undefined);
    await entered;
    await database.pool.query(`UPDATE processing.leases SET expires_at = clock_timestamp() WHERE owner = 'frozen'`);
    const heir = await follower(tally, 10, 'heir');
    expect(await heir.catchUp()).toMatchObject({ position: '1' });
    thaw();
    await expect(stuck).rejects.toThrow(LostSlotsError);
    expect(await tallies()).toMatchObject([{ events: 1 }]);
  });
});

describe('What is known of the law', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;

  beforeEach(async () => {
    database = await testDatabase(withProcessing);
    store = new MemoryEventStore();
  });

  afterEach(() => database.drop());

  const rate = (value: unknown) => store.append('rate-1', 'any', [claimEvent('0', { rate: value }, 'RateSet')]);
  const rated = async () =>
    (await database.pool.query<{ rated: string }>('SELECT rated FROM views.tally ORDER BY stream')).rows.map(
      (row) => row.rated,
    );

  it('derives open subjects anew when it arrives, and leaves the closed ones as they were judged', async () => {
    await rate(2);
    await record(store, ['claim-a', 'claim-b']);
    await store.append('claim-b', 'any', [claimEvent('0.00', {}, 'ClaimClosed')]);
    await rate(10);
    const worker = await Follower.open(store, database.pool, tally);
    await worker.catchUp();
    expect(await rated()).toEqual(['15.00', '5.00']);
    expect((await database.pool.query('SELECT stream, rate FROM views.tally_rate')).rows).toEqual([
      { stream: 'rate-1', rate: '10' },
    ]);
  });

  it('is worked on in parts, and goes on where it stopped after a crash; the view does not pass before it is done', async () => {
    const streams = Array.from({ length: 1_200 }, (_, i) => `claim-${i}`);
    await record(store, streams);
    await (await Follower.open(store, database.pool, tally, { pageSize: 5_000 })).catchUp();
    await rate(3);
    await record(store, ['claim-0']);
    const first = await Follower.open(store, database.pool, tally, { pageSize: 5_000 });
    expect(await first.step()).toMatchObject({ position: '1200' });
    const { rows } = await database.pool.query<{ n: string }>(
      'SELECT count(*) AS n FROM views.tally WHERE rated <> total',
    );
    expect(rows).toEqual([{ n: '500' }]);
    await (await Follower.open(store, database.pool, tally, { pageSize: 5_000 })).catchUp();
    expect((await database.pool.query('SELECT 1 FROM views.tally WHERE rated <> total * 3')).rowCount).toBe(0);
  });

  it('which cannot be understood stops the view, which keeps what was before it', async () => {
    await record(store, ['claim-a']);
    await rate('much');
    await record(store, ['claim-a']);
    const worker = await Follower.open(store, database.pool, tally);
    await worker.step();
    await expect(worker.step()).rejects.toThrow(ViewStoppedError);
    await expect(worker.step()).rejects.toThrow('before position 2 (RateSet of rate-1)');
    expect((await rowsOf(database.pool, worker.build.schema)).tally_entries).toHaveLength(1);
  });
});
