import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Position, RecordedEvent } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { assertAppended, freshCategory, freshStream, sampleEvents } from './samples.js';

export function followProperties({ store }: ContractAdapter): Property[] {
  return [
    {
      number: 37,
      name: 'a follower woken by appends loses nothing at the seam between catching up and following',
      run: async () => {
        const category = freshCategory();
        const start = await store().head();
        const total = 40;
        const append = async () => {
          for (let i = 0; i < total / 2; i++) await store().append(freshStream(category), 'none', sampleEvents(1));
        };
        await append();
        const writing = append();
        const read: RecordedEvent[] = [];
        let wake = () => {};
        const unsubscribe = store().onAppended(() => wake());
        while (read.length < total) {
          const page = await store().readAll({
            after: read.at(-1)?.position ?? start,
            limit: 7,
            categories: [category],
          });
          read.push(...page);
          if (page.length === 0) await Promise.race([pause(250), new Promise<void>((resolve) => (wake = resolve))]);
        }
        unsubscribe();
        await writing;
        assert.equal(new Set(read.map((event) => event.id)).size, total);
      },
    },
    {
      number: 37,
      name: 'an append wakes its followers',
      run: async () => {
        let woken = 0;
        const unsubscribe = store().onAppended(() => woken++);
        // The first subscription may open a connection first: the wake-up is asked of some append, not of each.
        for (let i = 0; i < 100 && woken < 2; i++) {
          await store().append(freshStream(), 'none', sampleEvents(1));
          await pause(20);
        }
        unsubscribe();
        assert.ok(woken >= 2);
      },
    },
    {
      number: 40,
      name: 'reading on from the head gives nothing',
      run: async () => {
        await store().append(freshStream(), 'none', sampleEvents(1));
        const after = await store().head();
        assert.deepEqual(await store().readAll({ after, limit: 10 }), []);
      },
    },
    {
      number: 41,
      name: 'unsubscribing twice is as good as once, and leaves the other followers alone',
      run: async () => {
        let [one, other] = [0, 0];
        const unsubscribe = store().onAppended(() => one++);
        const unsubscribeOther = store().onAppended(() => other++);
        unsubscribe();
        unsubscribe();
        const before = one;
        for (let i = 0; i < 100 && other === 0; i++) {
          await store().append(freshStream(), 'none', sampleEvents(1));
          await pause(20);
        }
        unsubscribeOther();
        assert.equal(one, before);
        assert.ok(other > 0);
      },
    },
    {
      number: 37,
      name: 'waiting for a position ends when the log reaches it, and says so when it does not in time',
      run: async () => {
        const head = await store().head();
        assert.equal(await store().waitFor(head, 0), true);
        const next = String(BigInt(head) + 1n) as Position;
        assert.equal(await store().waitFor(next, 30), false);
        const waiting = store().waitFor(next, 5_000);
        assertAppended(await store().append(freshStream(), 'none', sampleEvents(1)));
        assert.equal(await waiting, true);
      },
    },
  ];
}
