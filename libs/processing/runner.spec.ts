import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { Position } from '@redress/event-store/port.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { CreateProcessing1763710000000 } from './migrations/create-processing.js';
import { readProgress } from './progress.js';
import type { ProjectionDefinition } from './projection.js';
import { waitForView } from './read-your-write.js';
import { runProjections, type ProjectionRunner } from './runner.js';
import { claimEvent, record, tally } from './testing/tally.js';

describe('The runner of projections', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let runners: ProjectionRunner[];
  let errors: unknown[];

  beforeEach(async () => {
    database = await testDatabase();
    await migrate(database.url, [
      CreateEventStore1763700000000,
      CreateProcessing1763710000000,
      AppendInGroups1795383000000,
    ]);
    store = new PostgresEventStore(database.url);
    runners = [];
    errors = [];
  });

  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await store.close();
    await database.drop();
  });

  function run(...definitions: ProjectionDefinition[]): ProjectionRunner {
    const runner = runProjections(store, database.pool, definitions, { onError: (error) => errors.push(error) });
    runners.push(runner);
    return runner;
  }

  const upToDate = async (view = tally.name, timeoutMs = 5_000) =>
    expect(await waitForView(database.pool, view, await store.head(), timeoutMs)).toBe(true);
  const sum = async () =>
    (await database.pool.query('SELECT coalesce(sum(events), 0)::integer AS events FROM views.tally'))
      .rows[0] as unknown;
  const until = async (holds: () => boolean | Promise<boolean>) => {
    for (let i = 0; i < 500 && !(await holds()); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await holds()).toBe(true);
  };

  it('catches up, follows, and says where it stands', async () => {
    await record(store, ['claim-a', 'claim-b']);
    const runner = run(tally);
    await until(() => runner.status()[0]!.position === '2');
    await record(store, ['claim-a', 'policy-1']);
    await until(() => runner.status()[0]!.position === '4');
    expect(await sum()).toEqual({ events: 3 });
    expect(runner.status()).toEqual([
      {
        view: 'tally-board',
        version: 1,
        state: 'serving',
        position: '4',
        head: '4',
        lagEvents: 0,
        lagSeconds: 0,
        parked: 0,
        lastCompletedPoll: expect.any(String) as string,
        error: null,
        healthy: true,
      },
    ]);
    expect(errors).toEqual([]);
  });

  it('makes a write visible well before the next poll', async () => {
    run(tally);
    await record(store, ['claim-warm']);
    await upToDate();
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) {
      await store.append('claim-a', 'any', [claimEvent('1.00')]);
      const start = performance.now();
      await upToDate();
      waits.push(performance.now() - start);
    }
    expect(waits.sort((a, b) => a - b)[5]).toBeLessThan(200);
  });

  it('7: two at once apply each event once', async () => {
    const [one, other] = [run(tally), run(tally)];
    await Promise.all(
      Array.from({ length: 8 }, (_, writer) => record(store, Array<string>(25).fill(`claim-${writer}`))),
    );
    await until(() => [one, other].every((runner) => runner.status()[0]!.position === '200'));
    expect(await sum()).toEqual({ events: 200 });
  });

  it('45: goes on after the server closed every connection', async () => {
    const runner = run(tally);
    await record(store, ['claim-a']);
    await upToDate();
    await database.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await record(store, ['claim-a']).catch(() => record(store, ['claim-a']));
    await until(() => runner.status()[0]!.position !== '1' && runner.status()[0]!.error === null);
    await upToDate();
    const { rows } = await database.pool.query('SELECT count(*)::integer AS events FROM es.events');
    expect(await sum()).toEqual(rows[0]);
  });

  it('keeps a view that fails from holding up another, and tries it again', async () => {
    let broken = true;
    const failing: ProjectionDefinition = {
      ...tally,
      name: 'failing',
      tables: [],
      referenceCategories: ['claim'],
      apply: (event, db) => (broken ? Promise.reject(new Error('not yet')) : tally.apply(event, db)),
    };
    const runner = run(tally, failing);
    await record(store, ['claim-a']);
    await upToDate();
    await until(() => runner.status()[1]!.error !== null);
    expect(runner.status()[1]).toMatchObject({ position: '0', error: expect.stringContaining('not yet') as string });
    broken = false;
    await upToDate('failing');
    await until(() => runner.status()[1]!.error === null);
    expect(runner.status()[1]!.healthy).toBe(true);
  });

  it('9: turns red, and stays so, with an event parked', async () => {
    const runner = run(tally);
    await record(store, ['claim-a'], { poison: true });
    await record(store, ['claim-b']);
    await until(() => runner.status()[0]!.parked === 1);
    expect(runner.status()[0]).toMatchObject({ healthy: false });
    await upToDate();
    expect(await readProgress(store, database.pool)).toMatchObject([
      { view: 'tally-board', version: 1, state: 'serving', position: '2', head: '2', lagEvents: 0, parked: 1 },
    ]);
  });

  it('turns red when progress stops, while a view that moves stays green', async () => {
    let release = () => {};
    const stuck = new Promise<void>((resolve) => (release = resolve));
    const runner = run(tally, { ...tally, name: 'stuck', tables: [], apply: () => stuck });
    await until(() => runner.status().every(({ state }) => state === 'serving'));
    await record(store, ['claim-a']);
    await until(() => runner.status()[0]!.position === '1');
    expect(runner.status()).toMatchObject([{ healthy: true }, { healthy: true }]);
    const now = performance.now.bind(performance);
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 16_000);
    await until(() => runner.status()[0]!.healthy);
    expect(runner.status()[1]).toMatchObject({ healthy: false });
    clock.mockRestore();
    release();
  });

  it('63: serves a new version when it has caught up, and the program of the old one gives way', async () => {
    await record(store, ['claim-a', 'claim-b']);
    const old = run(tally);
    await upToDate();
    const fresh = run({ ...tally, version: 2 });
    await until(() => fresh.status()[0]!.state === 'serving');
    await record(store, ['claim-a']);
    await upToDate();
    await until(() => old.status()[0]!.state === 'replaced');
    expect(old.status()[0]!.healthy).toBe(false);
    expect(await sum()).toEqual({ events: 3 });
  });

  it('41: stops at the end of a page, twice as well as once', async () => {
    const runner = run(tally);
    await upToDate();
    await runner.stop();
    await runner.stop();
    await record(store, ['claim-a']);
    expect(await waitForView(database.pool, tally.name, '1' as Position, 300)).toBe(false);
  });

  it('waiting for a view ends in time when it is not there', async () => {
    expect(await waitForView(database.pool, 'nowhere', '0' as Position, 20)).toBe(false);
  });
});
