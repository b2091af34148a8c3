import { after, before, describe, it } from 'node:test';
import { parseArgs } from 'node:util';
import { register } from '../../libs/event-store/contract/property.js';
import { EventStoreDbStore } from '../../libs/event-store/eventstoredb/eventstoredb-store.js';
import { wholeContract } from './whole-contract.js';

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const url = values.url ?? process.env.EVENT_STORE;
if (url === undefined || url === '') refuse('no server named: give --url esdb://… or set EVENT_STORE=esdb://…');

const store = open(url);

void describe(`The event store on EventStoreDB at ${withoutPassword(url)} keeps the contract`, () => {
  before(async () => {
    await store.head().catch((error: Error) => refuse(`the server does not answer: ${error.message}`));
  });
  after(() => store.close());

  // By its nature positions are the server's, and ids are compared within a stream alone.
  register(
    wholeContract({
      store: () => store,
      gapless: false,
      idsAcrossStreams: false,
      hold: null,
      breakOff: null,
      plans: null,
    }),
    it,
  );
});

function open(address: string): EventStoreDbStore {
  try {
    return new EventStoreDbStore(address);
  } catch (error) {
    return refuse(`not the address of an EventStoreDB: ${(error as Error).message}`);
  }
}

function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//');
}

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
