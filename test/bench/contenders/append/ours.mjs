import { migrate } from '../../../../dist/libs/platform/migrate.js';
import { AppendInGroups1795383000000 } from '../../../../dist/libs/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '../../../../dist/libs/event-store/migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '../../../../dist/libs/event-store/migrations/create-event-store.js';
import { PostgresEventStore } from '../../../../dist/libs/event-store/postgres/postgres-store.js';
import { appendLoads, checkAppends, warmUp } from '../case-work.mjs';

/** Through the port, the chain on. */
export async function open(url, size) {
  await migrate(url, [CreateEventStore1763700000000, AppendInGroups1795383000000, AppendOneEvent1795410000000]);
  const store = new PostgresEventStore(url);
  const append = async (stream, n, event, before) => {
    const expected = before === null ? 'none' : { revision: before.revision, hash: before.hash };
    const result = await store.append(stream, expected, [event]);
    if (result.outcome !== 'appended') throw new Error(`${stream} at ${n}: ${result.outcome}`);
    return result.events[0];
  };
  const contender = { loads: appendLoads(append) };
  await warmUp(url, contender, size.warmUp);
  const start = await store.head();
  return {
    ...contender,
    async check() {
      const from = await store.head();
      const found = await checkAppends(url, size, append, (checkpoint) =>
        store.readAll({ after: checkpoint ?? from, limit: 1000 }),
      );
      const grown = BigInt(await store.head()) - BigInt(start);
      return { ...found, ...(grown > 0n ? {} : { lost: 'all' }) };
    },
  };
}
