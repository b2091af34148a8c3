import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '@redress/event-store/migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { Position } from '@redress/event-store/port.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { readProgress } from './progress.js';
import type { ProjectionDefinition } from './projection.js';
import { rebuildViews } from './rebuild/rebuild.js';
import { waitForView } from './read-your-write.js';
import { runProjections, type ProjectionRunner } from './runner.js';
import { withProcessing } from './testing/follow.js';
import { claimEvent, rates, record, tally, type Rate, type Tally } from './testing/tally.js';

describe('The runner of projections', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let runners: ProjectionRunner[];
  let errors: unknown[];

  beforeEach(async () => {
    database = await testDatabase();
    await withProcessing.prepare(database.url);
    await migrate(database.url, [
      CreateEventStore1763700000000,
      AppendInGroups1795383000000,
      AppendOneEvent1795410000000,
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
    for (let i = 0; i < 2_000 && !(await holds()); i++) await new Promise((resolve) => setTimeout(resolve, 20));
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
        lastCompletedPoll: expect.any(String) as string,
        error: null,
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

  it('7, 47, 72: two at once share the slots and apply each event once; the one left takes over the rest', async () => {
    const [one, other] = [run(tally), run(tally)];
    const shares = async () =>
      (
        await database.pool.query<{ slots: number }>(
          'SELECT cardinality(slots) AS slots FROM processing.reports ORDER BY 1',
        )
      ).rows.map(({ slots }) => slots);
    await until(async () => (await shares()).join() === '8,8');
    await Promise.all(
      Array.from({ length: 8 }, (_, writer) => record(store, Array<string>(25).fill(`claim-${writer}`))),
    );
    await upToDate();
    expect(await sum()).toEqual({ events: 200 });
    await other.stop();
    await record(store, ['claim-0', 'claim-1', 'claim-2', 'claim-3']);
    await upToDate();
    expect(await sum()).toEqual({ events: 204 });
    await until(async () => (await shares()).join() === '16');
    await one.stop();
    const leases = await database.pool.query('SELECT 1 FROM processing.leases WHERE expires_at > clock_timestamp()');
    expect(leases.rowCount).toBe(0);
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
    const failing: ProjectionDefinition<Tally, Rate> = {
      ...tally,
      name: 'failing',
      schemaSql: 'SELECT 1',
      tables: [],
      counts: [],
      categories: ['other'],
      rows: () => ({}),
      reference: {
        ...rates,
        categories: ['claim'],
        evolve(rate) {
          if (broken) throw new Error('not yet');
          return rate;
        },
      },
    };
    const { referenceRows: _, ...view } = failing;
    const runner = run(tally, view);
    await upToDate('failing');
    await record(store, ['claim-a']);
    await upToDate();
    await until(() => runner.status()[1]!.error !== null);
    expect(runner.status()[1]).toMatchObject({ position: '0', error: expect.stringContaining('not yet') as string });
    const health = async () => (await readProgress(store, database.pool)).map(({ healthy }) => healthy);
    await until(async () => (await health()).join() === 'false,true');
    broken = false;
    await upToDate('failing');
    await until(async () => (await health()).join() === 'true,true');
  });

  it('9: turns red, and stays so, with an event parked', async () => {
    run(tally);
    await record(store, ['claim-a'], { poison: true });
    await record(store, ['claim-b']);
    await upToDate();
    expect(await readProgress(store, database.pool)).toMatchObject([
      {
        view: 'tally-board',
        version: 1,
        state: 'serving',
        position: '2',
        head: '2',
        lagEvents: 0,
        parked: 1,
        healthy: false,
      },
    ]);
  });

  it('turns red when progress stops, and when nobody is at work any more', async () => {
    const runner = run(tally);
    await record(store, ['claim-a']);
    await upToDate();
    const health = async () => (await readProgress(store, database.pool))[0]!;
    await until(async () => (await health()).healthy);
    // A transaction which keeps the checkpoints, as a frozen program would.
    const holder = await database.pool.connect();
    await holder.query('BEGIN; SELECT 1 FROM processing.checkpoints FOR UPDATE');
    await record(store, ['claim-a']);
    await until(async () => (await health()).lagEvents === 1);
    await database.pool.query(
      `UPDATE processing.reports SET polled_at = polled_at - interval '16 seconds', read_to = read_to - interval '16 seconds'`,
    );
    expect(await health()).toMatchObject({ healthy: false, lagEvents: 1 });
    expect((await health()).lagSeconds).toBeGreaterThan(15);
    await holder.query('ROLLBACK');
    holder.release();
    await upToDate();
    await until(async () => (await health()).healthy);
    await runner.stop();
    expect(await health()).toMatchObject({ healthy: false, lagSeconds: 0 });
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

  it('a rebuild is followed though nothing happens any more: nobody is told that none works on the view', async () => {
    await record(store, ['claim-a', 'claim-b']);
    run(tally);
    await upToDate();
    const isHealthy = async () => (await readProgress(store, database.pool))[0]!.healthy;
    await until(isHealthy);
    const [rebuilt] = await rebuildViews(store, database.pool, [tally], 'switch', { batch: 10 });
    expect(rebuilt).toMatchObject({ switched: true });
    await until(isHealthy);
    expect(errors).toEqual([]);
  });
});
