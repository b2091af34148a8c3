import { wholeContract } from '../../../test/contract/whole-contract.js';
import { register } from '../contract/property.js';
import { sampleEvents } from '../contract/samples.js';
import { MemoryEventStore } from './memory-store.js';

describe('The event store in memory keeps the contract', () => {
  const store = new MemoryEventStore();

  register(
    wholeContract({
      store: () => store,
      gapless: true,
      idsAcrossStreams: true,
      hold: null,
      breakOff: null,
      plans: null,
    }),
    it,
  );

  it('29: recordedAt does not go back when the clock does', async () => {
    const instants = [2_000, 1_000];
    const twice = new MemoryEventStore(() => instants.shift()!);
    await twice.append('contract-1', 'none', sampleEvents(1));
    await twice.append('contract-1', 'any', sampleEvents(1));
    const times = (await twice.readStream('contract-1')).map((event) => event.recordedAt);
    expect(times).toEqual(['1970-01-01T00:00:02.000000+00:00', '1970-01-01T00:00:02.000000+00:00']);
  });
});
