import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Position, RecordedEvent } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { assertAppended, freshCategory, freshStream, readOn, sampleEvent, sampleEvents, until } from './samples.js';

const START = '0' as Position;

export function orderProperties({ store, gapless, hold }: ContractAdapter): Property[] {
  const noHold = hold === null ? 'an append has no moment between taking its positions and being seen' : undefined;
  const inOrder = (events: readonly RecordedEvent[]) =>
    events.every((event, i) => i === 0 || BigInt(event.position) > BigInt(events[i - 1]!.position));

  const properties: Property[] = [
    {
      number: 29,
      name: 'positions rise, and recordedAt never goes back along them',
      run: async () => {
        await Promise.all(Array.from({ length: 30 }, () => store().append(freshStream(), 'none', sampleEvents(2))));
        const log = await readOn(store(), START, 1000);
        assert.ok(inOrder(log));
        assert.ok(log.every((event, i) => i === 0 || event.recordedAt >= log[i - 1]!.recordedAt));
      },
    },
    {
      number: 31,
      name: 'the events of one append stand together',
      run: async () => {
        const streams = Array.from({ length: 20 }, () => freshStream());
        const results = await Promise.all(streams.map((stream) => store().append(stream, 'none', sampleEvents(5))));
        for (const result of results) {
          const [first, ...rest] = assertAppended(result).map((event) => BigInt(event.position));
          assert.ok(rest.every((position, i) => !gapless || position === first! + BigInt(i) + 1n));
        }
        const log = await readOn(store(), START, 1000);
        for (const stream of streams) {
          const at = log.findIndex((event) => event.stream === stream);
          assert.ok(log.slice(at, at + 5).every((event) => event.stream === stream));
        }
      },
    },
    {
      number: 33,
      name: 'a reader going on from its checkpoint sees nothing twice and misses nothing, by category as well',
      run: async () => {
        const [mine, other] = [freshCategory(), freshCategory()];
        const start = await store().head();
        const ids: string[] = [];
        for (let i = 0; i < 10; i++) {
          const result = await store().append(freshStream(mine), 'none', sampleEvents(3));
          ids.push(...assertAppended(result).map((event) => event.id));
          await store().append(freshStream(other), 'none', sampleEvents(2));
        }
        for (const limit of [1, 7, 1000]) {
          const read = await readOn(store(), start, limit, [mine]);
          assert.deepEqual(
            read.map((event) => event.id),
            ids,
          );
          const both = await readOn(store(), start, limit, [other, mine]);
          assert.equal(both.length, 50);
          assert.ok(inOrder(both));
        }
      },
    },
    {
      number: 35,
      name: 'a reader never sees a later position before an earlier one, with 8 writers and 3 readers',
      run: async () => {
        const start = await store().head();
        let writing = true;
        const seen: RecordedEvent[][] = [[], [], []];
        const readers = seen.map(async (read, i) => {
          let done = false;
          while (!done) {
            done = !writing;
            const after = read.at(-1)?.position ?? start;
            read.push(...(await store().readAll({ after, limit: 10 + 20 * i })));
            await pause(1);
          }
          read.push(...(await readOn(store(), read.at(-1)?.position ?? start, 1000)));
        });
        await Promise.all(
          Array.from({ length: 8 }, async (_, writer) => {
            for (let i = 0; i < 25; i++)
              await store().append(freshStream(), 'none', sampleEvents(1 + ((writer + i) % 3)));
          }),
        );
        writing = false;
        await Promise.all(readers);
        const log = await readOn(store(), start, 1000);
        for (const read of seen)
          assert.deepEqual(
            read.map((event) => event.id),
            log.map((event) => event.id),
          );
      },
    },
  ];
  properties.push(
    {
      number: 30,
      name: 'positions have no holes: the head counts the events, refused and repeated appends included',
      cannot: gapless ? undefined : 'positions are the server’s own',
      run: async () => {
        const taken = sampleEvent();
        await store().append(freshStream(), 'none', [taken]);
        await Promise.allSettled(
          Array.from({ length: 20 }, (_, i) =>
            store().append(freshStream(), i % 4 === 1 ? 'exists' : 'none', i % 4 === 0 ? [taken] : sampleEvents(2)),
          ),
        );
        const log = await readOn(store(), START, 1000);
        assert.ok(log.every((event, i) => event.position === String(i + 1)));
        assert.equal(await store().head(), String(log.length));
      },
    },
    {
      number: 32,
      name: 'a big append and small ones at once: a reader which goes on from its checkpoint passes over none',
      run: async () => {
        const [category, start] = [freshCategory(), await store().head()];
        const seen: string[] = [];
        const subscription = store().subscribe({
          after: start,
          categories: [category],
          onEvent: ({ id }) => void seen.push(id),
        });
        const big = () => Array.from({ length: 40 }, () => sampleEvent({ text: 'x'.repeat(10_000) }));
        const commands = Array.from({ length: 24 }, (_, i) => (i % 6 === 0 ? big() : sampleEvents(1)));
        await Promise.all(commands.map((events) => store().append(freshStream(category), 'none', events)));
        const total = commands.flat().length;
        await until(() => seen.length >= total);
        const log = await readOn(store(), start, 1000, [category]);
        assert.deepEqual(
          seen,
          log.map(({ id }) => id),
        );
        await subscription.stop();
      },
    },
    {
      number: 34,
      name: 'an append which is refused leaves no hole and blocks nobody',
      run: async () => {
        const [stream, taken] = [freshStream(), sampleEvent()];
        await store().append(stream, 'none', [taken]);
        const start = await store().head();
        const refused = Promise.allSettled([
          store().append(stream, 'none', sampleEvents(1)),
          store().append(stream, 'any', [{ ...taken, data: { other: true } }]),
          store().append(freshStream(), 'exists', sampleEvents(1)),
          store().append(freshStream(), 'any', [sampleEvent({ bad: Number.NaN })]),
        ]);
        const streams = Array.from({ length: 10 }, () => freshStream());
        const results = await Promise.all(streams.map((one) => store().append(one, 'none', sampleEvents(1))));
        await refused;
        assert.ok(results.every(({ outcome }) => outcome === 'appended'));
        const log = await readOn(store(), start, 1000);
        assert.deepEqual(log.map((event) => event.stream).sort(), streams.sort());
        if (gapless) assert.ok(log.every(({ position }, i) => BigInt(position) === BigInt(start) + BigInt(i) + 1n));
      },
    },
    {
      number: 32,
      name: 'a slow append is never passed over: a faster one is not seen before it',
      cannot: noHold,
      run: async () => {
        const [slow, fast, start] = [sampleEvent(), sampleEvent(), await store().head()];
        const held = await hold!(freshStream(), slow);
        const pending = store().append(freshStream(), 'none', [fast]);
        await pause(50);
        assert.deepEqual(await store().readAll({ after: start, limit: 10 }), []);
        await held.commit();
        await pending;
        const read = await store().readAll({ after: start, limit: 10 });
        assert.deepEqual(
          read.map((event) => event.id),
          [slow.id, fast.id],
        );
      },
    },
    {
      number: 34,
      name: 'an append rolled back leaves no hole and blocks nobody',
      cannot: noHold,
      run: async () => {
        const start = await store().head();
        const held = await hold!(freshStream(), sampleEvent());
        const pending = store().append(freshStream(), 'none', sampleEvents(1));
        await held.rollback();
        const [event] = assertAppended(await pending);
        assert.equal(BigInt(event!.position), BigInt(start) + 1n);
      },
    },
  );
  return properties;
}
