import { register } from '@redress/event-store/contract/property.js';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { EventStoreDbStandIn } from './eventstoredb-stand-in/stand-in.js';
import { wholeContract } from './whole-contract.js';

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
  register(
    wholeContract({
      store: () => store,
      gapless: false,
      idsAcrossStreams: false,
      hold: null,
      breakOff: () => server.dropConnections(),
      plans: null,
    }),
    it,
  );
});
