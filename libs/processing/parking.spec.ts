import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { ensureBuild } from './builds.js';
import { CreateProcessing1763710000000 } from './migrations/create-processing.js';
import { ViewStoppedError } from './page.js';
import { Processor } from './processor.js';
import { replayParked } from './replay.js';
import type { ProjectionDefinition } from './projection.js';
import { record, tally } from './testing/tally.js';

describe('A poison event (invariant 9)', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;

  beforeAll(async () => {
    database = await testDatabase();
    await migrate(database.url, [CreateProcessing1763710000000]);
  });

  afterAll(() => database.drop());

  beforeEach(() => {
    store = new MemoryEventStore();
  });

  afterEach(() => database.pool.query('DROP SCHEMA IF EXISTS tally_board_v1_1 CASCADE; DELETE FROM processing.builds'));

  async function processor(definition: ProjectionDefinition = tally, pageSize = 100) {
    const build = await ensureBuild(database.pool, definition);
    return new Processor(store, database.pool, definition, build, pageSize);
  }

  const entries = async () =>
    (
      await database.pool.query<{ position: string }>('SELECT position FROM views.tally_entries ORDER BY position')
    ).rows.map((row) => row.position);
  const parked = async () =>
    (await database.pool.query('SELECT position, stream, error FROM processing.parked ORDER BY position'))
      .rows as unknown[];

  it('57, 58: is parked with the later events of its own stream; the rest goes on', async () => {
    await record(store, ['claim-a', 'claim-b']);
    await record(store, ['claim-a'], { poison: true });
    await record(store, ['claim-b', 'claim-a', 'claim-c']);
    expect(await (await processor()).step()).toMatchObject({ position: '6', parked: 2 });
    expect(await entries()).toEqual(['1', '2', '4', '6']);
    expect(await parked()).toEqual([
      { position: '3', stream: 'claim-a', error: 'Error: this event cannot be applied' },
      { position: '5', stream: 'claim-a', error: null },
    ]);
  });

  it('58: holds back events of later pages too, and after a restart', async () => {
    await record(store, ['claim-a'], { poison: true });
    await (await processor()).step();
    await record(store, ['claim-a', 'claim-b']);
    expect(await (await processor()).step()).toMatchObject({ parked: 1 });
    expect(await entries()).toEqual(['3']);
    const { rows } = await database.pool.query(
      'SELECT stream, since_position, error, events FROM views.parked_streams',
    );
    expect(rows).toEqual([
      { stream: 'claim-a', since_position: '1', error: 'Error: this event cannot be applied', events: 2 },
    ]);
  });

  it('leaves none of the rows it wrote before it failed, whatever the page size', async () => {
    await record(store, ['claim-a'], { poison: true });
    await record(store, ['claim-b']);
    const worker = await processor(tally, 1);
    await worker.step();
    await worker.step();
    expect(await entries()).toEqual(['2']);
  });

  it('is parked when the database refuses a row, and when the view hides that refusal', async () => {
    const hiding: ProjectionDefinition = {
      ...tally,
      async apply(event, db) {
        if (event.stream === 'claim-refused') await db.query('INSERT INTO tally VALUES (NULL, 1, 1, 1)');
        if (event.stream === 'claim-hidden') await db.query('SELECT 1/0').catch(() => undefined);
        else await tally.apply(event, db);
      },
    };
    await record(store, ['claim-a', 'claim-refused', 'claim-b', 'claim-hidden', 'claim-c']);
    expect(await (await processor(hiding)).step()).toMatchObject({ position: '5', parked: 2 });
    expect(await entries()).toEqual(['1', '3', '5']);
  });

  it('hidden at the end of a page is found as well', async () => {
    const hiding: ProjectionDefinition = {
      ...tally,
      apply: async (_event, db) => void (await db.query('SELECT 1/0').catch(() => undefined)),
    };
    await record(store, ['claim-a']);
    expect(await (await processor(hiding)).step()).toMatchObject({ position: '1', parked: 1 });
  });

  it('with NUL in its error is parked', async () => {
    await record(store, ['claim-a']);
    const failing: ProjectionDefinition = { ...tally, apply: () => Promise.reject(new Error('a\0b')) };
    await (await processor(failing)).step();
    expect(await parked()).toMatchObject([{ error: 'Error: a\\0b' }]);
  });

  it('of a reference stream stops the view, which keeps nothing of the page', async () => {
    const definition = { ...tally, categories: ['claim', 'calendar'], referenceCategories: ['calendar'] };
    await record(store, ['claim-a']);
    await record(store, ['calendar-CN'], { poison: true });
    const worker = await processor(definition);
    await expect(worker.step()).rejects.toThrow(ViewStoppedError);
    await expect(worker.step()).rejects.toThrow('calendar-CN');
    expect(await entries()).toEqual([]);
  });

  it('in more than 1,000 streams stops the view: the fault is the view’s own', async () => {
    const failing: ProjectionDefinition = { ...tally, apply: () => Promise.reject(new Error('always')) };
    await record(
      store,
      Array.from({ length: 1_001 }, (_, i) => `claim-${i}`),
    );
    const worker = await processor(failing, 2_000);
    await expect(worker.step()).rejects.toThrow('1000 streams are parked already');
    expect(await parked()).toEqual([]);
  });

  it('trouble of the connection parks nothing', async () => {
    await record(store, ['claim-a']);
    const cancelled: ProjectionDefinition = {
      ...tally,
      async apply(_event, db) {
        await db.query(`SET LOCAL statement_timeout = '20ms'`);
        await db.query('SELECT pg_sleep(1)');
      },
    };
    await expect((await processor(cancelled)).step()).rejects.toMatchObject({ code: '57014' });
    expect(await parked()).toEqual([]);
  });

  it('59: is replayed with the later ones in order, and its stream goes on live', async () => {
    let mended = false;
    const definition: ProjectionDefinition = {
      ...tally,
      apply: (event, db) => tally.apply(mended ? { ...event, data: { ...event.data, poison: false } } : event, db),
    };
    await record(store, ['claim-a'], { poison: true });
    await record(store, ['claim-b', 'claim-a', 'claim-a']);
    const worker = await processor(definition);
    await worker.step();
    await expect(replayParked(store, database.pool, definition, 'claim-a')).rejects.toThrow('cannot be applied');
    expect(await parked()).toHaveLength(3);
    mended = true;
    expect(await replayParked(store, database.pool, definition, 'claim-a')).toBe(3);
    await record(store, ['claim-a']);
    expect(await worker.step()).toMatchObject({ parked: 0 });
    expect(await entries()).toEqual(['1', '2', '3', '4', '5']);
    expect(await parked()).toEqual([]);
  });
});
