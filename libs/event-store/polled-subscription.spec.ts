import { setTimeout as pause } from 'node:timers/promises';
import { sampleEvents, until } from './contract/samples.js';
import { MemoryEventStore } from './memory/memory-store.js';
import { PolledSubscription } from './polled-subscription.js';
import type { Position, ReadAllOptions } from './port.js';

const START = '0' as Position;

describe('A subscription which polls', () => {
  const logOf = async (count: number) => {
    const store = new MemoryEventStore();
    for (const event of sampleEvents(count)) await store.append('case-1', 'any', [event]);
    const reads: ReadAllOptions[] = [];
    const state = { store, reads, broken: 0 };
    const log = {
      head: () => store.head(),
      onAppended: (listener: () => void) => store.onAppended(listener),
      readAll: (options: ReadAllOptions) => {
        reads.push(options);
        return state.broken-- > 0 ? Promise.reject(new Error('the server is away')) : store.readAll(options);
      },
    };
    return { ...state, log, breakReads: (times: number) => (state.broken = times) };
  };

  it('44: holds one page at most, however slow the handler: the next is read when this one is handled', async () => {
    const { log, reads } = await logOf(1200);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let handled = 0;
    const subscription = new PolledSubscription(log, {
      after: START,
      onEvent: async () => {
        await held;
        handled++;
      },
    });
    await pause(50);
    expect(reads).toHaveLength(1);
    release();
    await until(() => handled === 1200);
    expect(reads.map(({ after }) => after)).toEqual(['0', '500', '1000']);
    await subscription.stop();
  });

  it('45: goes on where it stood when the log could not be read for a while', async () => {
    const { log, store, breakReads } = await logOf(3);
    breakReads(3);
    const seen: string[] = [];
    const subscription = new PolledSubscription(log, {
      after: START,
      onEvent: (event) => void seen.push(event.position),
    });
    await until(() => seen.length === 3);
    breakReads(2);
    await store.append('case-1', 'any', sampleEvents(1));
    await until(() => seen.length === 4);
    expect(seen).toEqual(['1', '2', '3', '4']);
    await subscription.stop();
  });

  it('37: finds what was appended without a wake-up', async () => {
    const { log, store } = await logOf(1);
    const seen: string[] = [];
    const deaf = { ...log, onAppended: () => () => undefined };
    const subscription = new PolledSubscription(deaf, {
      after: START,
      onEvent: (event) => void seen.push(event.position),
    });
    await until(() => seen.length === 1);
    await store.append('case-1', 'any', sampleEvents(1));
    await until(() => seen.length === 2);
    await subscription.stop();
  });

  it('41: stops at once while it waits for the log', async () => {
    const { log, breakReads } = await logOf(0);
    breakReads(1_000);
    const subscription = new PolledSubscription(log, { after: START, onEvent: () => undefined });
    await pause(300);
    const start = performance.now();
    await subscription.stop();
    expect(performance.now() - start).toBeLessThan(100);
  });
});
