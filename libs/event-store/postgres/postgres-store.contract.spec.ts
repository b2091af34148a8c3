import { randomUUID } from 'node:crypto';
import { Client, type Pool, type PoolClient } from 'pg';
import { migrate } from '@redress/platform/migrate.js';
import { wholeContract } from '../../../test/contract/whole-contract.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { chainEvents } from '../chain.js';
import { type HeldAppend, type ReadPlan, register } from '../contract/property.js';
import { freshStream, sampleEvents } from '../contract/samples.js';
import { writeEvents } from '../envelope.js';
import { AppendInGroups1795383000000 } from '../migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '../migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '../migrations/create-event-store.js';
import type { NewEvent, StreamName } from '../port.js';
import { PostgresEventStore, SESSION } from './postgres-store.js';
import { READ_ALL, READ_BY_IDS, READ_CATEGORIES, READ_HEADS, READ_STREAM } from './queries.js';

describe('The event store on PostgreSQL', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let raw: Pool;

  beforeAll(async () => {
    database = await testDatabase();
    raw = database.pool;
    await migrate(database.url, [
      CreateEventStore1763700000000,
      AppendInGroups1795383000000,
      AppendOneEvent1795410000000,
    ]);
    store = new PostgresEventStore(database.url);
  });

  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  describe('keeps the contract', () => {
    register(
      wholeContract({
        store: () => store,
        gapless: true,
        idsAcrossStreams: true,
        hold: holdAppend,
        breakOff: killBackends,
        plans,
      }),
      it,
    );
  });

  it('19: refuses UPDATE, DELETE and TRUNCATE of events by itself, for a replica role too', async () => {
    const stream = freshStream();
    await store.append(stream, 'none', sampleEvents(2));
    const client = await raw.connect();
    for (const role of ['origin', 'replica']) {
      await client.query(`SET session_replication_role = ${role}`);
      for (const change of [
        `UPDATE es.events SET data = '{}' WHERE stream = '${stream}'`,
        `DELETE FROM es.events WHERE stream = '${stream}'`,
        'DELETE FROM es.events WHERE false',
        'TRUNCATE es.events',
        'TRUNCATE es.events CASCADE',
      ])
        await expect(client.query(change)).rejects.toThrow('events are never changed or deleted');
    }
    client.release(true);
    await expect(store.verify(stream)).resolves.toEqual({ ok: true, events: 2 });
  });

  it('34: the backend of an open append killed leaves no hole and blocks nobody', async () => {
    const before = await store.head();
    const client = await openAppend(freshStream(), sampleEvents(1)[0]!);
    client.on('error', () => undefined);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const pending = store.append(freshStream(), 'none', sampleEvents(1));
    await raw.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    const result = await pending;
    client.release(true);
    expect(result.outcome === 'appended' && BigInt(result.position)).toBe(BigInt(before) + 1n);
  });

  it('45: followers are woken again after the server closed their connection', async () => {
    let woken = 0;
    const unsubscribe = store.onAppended(() => woken++);
    const waitUntil = async (holds: () => boolean) => {
      for (let i = 0; i < 250 && !holds(); i++) {
        await store.append(freshStream(), 'none', sampleEvents(1));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(holds()).toBe(true);
    };
    await waitUntil(() => woken > 0);
    const { rowCount } = await raw.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'redress-listen' AND datname = current_database()`,
    );
    expect(rowCount).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const then = woken;
    await waitUntil(() => woken > then);
    unsubscribe();
  });

  it('69: a chain changed behind the triggers is found and located, a cut tail included', async () => {
    const stream = freshStream();
    await store.append(stream, 'none', sampleEvents(5));
    const tamper = async (sql: string) => {
      await raw.query('ALTER TABLE es.events DISABLE TRIGGER events_are_immutable');
      await raw.query(sql, [stream]);
      await raw.query('ALTER TABLE es.events ENABLE ALWAYS TRIGGER events_are_immutable');
    };
    await tamper('DELETE FROM es.events WHERE stream = $1 AND revision = 4');
    await expect(store.verify(stream)).resolves.toEqual({ ok: false, at: '4', fault: 'missing' });
    // White space means nothing to a parser; the chain covers the bytes.
    await tamper(`UPDATE es.events SET data = data || ' ' WHERE stream = $1 AND revision = 3`);
    await expect(store.verify(stream)).resolves.toEqual({ ok: false, at: '3', fault: 'altered' });
    await tamper('DELETE FROM es.events WHERE stream = $1 AND revision = 1');
    await expect(store.verify(stream)).resolves.toEqual({ ok: false, at: '1', fault: 'missing' });
  });

  async function killBackends(): Promise<void> {
    await raw.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name IN ('redress-es', 'redress-listen') AND datname = current_database()`,
    );
  }

  async function plans(): Promise<readonly ReadPlan[]> {
    const own = await testDatabase();
    await migrate(own.url, [CreateEventStore1763700000000, AppendInGroups1795383000000, AppendOneEvent1795410000000]);
    const session = new Client({ connectionString: own.url, options: SESSION });
    await session.connect();
    const found: ReadPlan[] = [];
    for (const [query, values, index] of [
      [READ_ALL, ['5', 100], 'events_pkey'],
      [READ_CATEGORIES, ['5', 100, ['contract', 'calendar']], 'events_category_position'],
      [READ_STREAM.forwards, ['contract-1', '0', '9', null], 'events_stream_revision_key'],
      [READ_STREAM.backwards, ['contract-1', '0', '9', 1], 'events_stream_revision_key'],
      [READ_HEADS, [['contract-1', 'contract-2']], 'streams_pkey'],
      [READ_BY_IDS, [[randomUUID()]], 'events_id_key'],
    ] as const) {
      const { rows } = await session.query<Record<'QUERY PLAN', string>>(`EXPLAIN ${query}`, [...values]);
      found.push({ plan: rows.map((row) => row['QUERY PLAN']).join('\n'), index });
    }
    await session.end();
    await own.drop();
    return found;
  }

  async function openAppend(stream: StreamName, event: NewEvent): Promise<PoolClient> {
    const [chained] = chainEvents(stream, null, writeEvents(stream, [event]));
    const { id, type, schema, data, meta, hash } = chained!;
    const client = await raw.connect();
    await client.query('BEGIN');
    await client.query('SELECT es.append($1, null, null, 0, $2, $3, $4, $5, $6, $7, $8, $9)', [
      stream,
      hash,
      [0],
      [id],
      [type],
      [schema],
      [data],
      [meta],
      [hash],
    ]);
    return client;
  }

  async function holdAppend(stream: StreamName, event: NewEvent): Promise<HeldAppend> {
    const client = await openAppend(stream, event);
    const end = async (how: string) => {
      await client.query(how);
      client.release();
    };
    return { commit: () => end('COMMIT'), rollback: () => end('ROLLBACK') };
  }
});
