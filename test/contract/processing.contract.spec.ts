import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '@redress/event-store/migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { PostgresEventStore } from '@redress/event-store/postgres/postgres-store.js';
import { migrate } from '@redress/platform/migrate.js';
import { withProcessing } from '@redress/processing/testing/follow.js';
import { testDatabase } from '../database.js';
import { EventStoreDbStandIn } from './eventstoredb-stand-in/stand-in.js';
import type { Opened } from './processing/adapter.js';
import { processingProperties } from './processing/properties.js';

jest.setTimeout(120_000);

type Closing = Opened & { close(): Promise<void> };

const withLog = {
  name: 'processing-and-log',
  prepare: async (url: string) => {
    await withProcessing.prepare(url);
    await migrate(url, [CreateEventStore1763700000000, AppendInGroups1795383000000, AppendOneEvent1795410000000]);
  },
};

const adapters: Readonly<Record<string, () => Promise<Closing>>> = {
  async 'a log in memory'() {
    const database = await testDatabase(withProcessing);
    return { store: new MemoryEventStore(), database, cut: null, close: () => database.drop() };
  },
  async 'the log in PostgreSQL'() {
    const database = await testDatabase(withLog);
    const store = new PostgresEventStore(database.url);
    return {
      store,
      database,
      async cut() {
        await database.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name IN ('redress-es', 'redress-listen') AND datname = current_database()`,
        );
      },
      async close() {
        await store.close();
        await database.drop();
      },
    };
  },
  async 'the log in EventStoreDB, against a stand-in'() {
    const [database, server] = await Promise.all([testDatabase(withProcessing), new EventStoreDbStandIn().start()]);
    const store = new EventStoreDbStore(server.url);
    return {
      store,
      database,
      cut: () => server.dropConnections(),
      async close() {
        await store.close();
        server.stop();
        await database.drop();
      },
    };
  },
};

describe.each(Object.entries(adapters))('The processors, with %s, keep the contract', (_where, open) => {
  it.each(processingProperties.map((property) => [`${property.number}: ${property.name}`, property] as const))(
    '%s',
    async (_name, { run, needsCut }) => {
      const opened = await open();
      try {
        // A log in this process has no server from which it could be cut off.
        if (needsCut === undefined || opened.cut !== null) await run(opened);
      } finally {
        await opened.close();
      }
    },
  );
});
