import { prepare } from '@redress/casework/preparation/prepare.js';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { testDatabase } from '../database.js';

test('a start whose event store does not answer says so in one line, without the password', async () => {
  const refused = jest.spyOn(EventStoreDbStore.prototype, 'head').mockRejectedValue(new Error('14 UNAVAILABLE'));
  const database = await testDatabase();
  const eventStoreUrl = 'esdb://admin:secret@127.0.0.1:2113?tls=false';
  await expect(
    prepare({
      databaseUrl: database.url,
      eventStoreUrl,
      masterKeyPath: database.masterKeyPath,
      demonstration: false,
      say: () => undefined,
    }),
  ).rejects.toThrow('The event store at 127.0.0.1:2113 does not answer (14 UNAVAILABLE); check EVENT_STORE.');
  refused.mockRestore();
  await database.drop();
});
