import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { addBuild, ensureBuild, serveBuild, SupersededViewError } from './builds.js';
import { RetiredBuildError } from './checkpoint.js';
import { checkDefinitions, type ProjectionDefinition } from './projection.js';
import { fillBuilds } from './rebuild/fill.js';
import { Follower, rowsOf, withProcessing } from './testing/follow.js';
import { claimEvent, record, tally, type Rate, type Tally } from './testing/tally.js';

type TallyView = ProjectionDefinition<Tally, Rate>;

describe('The builds of a view', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;
  const { referenceRows: _, counts: __, ...rest } = tally;
  const second: TallyView = {
    ...rest,
    version: 2,
    schemaSql: 'CREATE TABLE tally (id text PRIMARY KEY, note text)',
    tables: [{ name: 'tally', holds: 'subject', key: ['id'] }],
    rows: ({ id, state }) => ({ tally: [{ id, note: `v2: ${state.events}` }] }),
  };

  beforeEach(async () => {
    database = await testDatabase(withProcessing);
    store = new MemoryEventStore();
  });

  afterEach(() => database.drop());

  const read = async (sql: string) => (await database.pool.query(sql)).rows as unknown[];
  const filled = async (definition: TallyView, batch = 100) => {
    const build = await ensureBuild(database.pool, definition);
    await fillBuilds(store, database.pool, [{ definition, build }], { batch });
    return build;
  };

  it('live in a schema of their own each; the first serves when it is filled', async () => {
    await record(store, ['claim-a']);
    const build = await filled(tally);
    expect(build.schema).toBe('tally_board_v1_1');
    await expect(read('SELECT * FROM views.tally')).rejects.toThrow('does not exist');
    await serveBuild(database.pool, build);
    expect(await read('SELECT stream, events FROM views.tally')).toEqual([{ stream: 'claim-a', events: 1 }]);
    expect(await read('SELECT stream, open, position FROM views.tally_board_subject')).toEqual([
      { stream: 'claim-a', open: true, position: '1' },
    ]);
  });

  it('are made once when two workers start together', async () => {
    await Promise.all([1, 2, 3].map(() => ensureBuild(database.pool, tally)));
    expect(await read('SELECT view, version, build, state FROM processing.builds')).toEqual([
      { view: 'tally-board', version: 1, build: 1, state: 'filling' },
    ]);
  });

  it('63: a new version fills while the old one serves, then takes its place in one step', async () => {
    const old = await Follower.open(store, database.pool, tally);
    await record(store, ['claim-a', 'claim-b']);
    await old.catchUp();
    const fresh = await filled(second);
    expect(await read('SELECT count(*)::integer AS n FROM views.tally_entries')).toEqual([{ n: 2 }]);
    await serveBuild(database.pool, fresh);
    expect(await read('SELECT * FROM views.tally ORDER BY 1')).toEqual([
      { id: 'a', note: 'v2: 1' },
      { id: 'b', note: 'v2: 1' },
    ]);
    await expect(read('SELECT * FROM views.tally_entries')).rejects.toThrow('does not exist');
    await expect(read('SELECT * FROM tally_board_v1_1.tally')).rejects.toThrow('does not exist');
    expect(await read('SELECT version, state FROM processing.builds')).toEqual([{ version: 2, state: 'serving' }]);
  });

  it('63: readers find one of the two at every moment of the switch', async () => {
    await record(store, ['claim-a']);
    await serveBuild(database.pool, await filled(tally));
    const fresh = await filled(second);
    let switching = true;
    const readers = Array.from({ length: 4 }, async () => {
      while (switching) expect(await read('SELECT * FROM views.tally')).toHaveLength(1);
    });
    await serveBuild(database.pool, fresh);
    switching = false;
    await Promise.all(readers);
  });

  it('54: a processor of the old build stops when the new one serves; an older program does not take over again', async () => {
    const old = await Follower.open(store, database.pool, tally);
    await old.step();
    await serveBuild(database.pool, await filled(second));
    await record(store, ['claim-a']);
    await expect(old.step()).rejects.toThrow(RetiredBuildError);
    await expect(ensureBuild(database.pool, tally)).rejects.toThrow(SupersededViewError);
  });

  it('of a rebuild are left alone by workers until they serve', async () => {
    await serveBuild(database.pool, await filled(tally));
    const beside = await addBuild(database.pool, tally);
    expect(beside.schema).toBe('tally_board_v1_2');
    expect(await ensureBuild(database.pool, tally)).toMatchObject({ build: 1, state: 'serving' });
    await fillBuilds(store, database.pool, [{ definition: tally, build: beside }], { batch: 10 });
    await serveBuild(database.pool, beside);
    expect(await ensureBuild(database.pool, tally)).toMatchObject({ build: 2, state: 'serving' });
    expect(await read('SELECT build FROM processing.builds')).toEqual([{ build: 2 }]);
  });

  it('refuse other tables under the same version', async () => {
    await ensureBuild(database.pool, tally);
    const changed = { ...tally, schemaSql: `${tally.schemaSql} CREATE TABLE more (n integer)` };
    await expect(ensureBuild(database.pool, changed)).rejects.toThrow('version 1 must become another');
  });

  it('leave nothing behind when the tables cannot be made', async () => {
    await expect(ensureBuild(database.pool, { ...tally, schemaSql: 'CREATE TABLE tally (' })).rejects.toThrow('syntax');
    await ensureBuild(database.pool, tally);
  });

  it('8, 61, 62: are equal row for row, followed or filled, whatever the size of pages and batches', async () => {
    const workload = fc.array(
      fc.record({ claim: fc.nat(40), cents: fc.nat(99_999), kind: fc.nat(30), rate: fc.nat(9) }),
      { minLength: 300, maxLength: 300 },
    );
    const live = await Follower.open(store, database.pool, tally, { pageSize: 500 });
    for (const { claim, cents, kind, rate } of fc.sample(workload, { numRuns: 1, seed: 20260302 })[0]!) {
      const amount = (cents / 100).toFixed(2);
      if (kind === 0) await store.append('rate-1', 'any', [claimEvent('0', { rate }, 'RateSet')]);
      else if (kind === 1) await store.append(`policy-${claim}`, 'any', [claimEvent('0')]);
      // Some streams are poisoned on the way: those are parked everywhere, and nothing of them differs.
      else if (kind === 2 && claim < 5)
        await store.append(`claim-${claim}`, 'any', [claimEvent(amount, { poison: true })]);
      else await store.append(`claim-${claim}`, 'any', [claimEvent(amount, {}, kind < 6 ? 'ClaimClosed' : 'Paid')]);
      if (cents % 10 === 0) await live.step();
    }
    await live.catchUp();
    const parked = (version: number) =>
      read(`SELECT position, stream, event_id, error FROM processing.parked WHERE version = ${version} ORDER BY 1`);
    const rows = await rowsOf(database.pool, live.build.schema);
    expect(Object.values(rows).map((of) => of.length > 0)).toEqual(Array(6).fill(true));
    const held = await parked(1);
    expect(held).not.toEqual([]);
    for (const [i, batch] of [1, 100, 5_000].entries()) {
      const version = i + 2;
      const bulk = await filled({ ...tally, version }, batch);
      expect(await rowsOf(database.pool, bulk.schema)).toEqual(rows);
      expect(await parked(version)).toEqual(held);
    }
    for (const [i, pageSize] of [1, 100, 5_000].entries()) {
      const version = 10 + i;
      const follower = await Follower.open(store, database.pool, { ...tally, version }, { pageSize });
      await follower.catchUp();
      expect(await rowsOf(database.pool, follower.build.schema)).toEqual(rows);
      expect(await parked(version)).toEqual(held);
    }
  }, 90_000);
});

describe('The definitions of a registry', () => {
  it.each([
    ['a name that is no name', [{ ...tally, name: 'Tally Board' }], 'its name is not made of'],
    ['one name twice', [tally, { ...tally, tables: [], counts: [] }], 'its name is given twice'],
    ['one table in two views', [tally, { ...tally, name: 'other' }], 'the table tally is one of tally-board as well'],
    ['no category', [{ ...tally, categories: [] }], 'it reads no category'],
    ['a category both its own and of the law', [{ ...tally, categories: ['rate'] }], 'cannot hold its subjects and be'],
    ['a count of nothing', [{ ...tally, tables: [] }], 'tally_count counts no table of its subjects'],
    ['version 0', [{ ...tally, version: 0 }], 'its version is not a whole number'],
  ])('are refused with %s', (_what, definitions, why) => {
    expect(() => checkDefinitions(definitions)).toThrow(why);
  });
});
