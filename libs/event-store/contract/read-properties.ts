import assert from 'node:assert/strict';
import type { Revision } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { freshStream, sampleEvents } from './samples.js';

const revision = (n: number) => String(n) as Revision;

export function readProperties({ store }: ContractAdapter): Property[] {
  const streamOf = async (count: number) => {
    const stream = freshStream();
    await store().append(stream, 'none', sampleEvents(count));
    return stream;
  };
  return [
    {
      number: 20,
      name: 'a stream reads whole, from, to, between, its head, its tail, and backwards',
      run: async () => {
        const stream = await streamOf(12);
        const read = async (options: Parameters<ReturnType<typeof store>['readStream']>[1]) =>
          (await store().readStream(stream, options)).map((event) => Number(event.revision));
        assert.deepEqual(await read({}), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        assert.deepEqual(await read({ from: revision(9) }), [9, 10, 11]);
        assert.deepEqual(await read({ to: revision(1) }), [0, 1]);
        assert.deepEqual(await read({ from: revision(3), to: revision(5) }), [3, 4, 5]);
        assert.deepEqual(await read({ limit: 2 }), [0, 1]);
        assert.deepEqual(await read({ direction: 'backwards', limit: 3 }), [11, 10, 9]);
        assert.deepEqual(await read({ direction: 'backwards', from: revision(2), to: revision(4) }), [4, 3, 2]);
        assert.deepEqual(await read({ from: revision(12) }), []);
      },
    },
    {
      number: 21,
      name: 'a missing stream reads as no events',
      run: async () => assert.deepEqual(await store().readStream(freshStream()), []),
    },
    {
      number: 22,
      name: 'reading in pages gives what reading at once gives',
      run: async () => {
        const stream = await streamOf(23);
        const whole = await store().readStream(stream);
        for (const limit of [1, 5, 23]) {
          const paged = [];
          while (paged.length < whole.length)
            paged.push(...(await store().readStream(stream, { from: revision(paged.length), limit })));
          assert.deepEqual(paged, whole);
        }
      },
    },
    {
      number: 23,
      name: 'a stream read to a revision is what it was then, however it went on',
      run: async () => {
        const stream = await streamOf(3);
        const then = await store().readStream(stream);
        await store().append(stream, 'any', sampleEvents(4));
        assert.deepEqual(await store().readStream(stream, { to: revision(2) }), then);
      },
    },
    {
      number: 24,
      name: 'a stream exists when it has an event, whatever other streams have',
      run: async () => {
        const stream = await streamOf(1);
        assert.equal((await store().readStream(stream, { limit: 1 })).length, 1);
        assert.equal((await store().readStream(`${stream}-other`, { limit: 1 })).length, 0);
      },
    },
    {
      number: 27,
      name: 'the last event of a stream is one read backwards',
      run: async () => {
        const stream = await streamOf(4);
        const [last] = await store().readStream(stream, { direction: 'backwards', limit: 1 });
        assert.equal(last!.revision, '3');
      },
    },
  ];
}
