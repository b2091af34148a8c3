import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { verifyStream } from '../chain.js';
import { assertAppended, freshCategory, freshStream, readOn, sampleEvent, sampleEvents } from '../contract/samples.js';
import { writeEvents } from '../envelope.js';
import { AppendTimeoutError, DuplicateEventIdError } from '../errors.js';
import { AppendInGroups1795383000000 } from '../migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '../migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '../migrations/create-event-store.js';
import type { AppendResult, Position, Revision } from '../port.js';
import { GroupAppender } from './group-appender.js';
import { PostgresLog } from './postgres-log.js';
import { PostgresEventStore, SESSION } from './postgres-store.js';

const START = '0' as Position;

describe('Several processes append to one PostgreSQL', () => {
  let database: TestDatabase;
  let stores: PostgresEventStore[];
  let raw: Pool;

  beforeAll(async () => {
    database = await testDatabase();
    raw = database.pool;
    await migrate(database.url, [
      CreateEventStore1763700000000,
      AppendInGroups1795383000000,
      AppendOneEvent1795410000000,
    ]);
    stores = [1, 2, 3].map(() => new PostgresEventStore(database.url, 3));
  });

  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  const gapless = async () => {
    const log = await readOn(stores[0]!, START, 1000);
    expect(log.every((event, i) => event.position === String(i + 1))).toBe(true);
    expect(await stores[0]!.head()).toBe(String(log.length));
    return log;
  };

  it("6, 18: 'any' on the same streams from three processes conflicts with nobody, loses nothing, deadlocks never", async () => {
    const streams = Array.from({ length: 5 }, () => freshStream());
    const appends = Array.from({ length: 300 }, (_, n) => ({ store: stores[n % 3]!, stream: streams[n % 5]! }));
    const results = await Promise.all(appends.map(({ store, stream }) => store.append(stream, 'any', sampleEvents(2))));
    expect(results.every(({ outcome }) => outcome === 'appended')).toBe(true);
    for (const stream of streams) {
      const events = await stores[0]!.readStream(stream);
      expect(verifyStream(events)).toEqual({ ok: true, events: 120 });
    }
    await gapless();
  });

  it('17: of three processes which expect one head exactly one wins, at every revision', async () => {
    const stream = freshStream();
    let head: AppendResult = await stores[0]!.append(stream, 'none', sampleEvents(1));
    for (let round = 0; round < 10; round++) {
      const [last] = assertAppended(head);
      const expected = { revision: last!.revision, hash: last!.hash };
      const results = await Promise.all(stores.map((store) => store.append(stream, expected, sampleEvents(1))));
      const won = results.filter(({ outcome }) => outcome === 'appended');
      expect(won).toHaveLength(1);
      const conflict = { outcome: 'conflict', actual: String(round + 1) };
      expect(results.filter((result) => result !== won[0])).toEqual([conflict, conflict]);
      head = won[0]!;
    }
    await gapless();
  });

  it('17: commands of one group with a stale head, a missing stream and a taken id fail alone', async () => {
    const [store] = stores;
    const stream = freshStream();
    const [taken] = assertAppended(await store!.append(stream, 'none', sampleEvents(1)));
    const { position, recordedAt, hash, revision, stream: _of, ...event } = taken!;
    const results = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => store!.append(freshStream(), 'none', sampleEvents(2))),
      store!.append(stream, { revision, hash: '00'.repeat(32) }, sampleEvents(1)),
      store!.append(freshStream(), 'exists', sampleEvents(1)),
      store!.append(freshStream(), { revision: '7' as Revision, hash }, sampleEvents(1)),
      store!.append(freshStream(), 'none', [event]),
      ...Array.from({ length: 5 }, () => store!.append(freshStream(), 'none', sampleEvents(2))),
    ]);
    const told = results.map((result) =>
      result.status === 'fulfilled' ? result.value.outcome : (result.reason as Error).constructor,
    );
    const appended = Array<string>(5).fill('appended');
    expect(told).toEqual([...appended, 'conflict', 'conflict', 'conflict', DuplicateEventIdError, ...appended]);
    expect([position, recordedAt]).toEqual([taken!.position, taken!.recordedAt]);
    await gapless();
  });

  it('10: the same command sent by two processes at once is written once, and both get its outcome', async () => {
    for (let round = 0; round < 10; round++) {
      const stream = freshStream();
      const events = sampleEvents(2);
      const expected = round % 2 === 0 ? 'none' : 'any';
      const [one, other] = await Promise.all([
        stores[0]!.append(stream, expected, events),
        stores[1]!.append(stream, expected, events),
      ]);
      expect(one).toEqual(other);
      expect(await stores[2]!.readStream(stream)).toEqual(assertAppended(one));
    }
    await gapless();
  });

  it('32, 35: a reader which follows while a transaction stays open, commits late or rolls back skips nothing', async () => {
    const category = freshCategory();
    const after = await stores[0]!.head();
    const seen: string[] = [];
    const subscription = stores[2]!.subscribe({
      after,
      categories: [category],
      onEvent: (event) => void seen.push(event.id),
    });
    const ids: string[] = [];
    for (const end of ['COMMIT', 'ROLLBACK', 'COMMIT']) {
      const held = await raw.connect();
      await held.query('BEGIN');
      const slow = sampleEvent();
      const values = [`${category}-${randomUUID()}`, Buffer.alloc(32, 1), slow.id, JSON.stringify(slow.meta)];
      await held.query(
        `SELECT es.append($1, NULL, NULL, 0, $2, '{0}', ARRAY[$3::uuid], '{Slow}', '{1}', '{"{}"}', ARRAY[$4],
          ARRAY[$2::bytea])`,
        values,
      );
      if (end === 'COMMIT') ids.push(slow.id);
      const fast = sampleEvents(3);
      const pending = Promise.all(
        fast.map((event, n) => stores[n]!.append(`${category}-${randomUUID()}`, 'none', [event])),
      );
      await pause(30);
      expect(seen).toHaveLength(ids.length - (end === 'COMMIT' ? 1 : 0));
      await held.query(end);
      held.release();
      const order = (await pending).map((result) => assertAppended(result)[0]!);
      order.sort((a, b) => Number(BigInt(a.position) - BigInt(b.position)));
      ids.push(...order.map(({ id }) => id));
      while (seen.length < ids.length) await pause(5);
    }
    expect(seen).toEqual(ids);
    await subscription.stop();
    await gapless();
  });

  it('34: a command alone which is refused gives its position back before anybody sees it', async () => {
    const [store] = stores;
    const stream = freshStream();
    const [first] = assertAppended(await store!.append(stream, 'none', sampleEvents(1)));
    const head = { revision: first!.revision, hash: first!.hash };
    const before = await store!.head();
    const stale = { revision: first!.revision, hash: '00'.repeat(32) };
    for (const expected of ['none', stale, { ...head, revision: '3' as Revision }] as const)
      expect(await store!.append(stream, expected, sampleEvents(1))).toEqual({ outcome: 'conflict', actual: '0' });
    expect(await store!.head()).toBe(before);
    const results = await Promise.all(
      stores.flatMap((one) => [one.append(stream, head, sampleEvents(1)), one.append(stream, stale, sampleEvents(1))]),
    );
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(await store!.head()).toBe(String(BigInt(before) + 1n));
    await gapless();
  });

  it('37: what is appended in the shadow of a wake-up is told soon after, also to another process', async () => {
    const [writer, , follower] = stores;
    const after = await writer!.head();
    const seen: string[] = [];
    const subscription = follower!.subscribe({ after, onEvent: ({ id }) => void seen.push(id) });
    const events = sampleEvents(40);
    for (const event of events) await writer!.append(freshStream(), 'none', [event]);
    for (let i = 0; i < 3_000 && seen.length < events.length; i++) await pause(10);
    expect(seen).toEqual(events.map(({ id }) => id));
    await subscription.stop();
  });

  it('34: a log held by another for longer than the lock time-out refuses the append, and nothing was written', async () => {
    const held = await raw.connect();
    await held.query('BEGIN');
    await held.query('SELECT 1 FROM es.counter FOR UPDATE');
    const options = SESSION.replace('lock_timeout=30s', 'lock_timeout=100ms');
    const pool = new Pool({ connectionString: database.url, options });
    const appender = new GroupAppender(new PostgresLog(pool));
    const streams = [freshStream(), freshStream()];
    const refusals = await Promise.allSettled(
      streams.map((stream) => appender.append(stream, 'any', writeEvents(stream, sampleEvents(1)))),
    );
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ status: 'rejected', reason: expect.any(AppendTimeoutError) as unknown });
    await held.query('ROLLBACK');
    held.release();
    for (const stream of streams) expect(await stores[0]!.readStream(stream)).toEqual([]);
    await pool.end();
    await gapless();
  });

  it('74: no statement of an append scans a table, before the tables were ever analysed', async () => {
    const session = new Client({ connectionString: database.url, options: SESSION });
    await session.connect();
    const plans: string[] = [];
    session.on('notice', ({ message }) => plans.push(message ?? ''));
    await session.query(`LOAD 'auto_explain'`);
    for (const setting of ['log_min_duration = 0', 'log_nested_statements = on'])
      await session.query(`SET auto_explain.${setting}`);
    await session.query('SET client_min_messages = log');
    const hash = Buffer.alloc(32, 7);
    const streams = [freshStream(), freshStream(), freshStream()];
    const group = (heads: (number | null)[], next: number) =>
      session.query(
        `SELECT * FROM es.append_group($1, $2, $3, $4, $5, $1, $4, $6, '{A,A,A}', '{1,1,1}', '{"{}","{}","{}"}',
          '{"{}","{}","{}"}', $5)`,
        [
          streams,
          heads,
          heads.map((head) => (head === null ? null : hash)),
          streams.map(() => next),
          streams.map(() => hash),
          streams.map(() => randomUUID()),
        ],
      );
    await group([null, null, null], 0);
    await group([0, 0, 0], 1);
    await group([1, 0, 1], 2);
    await session.query(
      `SELECT * FROM es.append($1, 2, $2, 3, $2, '{3}', ARRAY[$3::uuid], '{A}', '{1}', '{"{}"}', '{"{}"}',
        ARRAY[$2::bytea])`,
      [streams[0], hash, randomUUID()],
    );
    const one = (head: number | null, next: number) =>
      session.query(`SELECT es.append_event($1, $2, $3, $4, $5, $6, 'A', 1, '{}', '{}', true)`, [
        streams[1],
        ...[head, head === null ? null : hash, next, hash, randomUUID()],
      ]);
    await one(1, 2);
    await one(null, 0);
    await session.end();
    const nested = plans.filter((plan) => /es\.(streams|events)/.test(plan));
    expect(nested).toHaveLength(11);
    expect(nested.join('\n')).toMatch(/Index Scan using streams_pkey/);
    // The counter has one row: whichever way it is found is the same page.
    for (const plan of nested) expect(plan).not.toMatch(/Seq Scan on (streams|events)|Bitmap|Hash Join|Merge Join/);
  });

  it('19: an owner who is no superuser may not change events, though the triggers were off', async () => {
    const role = `owner_${randomUUID().replaceAll('-', '')}`;
    const own = await testDatabase();
    await own.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
    await own.pool.query(`ALTER DATABASE ${new URL(own.url).pathname.slice(1)} OWNER TO ${role}`);
    const url = new URL(own.url);
    [url.username, url.password] = [role, 'x'];
    await migrate(url.href, [CreateEventStore1763700000000, AppendInGroups1795383000000, AppendOneEvent1795410000000]);
    const store = new PostgresEventStore(url.href);
    const stream = freshStream();
    await store.append(stream, 'none', sampleEvents(2));
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query('ALTER TABLE es.events DISABLE TRIGGER events_are_immutable');
    for (const change of [`UPDATE es.events SET data = '{}'`, 'DELETE FROM es.events', 'TRUNCATE es.events'])
      await expect(client.query(change)).rejects.toThrow('permission denied for table events');
    expect(await store.verify(stream)).toEqual({ ok: true, events: 2 });
    await client.end();
    await store.close();
    await own.drop();
    await raw.query(`DROP ROLE ${role}`);
  });
});
