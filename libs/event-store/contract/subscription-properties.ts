import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Position, RecordedEvent, SubscribeOptions } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { freshCategory, freshStream, sampleEvents, until } from './samples.js';

export function subscriptionProperties({ store }: ContractAdapter): Property[] {
  /** Appends so many events to streams of a category, one a stream; their ids in order. */
  const write = async (category: string, count: number) => {
    const events = sampleEvents(count);
    for (const event of events) await store().append(freshStream(category), 'none', [event]);
    return events.map(({ id }) => id);
  };

  const follow = (options: Omit<SubscribeOptions, 'onEvent'>) => {
    const seen: RecordedEvent[] = [];
    const subscription = store().subscribe({ ...options, onEvent: (event) => void seen.push(event) });
    return { seen, subscription, ids: () => seen.map(({ id }) => id) };
  };

  return [
    {
      number: 36,
      name: 'a subscription begins at the beginning, after a position, or at the head',
      run: async () => {
        const category = freshCategory();
        const first = await write(category, 2);
        const middle = await store().head();
        const second = await write(category, 2);
        const categories = [category];
        const fromStart = follow({ after: '0' as Position, categories });
        const fromMiddle = follow({ after: middle, categories });
        const fromHead = follow({ after: await store().head(), categories });
        const third = await write(category, 1);
        const all = [...first, ...second, ...third];
        await until(() => fromStart.seen.length >= 5 && fromMiddle.seen.length >= 3 && fromHead.seen.length >= 1);
        assert.deepEqual(fromStart.ids(), all);
        assert.deepEqual(fromMiddle.ids(), all.slice(2));
        assert.deepEqual(fromHead.ids(), third);
        for (const { subscription } of [fromStart, fromMiddle, fromHead]) await subscription.stop();
      },
    },
    {
      number: 36,
      name: 'a subscription to the whole log hands over every stream, as reading does',
      run: async () => {
        const after = await store().head();
        const { seen, subscription } = follow({ after });
        await write(freshCategory(), 3);
        await write(freshCategory(), 3);
        await until(() => seen.length >= 6);
        assert.deepEqual(seen, await store().readAll({ after, limit: 100 }));
        await subscription.stop();
      },
    },
    {
      number: 37,
      name: 'a subscription loses nothing and repeats nothing at the seam between catching up and following',
      run: async () => {
        const category = freshCategory();
        const first = await write(category, 30);
        const { ids, subscription } = follow({ after: '0' as Position, categories: [category] });
        const then = await write(category, 30);
        await until(() => ids().length >= 60);
        await pause(50);
        assert.deepEqual(ids(), [...first, ...then]);
        await subscription.stop();
      },
    },
    {
      number: 38,
      name: 'a subscription says that it has caught up when all there was is handed over, and not before',
      run: async () => {
        const category = freshCategory();
        await write(category, 40);
        const head = await store().head();
        const told: { at: Position; seen: number }[] = [];
        const { seen, subscription } = follow({
          after: '0' as Position,
          categories: [category],
          onCaughtUp: (at) => void told.push({ at, seen: seen.length }),
        });
        await until(() => told.length > 0);
        assert.equal(told[0]!.seen, 40);
        assert.ok(BigInt(told[0]!.at) >= BigInt(head));
        await write(category, 1);
        const later = await store().head();
        await until(() => told.some(({ at, seen }) => BigInt(at) >= BigInt(later) && seen === 41));
        assert.ok(told.every(({ at }, i) => i === 0 || BigInt(at) > BigInt(told[i - 1]!.at)));
        await subscription.stop();
      },
    },
    {
      number: 39,
      name: 'a subscription goes on from a checkpoint with what comes after it',
      run: async () => {
        const category = freshCategory();
        const ids = await write(category, 20);
        const first = follow({ after: '0' as Position, categories: [category] });
        await until(() => first.seen.length >= 20);
        await first.subscription.stop();
        const second = follow({ after: first.seen[6]!.position, categories: [category] });
        await until(() => second.seen.length >= 13);
        assert.deepEqual([...first.ids().slice(0, 7), ...second.ids()], ids);
        await second.subscription.stop();
      },
    },
    {
      number: 40,
      name: 'a subscription from the head is handed nothing old, and has caught up',
      run: async () => {
        await write(freshCategory(), 3);
        let caughtUp = false;
        const { seen, subscription } = follow({
          after: await store().head(),
          onCaughtUp: () => {
            caughtUp = true;
          },
        });
        await until(() => caughtUp);
        assert.deepEqual(seen, []);
        await subscription.stop();
      },
    },
    {
      number: 41,
      name: 'stopping waits for the handler which runs, hands over nothing more, and may be repeated',
      run: async () => {
        const category = freshCategory();
        await write(category, 3);
        let [begun, done] = [0, 0];
        const subscription = store().subscribe({
          after: '0' as Position,
          categories: [category],
          onEvent: async () => {
            begun++;
            await pause(50);
            done++;
          },
        });
        await until(() => begun === 1);
        await Promise.all([subscription.stop(), subscription.stop()]);
        assert.equal(done, 1);
        await subscription.stop();
        await subscription.ended;
        await pause(100);
        assert.equal(begun, 1);
      },
    },
    {
      number: 41,
      name: 'what a handler throws ends its subscription, and no other',
      run: async () => {
        const category = freshCategory();
        const other = follow({ after: await store().head(), categories: [category] });
        let calls = 0;
        const failing = store().subscribe({
          after: '0' as Position,
          categories: [category],
          onEvent: () => {
            calls++;
            throw new Error('the handler failed');
          },
        });
        await write(category, 3);
        await assert.rejects(failing.ended, /the handler failed/);
        await until(() => other.seen.length >= 3);
        assert.equal(calls, 1);
        await failing.stop();
        await other.subscription.stop();
      },
    },
    {
      number: 42,
      name: 'a subscription to a category moves its position past what other categories append',
      run: async () => {
        const [mine, others] = [freshCategory(), freshCategory()];
        await write(mine, 1);
        let checkpoint = '0' as Position;
        const { seen, subscription } = follow({
          after: '0' as Position,
          categories: [mine],
          onCaughtUp: (position) => {
            checkpoint = position;
          },
        });
        await write(others, 30);
        const head = await store().head();
        await until(() => BigInt(checkpoint) >= BigInt(head));
        assert.equal(seen.length, 1);
        await subscription.stop();
      },
    },
    {
      number: 43,
      name: 'handlers run one after the other, in the order of positions',
      run: async () => {
        const category = freshCategory();
        await write(category, 30);
        let [running, most] = [0, 0];
        const positions: bigint[] = [];
        const subscription = store().subscribe({
          after: '0' as Position,
          categories: [category],
          onEvent: async (event) => {
            most = Math.max(most, ++running);
            await pause(positions.length % 3);
            positions.push(BigInt(event.position));
            running--;
          },
        });
        await until(() => positions.length >= 30);
        assert.equal(most, 1);
        assert.ok(positions.every((position, i) => i === 0 || position > positions[i - 1]!));
        await subscription.stop();
      },
    },
    {
      number: 44,
      name: 'a slow handler holds back nobody else, and is handed every event once it goes on',
      run: async () => {
        const category = freshCategory();
        let release = () => {};
        const held = new Promise<void>((resolve) => (release = resolve));
        const slow: string[] = [];
        const subscription = store().subscribe({
          after: '0' as Position,
          categories: [category],
          onEvent: async (event) => {
            await held;
            slow.push(event.id);
          },
        });
        const quick = follow({ after: '0' as Position, categories: [category] });
        const ids = await write(category, 60);
        await until(() => quick.seen.length >= 60);
        assert.deepEqual(slow, []);
        release();
        await until(() => slow.length >= 60);
        assert.deepEqual(slow, ids);
        await Promise.all([subscription.stop(), quick.subscription.stop()]);
      },
    },
  ];
}
