import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { migrate } from '@redress/platform/migrate.js';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { ensureBuild, serveBuild, SupersededViewError } from './builds.js';
import { RetiredBuildError } from './checkpoint.js';
import { CreateProcessing1763710000000 } from './migrations/create-processing.js';
import { Processor } from './processor.js';
import { checkDefinitions, type ProjectionDefinition } from './projection.js';
import { claimEvent, record, tally } from './testing/tally.js';

describe('The builds of a view', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;
  const second: ProjectionDefinition = {
    ...tally,
    version: 2,
    schemaSql: 'CREATE TABLE tally (position bigint PRIMARY KEY, note text)',
    tables: ['tally'],
    apply: async (event, db) => void (await db.query('INSERT INTO tally VALUES ($1, $2)', [event.position, 'v2'])),
  };

  beforeEach(async () => {
    database = await testDatabase();
    await migrate(database.url, [CreateProcessing1763710000000]);
    store = new MemoryEventStore();
  });

  afterEach(() => database.drop());

  const open = async (definition: ProjectionDefinition, pageSize = 10) => {
    const build = await ensureBuild(database.pool, definition);
    return { build, processor: new Processor(store, database.pool, definition, build, pageSize) };
  };
  const read = async (sql: string) => (await database.pool.query(sql)).rows as unknown[];

  it('the first serves at once, in a schema of its own', async () => {
    const { build } = await open(tally);
    expect(build.schema).toBe('tally_board_v1_1');
    expect(await read('SELECT * FROM views.tally')).toEqual([]);
  });

  it('are made once when two workers start together', async () => {
    await Promise.all([open(tally), open(tally), open(tally)]);
    expect(await read('SELECT view, version, build, state FROM processing.builds')).toEqual([
      { view: 'tally-board', version: 1, build: 1, state: 'serving' },
    ]);
  });

  it('63: a new version fills while the old one serves, then takes its place in one step', async () => {
    await record(store, ['claim-a', 'claim-b']);
    const old = await open(tally);
    await old.processor.step();
    const fresh = await open(second);
    expect(await read('SELECT count(*)::integer AS n FROM views.tally_entries')).toEqual([{ n: 2 }]);
    await fresh.processor.step();
    expect(await read('SELECT stream FROM views.tally ORDER BY 1')).toHaveLength(2);

    await serveBuild(database.pool, fresh.build);
    expect(await read('SELECT * FROM views.tally ORDER BY 1')).toEqual([
      { position: '1', note: 'v2' },
      { position: '2', note: 'v2' },
    ]);
    await expect(read('SELECT * FROM views.tally_entries')).rejects.toThrow('does not exist');
    await expect(read('SELECT * FROM tally_board_v1_1.tally')).rejects.toThrow('does not exist');
    expect(await read('SELECT version, state FROM processing.builds')).toEqual([{ version: 2, state: 'serving' }]);
  });

  it('63: readers find one of the two at every moment of the switch', async () => {
    await record(store, ['claim-a']);
    const old = await open(tally);
    await old.processor.step();
    const fresh = await open(second);
    await fresh.processor.step();
    let switching = true;
    const readers = Array.from({ length: 4 }, async () => {
      while (switching) expect(await read('SELECT * FROM views.tally')).toHaveLength(1);
    });
    await serveBuild(database.pool, fresh.build);
    switching = false;
    await Promise.all(readers);
  });

  it('54: a processor of the old build stops when the new one serves; an older program does not take over again', async () => {
    const old = await open(tally);
    const fresh = await open(second);
    await serveBuild(database.pool, fresh.build);
    await record(store, ['claim-a']);
    await expect(old.processor.step()).rejects.toThrow(RetiredBuildError);
    await expect(open(tally)).rejects.toThrow(SupersededViewError);
  });

  it('refuse other tables under the same version', async () => {
    await open(tally);
    const changed = { ...tally, schemaSql: `${tally.schemaSql} CREATE TABLE more (n integer)` };
    await expect(open(changed)).rejects.toThrow('version 1 must become another');
  });

  it('leave nothing behind when the tables cannot be made', async () => {
    await expect(open({ ...tally, schemaSql: 'CREATE TABLE tally (' })).rejects.toThrow('syntax error');
    await open(tally);
  });

  it('8, 62: are equal row for row, whatever the batch size and whenever they were filled', async () => {
    const workload = fc.array(
      fc.record({ claim: fc.nat(9), cents: fc.nat(99_999), poison: fc.boolean(), other: fc.boolean() }),
      { minLength: 700, maxLength: 700 },
    );
    const live = { ...(await open(tally, 500)) };
    for (const { claim, cents, poison, other } of fc.sample(workload, { numRuns: 1, seed: 20260302 })[0]!) {
      const amount = (cents / 100).toFixed(2);
      // One stream is poisoned somewhere on the way: parked streams are equal as well.
      await store.append(`${other ? 'policy' : 'claim'}-${claim}`, 'any', [
        claimEvent(amount, { poison: poison && claim === 3 }),
      ]);
      if (cents % 10 === 0) await live.processor.step();
    }
    const schemas = ['tally_board_v1_1'];
    await live.processor.step();
    for (const [i, pageSize] of [1, 7, 500].entries()) {
      const { build, processor } = await open({ ...tally, version: i + 2 }, pageSize);
      for (let step = await processor.step(); step.position !== step.head;) step = await processor.step();
      schemas.push(build.schema);
    }
    const contents = await Promise.all(
      schemas.map(async (schema, i) => [
        await read(`SELECT * FROM ${schema}.tally ORDER BY stream`),
        await read(`SELECT * FROM ${schema}.tally_entries ORDER BY position`),
        await read(
          `SELECT position, stream, event_id, error FROM processing.parked WHERE version = ${i + 1} ORDER BY 1`,
        ),
      ]),
    );
    expect(contents[0]!.map((rows) => rows.length > 0)).toEqual([true, true, true]);
    for (const content of contents) expect(content).toEqual(contents[0]);
  });
});

describe('The definitions of a registry', () => {
  it.each([
    ['a name that is no name', [{ ...tally, name: 'Tally Board' }], 'its name is not made of'],
    ['one name twice', [tally, { ...tally, tables: [] }], 'its name is given twice'],
    ['one table in two views', [tally, { ...tally, name: 'other' }], 'the table tally is one of tally-board as well'],
    ['no category', [{ ...tally, categories: [] }], 'it reads no category'],
    ['a reference category it does not read', [{ ...tally, referenceCategories: ['law'] }], 'law is none it reads'],
    ['version 0', [{ ...tally, version: 0 }], 'its version is not a whole number'],
  ])('are refused with %s', (_what, definitions, why) => {
    expect(() => checkDefinitions(definitions)).toThrow(why);
  });
});
