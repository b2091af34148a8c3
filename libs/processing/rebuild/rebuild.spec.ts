import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '@redress/event-store/migrations/append-one-event.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import type { EventStore } from '@redress/event-store/port.js';
import { migrate } from '@redress/platform/migrate.js';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { EventStoreDbStandIn } from '../../../test/contract/eventstoredb-stand-in/stand-in.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { ensureBuild } from '../builds.js';
import { droppedStream, droppedType } from '../dropped-events.js';
import type { ProjectionDefinition } from '../projection.js';
import { runProjections, type ProjectionRunner } from '../runner.js';
import { waitForView } from '../read-your-write.js';
import { Follower, rowsOf, withProcessing } from '../testing/follow.js';
import { claimEvent, record, tally, type Rate, type Tally } from '../testing/tally.js';
import { fillBuilds } from './fill.js';
import { FillUnderWayError, rebuildViews } from './rebuild.js';

let server: EventStoreDbStandIn;

const stores = {
  'the log in PostgreSQL': async (url: string): Promise<EventStore> => {
    await migrate(url, [CreateEventStore1763700000000, AppendInGroups1795383000000, AppendOneEvent1795410000000]);
    return new PostgresEventStore(url);
  },
  'a log in memory': () => Promise.resolve<EventStore>(new MemoryEventStore()),
  // Ordered positions with gaps between them, as the server gives them.
  'a log in EventStoreDB': async () => new EventStoreDbStore((await server.start()).url),
};

