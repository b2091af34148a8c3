import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import type { EventStore } from '@redress/event-store/port.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase } from '../../test/database.js';
import { ensureBuild } from './builds.js';
import { readProgress } from './progress.js';
import { withProcessing } from './testing/follow.js';
import { tally } from './testing/tally.js';

test.each([
  [true, 900_000],
  [false, 3],
])('the lag counts events, not the places between positions (gapless: %s)', async (gapless, lagEvents) => {
  const database = await testDatabase();
  await withProcessing.prepare(database.url);
  await migrate(database.url, [CreateEventStore1763700000000, AppendInGroups1795383000000]);
  await ensureBuild(database.pool, tally);
  const store = {
    gapless,
    head: () => Promise.resolve('900000'),
    readAll: () => Promise.resolve(Array.from({ length: 3 })),
  } as unknown as EventStore;
  expect(await readProgress(store, database.pool)).toMatchObject([{ lagEvents }]);
  await database.drop();
});
