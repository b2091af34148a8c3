import { eventStoreContract } from '@redress/event-store/contract/contract.js';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { EventStoreDbStandIn } from './eventstoredb-stand-in/stand-in.js';

describe.each([
  ['', null],
  [', though all connections are cut at every 80th call', 80],
])('The event store on EventStoreDB, against a stand-in, keeps the contract%s', (_though, dropEvery) => {
  let server: EventStoreDbStandIn;
  let store: EventStoreDbStore;

  beforeAll(async () => {
    server = await new EventStoreDbStandIn().start();
    store = new EventStoreDbStore(server.url);
    server.faults.dropEvery = dropEvery;
  });

  afterAll(async () => {
    await store.close();
    server.stop();
  });

  // By its nature positions are the server's, and ids are compared within a stream alone.
  const adapter = { store: () => store, gapless: false, idsAcrossStreams: false, hold: null };
  for (const { number, name, run } of eventStoreContract(adapter)) it(`${number}: ${name}`, run);
});