describe.each(Object.entries(stores))('A rebuild, with %s', (_where, open) => {
  let database: TestDatabase;
  let store: EventStore;
  let runner: ProjectionRunner | null;

  beforeEach(async () => {
    database = await testDatabase(withProcessing);
    server = new EventStoreDbStandIn();
    store = await open(database.url);
    runner = null;
    await store.append('rate-1', 'any', [claimEvent('0', { rate: 2 }, 'RateSet')]);
    await record(store, ['claim-b', 'claim-a', 'other-1', 'claim-b', 'claim-c', 'claim-a']);
  });

  afterEach(async () => {
    await runner?.stop();
    await store.close();
    server.stop();
    await database.drop();
  });

  const rebuild = (definition: ProjectionDefinition<Tally, Rate> = tally, purpose: 'switch' | 'verify' = 'switch') =>
    rebuildViews(store, database.pool, [definition], purpose, { batch: 2 });
  const serving = async () =>
    (await database.pool.query('SELECT version, build, state FROM processing.builds ORDER BY 1, 2')).rows as unknown[];
  const follow = async (definition: ProjectionDefinition<Tally, Rate> = tally) => {
    const follower = await Follower.open(store, database.pool, definition);
    await follower.catchUp();
    await follower.share.stop();
    return follower;
  };

  it('62: equal to what serves, takes its place; the worker goes on with the new build (opencrvs #7240, PR #10930)', async () => {
    runner = runProjections(store, database.pool, [tally], { onError: () => undefined });
    expect(await waitForView(database.pool, tally.name, await store.head(), 10_000)).toBe(true);
    const [result] = await rebuild();
    expect(result).toMatchObject({
      view: 'tally-board',
      against: 'serving',
      switched: true,
      comparison: { difference: null, parked: 0, newlyParked: null },
    });
    expect(result!.comparison.digests.map(({ table, rows }) => [table, rows])).toEqual([
      ['tally_board_subject', '3'],
      ['tally', '3'],
      ['tally_amount', '5'],
      ['tally_entries', '5'],
      ['tally_rate', '1'],
      ['tally_count', '1'],
    ]);
    expect(await serving()).toEqual([{ version: 1, build: 2, state: 'serving' }]);
    await record(store, ['claim-a']);
    expect(await waitForView(database.pool, tally.name, await store.head(), 10_000)).toBe(true);
    expect((await database.pool.query("SELECT events FROM views.tally WHERE id = 'a'")).rows).toEqual([{ events: 3 }]);
  });

  it('refuses the switch and names the first row in which the builds differ', async () => {
    await follow();
    await database.pool.query(`UPDATE tally_board_v1_1.tally SET total = total + 0.01 WHERE id <> 'a'`);
    const [result] = await rebuild();
    expect(result).toMatchObject({ switched: false });
    expect(result!.comparison.difference).toEqual({
      table: 'tally',
      one: '(b,claim-b,2,6.01,12.00,PaymentRecorded,t)',
      other: '(b,claim-b,2,6.00,12.00,PaymentRecorded,t)',
    });
    expect(await serving()).toEqual([{ version: 1, build: 1, state: 'serving' }]);
  });

  it('finds a count which is not the number of the rows it counts', async () => {
    await follow();
    await database.pool.query(`UPDATE tally_board_v1_1.tally_count SET n = 4`);
    const [result] = await rebuild(tally, 'verify');
    expect(result!.comparison.difference).toEqual({
      table: 'tally_count',
      one: '(PaymentRecorded,t,4)',
      other: '(PaymentRecorded,t,3)',
    });
  });

  it('finds such a count where a parked stream is left out of the rows', async () => {
    await store.append('claim-c', 'any', [claimEvent('1.00', { poison: true })]);
    await follow();
    expect(await rebuild(tally, 'verify')).toMatchObject([{ comparison: { difference: null, parked: 1 } }]);
    await database.pool.query(`UPDATE tally_board_v1_1.tally_count SET n = 4`);
    const [result] = await rebuild(tally, 'verify');
    expect(result!.comparison.difference).toEqual({
      table: 'tally_count',
      one: '(PaymentRecorded,t,4)',
      other: '(PaymentRecorded,t,3)',
    });
  });

  it('a verification leaves everything as it was', async () => {
    const { build } = await follow();
    const before = await rowsOf(database.pool, build.schema);
    expect(await rebuild(tally, 'verify')).toMatchObject([{ switched: false, comparison: { difference: null } }]);
    expect(await rowsOf(database.pool, build.schema)).toEqual(before);
    expect(await serving()).toEqual([{ version: 1, build: 1, state: 'serving' }]);
    const schemas = await database.pool.query(`SELECT 1 FROM pg_namespace WHERE nspname LIKE 'tally_board%'`);
    expect(schemas.rowCount).toBe(1);
  });

  it('63: of a new version is compared with a second fill of another batch size, while the old one serves', async () => {
    await follow();
    const [result] = await rebuild({ ...tally, version: 2 });
    expect(result).toMatchObject({ against: 'secondFill', switched: true, comparison: { difference: null } });
    expect(await serving()).toEqual([{ version: 2, build: 1, state: 'serving' }]);
  });

  it('goes on where it was cut off', async () => {
    await follow();
    const cut = new AbortController();
    const folded: string[] = [];
    const watching: ProjectionDefinition<Tally, Rate> = {
      ...tally,
      evolve(state, event) {
        folded.push(event.stream);
        return tally.evolve(state, event);
      },
    };
    const progress = (done: number) => (done >= 4 ? cut.abort() : undefined);
    await expect(
      rebuildViews(store, database.pool, [watching], 'switch', { batch: 1, onProgress: progress, signal: cut.signal }),
    ).rejects.toThrow('aborted');
    folded.length = 0;
    expect(await rebuildViews(store, database.pool, [watching], 'switch', { batch: 1 })).toMatchObject([
      { switched: true, comparison: { difference: null } },
    ]);
    expect(folded).not.toContain('claim-a');
    expect(folded).toContain('claim-c');
    expect(await serving()).toEqual([{ version: 1, build: 2, state: 'serving' }]);
  });

  it('leaves nothing behind of a second fill which was cut off', async () => {
    const cut = new AbortController();
    let folded = 0;
    const cutting: ProjectionDefinition<Tally, Rate> = {
      ...tally,
      evolve(state, event) {
        // The first fill folds five.
        if (++folded === 7) cut.abort();
        return tally.evolve(state, event);
      },
    };
    await expect(
      rebuildViews(store, database.pool, [cutting], 'verify', { batch: 1, signal: cut.signal }),
    ).rejects.toThrow('aborted');
    expect(await serving()).toHaveLength(2);
    expect(await rebuild(tally, 'verify')).toMatchObject([{ against: 'secondFill', comparison: { difference: null } }]);
    expect(await serving()).toEqual([]);
    const schemas = await database.pool.query(`SELECT 1 FROM pg_namespace WHERE nspname LIKE 'tally_board%'`);
    expect(schemas.rowCount).toBe(0);
  });

  it('9: leaves out the rows of parked streams, and is equal for the rest', async () => {
    await record(store, ['claim-b'], { poison: true });
    await follow();
    expect(await rebuild()).toMatchObject([{ switched: true, comparison: { parked: 1, newlyParked: null } }]);
  });

  it('60: fails loudly on an event that what serves can bear', async () => {
    await follow();
    const broken: ProjectionDefinition<Tally, Rate> = {
      ...tally,
      evolve(state, event) {
        if (event.stream === 'claim-b' && event.revision === '1') throw new Error('cannot be read any more');
        return tally.evolve(state, event);
      },
    };
    expect(await rebuild(broken)).toMatchObject([
      {
        switched: false,
        comparison: { newlyParked: { stream: 'claim-b', error: 'Error: cannot be read any more' } },
      },
    ]);
    expect(await serving()).toEqual([{ version: 1, build: 1, state: 'serving' }]);
  });

  it('leaves out the event which an operator dropped, as the view does that heard of it live', async () => {
    await record(store, ['claim-b'], { poison: true });
    await record(store, ['claim-b']);
    const [poison] = (await store.readStream('claim-b')).slice(-2);
    await store.append(droppedStream(tally.name), 'any', [
      claimEvent('0', { view: tally.name, stream: 'claim-b', eventId: poison!.id, reason: '重复导入' }, droppedType),
    ]);
    const { build } = await follow();
    expect((await database.pool.query('SELECT 1 FROM processing.parked')).rowCount).toBe(0);
    expect((await rowsOf(database.pool, build.schema)).tally_entries).toHaveLength(6);
    expect(await rebuild()).toMatchObject([{ switched: true, comparison: { difference: null, parked: 0 } }]);
  });

  it('is refused while another fill is under way', async () => {
    await follow();
    await database.pool.query(
      `INSERT INTO processing.leases VALUES ('fill', 'another', 1, clock_timestamp() + interval '1 minute')`,
    );
    await expect(rebuild()).rejects.toThrow(FillUnderWayError);
  });

  it('fills several views in one reading of the log', async () => {
    const other: ProjectionDefinition<Tally, Rate> = {
      ...tally,
      name: 'other-board',
      schemaSql: 'CREATE TABLE other_board (id text PRIMARY KEY, n integer)',
      tables: [{ name: 'other_board', holds: 'subject', key: ['id'] }],
      counts: [],
      rows: ({ id, state }) => ({ other_board: [{ id, n: state.events }] }),
    };
    const { referenceRows: _, ...view } = other;
    const builds = await Promise.all(
      [tally, view].map(async (definition) => ({ definition, build: await ensureBuild(database.pool, definition) })),
    );
    const done: number[] = [];
    await fillBuilds(store, database.pool, builds, { batch: 3, onProgress: (events) => done.push(events) });
    expect(done.at(-1)).toBe(5);
    expect((await rowsOf(database.pool, builds[1]!.build.schema)).other_board).toEqual(['(a,2)', '(b,2)', '(c,1)']);
  });
});
