import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { ensureBuild } from './builds.js';
import { CreateProcessing1763710000000 } from './migrations/create-processing.js';
import { Processor } from './processor.js';
import type { ProjectionDefinition } from './projection.js';
import { claimEvent, record, tally } from './testing/tally.js';

describe('A processor', () => {
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

  async function processor(definition: ProjectionDefinition = tally, pageSize = 10) {
    const build = await ensureBuild(database.pool, definition);
    return new Processor(store, database.pool, definition, build, pageSize);
  }

  const tallies = async () =>
    (await database.pool.query('SELECT stream, events, total FROM views.tally ORDER BY stream')).rows as unknown[];

  async function untilCaughtUp(worker: Processor): Promise<void> {
    for (;;) {
      const { position, head } = await worker.step();
      if (position === head) return;
    }
  }

  it('7: applies each event once and keeps rows and checkpoint together', async () => {
    await record(store, ['claim-a', 'claim-b', 'claim-a']);
    const worker = await processor();
    expect(await worker.step()).toEqual({ position: '3', head: '3', parked: 0, readTo: null });
    expect(await worker.step()).toEqual({ position: '3', head: '3', parked: 0, readTo: null });
    expect(await tallies()).toEqual([
      { stream: 'claim-a', events: 2, total: '5.00' },
      { stream: 'claim-b', events: 1, total: '2.50' },
    ]);
  });

  it('39: goes on from the stored checkpoint after a restart', async () => {
    await record(store, ['claim-a', 'claim-b']);
    await (await processor()).step();
    await record(store, ['claim-a']);
    await (await processor()).step();
    expect(await tallies()).toMatchObject([{ events: 2 }, { events: 1 }]);
  });

  it('42: a page without its categories still moves the checkpoint', async () => {
    await record(store, ['policy-1', 'claim-a', 'policy-1', 'policy-1']);
    const worker = await processor(tally, 2);
    await untilCaughtUp(worker);
    expect(await worker.step()).toMatchObject({ position: '4', head: '4' });
    expect(await tallies()).toEqual([{ stream: 'claim-a', events: 1, total: '2.50' }]);
  });

  it('7, 53: a connection lost between the rows and the checkpoint leaves neither, and the retry applies once', async () => {
    await record(store, ['claim-a', 'claim-b']);
    let crashes = 1;
    const worker = await processor({
      ...tally,
      async apply(event, db) {
        await tally.apply(event, db);
        if (event.position === '2' && crashes-- > 0) await db.query('SELECT pg_terminate_backend(pg_backend_pid())');
      },
    });
    await expect(worker.step()).rejects.toThrow();
    expect(await tallies()).toEqual([]);
    expect(await worker.step()).toMatchObject({ position: '2', parked: 0 });
    expect(await tallies()).toMatchObject([{ events: 1 }, { events: 1 }]);
  });

  it('7, 51: of two processors which read the same page one applies it, the other goes on from there', async () => {
    await record(store, ['claim-a', 'claim-b', 'claim-a']);
    const [one, other] = [await processor(), await processor()];
    await Promise.all([one.step(), other.step()]);
    await record(store, ['claim-b']);
    await Promise.all([one.step(), other.step()]);
    expect(await tallies()).toMatchObject([{ events: 2 }, { events: 2 }]);
  });

  it('7: four processors and a writer at once apply each event once', async () => {
    const workers = await Promise.all([processor(tally, 3), processor(tally, 5), processor(tally, 1), processor()]);
    let writing = true;
    const working = workers.map(async (worker) => {
      while (writing) await worker.step();
      await untilCaughtUp(worker);
    });
    const streams = Array.from({ length: 120 }, (_, i) => `claim-${i % 7}`);
    for (const stream of streams) {
      await store.append(stream, 'any', [claimEvent('1.00')]);
      await new Promise(setImmediate);
    }
    writing = false;
    await Promise.all(working);
    const { rows } = await database.pool.query(
      'SELECT sum(events)::integer AS events, sum(total) AS total FROM views.tally',
    );
    expect(rows).toEqual([{ events: 120, total: '120.00' }]);
  });

  it('54: a processor frozen in its page cannot commit once another went past it', async () => {
    await record(store, ['claim-a']);
    let thaw = () => {};
    const frozen = new Promise<void>((resolve) => (thaw = resolve));
    let enter = () => {};
    const entered = new Promise<void>((resolve) => (enter = resolve));
    const slow = await processor({
      ...tally,
      async apply(event, db) {
        await tally.apply(event, db);
        await db.query(`SET LOCAL idle_in_transaction_session_timeout = '100ms'`);
        enter();
        await frozen;
      },
    });
    const stuck = slow.step();
    stuck.catch(() => undefined);
    await entered;
    expect(await (await processor()).step()).toMatchObject({ position: '1' });
    thaw();
    await expect(stuck).rejects.toThrow();
    expect(await tallies()).toMatchObject([{ events: 1 }]);
    expect(await slow.step()).toMatchObject({ position: '1', head: '1' });
  });
});
