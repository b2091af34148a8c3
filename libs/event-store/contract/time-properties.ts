import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { InvalidEventError } from '../errors.js';
import type { ContractAdapter, Property } from './property.js';
import { assertAppended, freshStream, sampleEvent } from './samples.js';

/** State as of E, known at K (invariant 15). */
export function timeProperties({ store }: ContractAdapter): Property[] {
  const occurring = (occurredAt: string) => {
    const event = sampleEvent();
    return { ...event, meta: { ...event.meta, occurredAt } };
  };

  return [
    {
      number: 23,
      name: 'a stream as of an instant has what had taken effect by then, in the order of revisions, whatever the offset',
      run: async () => {
        const stream = freshStream();
        await store().append(stream, 'none', [
          occurring('2026-03-02T09:00:00+08:00'),
          occurring('2026-03-05T09:00:00+08:00'),
          occurring('2026-03-01T00:00:00.000000001Z'),
        ]);
        const asOf = async (instant: string, more = {}) =>
          (await store().readStream(stream, { asOf: instant, ...more })).map((event) => event.revision);
        assert.deepEqual(await asOf('2026-03-01T00:00:00Z'), []);
        assert.deepEqual(await asOf('2026-03-01T08:00:00.000000001+08:00'), ['2']);
        assert.deepEqual(await asOf('2026-03-02T01:00:00Z'), ['0', '2']);
        assert.deepEqual(await asOf('2026-03-02T00:59:59.999Z'), ['2']);
        assert.deepEqual(await asOf('2026-04-01T00:00:00Z'), ['0', '1', '2']);
        assert.deepEqual(await asOf('2026-03-03T00:00:00Z', { direction: 'backwards', limit: 1 }), ['2']);
        assert.deepEqual(await asOf('2026-03-03T00:00:00Z', { limit: 2 }), ['0', '2']);
      },
    },
    {
      number: 23,
      name: 'a stream as known at an instant has what was recorded by then, and stays so',
      run: async () => {
        const stream = freshStream();
        const [first] = assertAppended(await store().append(stream, 'none', [sampleEvent(), sampleEvent()]));
        const then = await store().readStream(stream);
        await pause(20);
        const [late] = assertAppended(await store().append(stream, 'any', [occurring('2020-01-01T00:00:00Z')]));
        assert.deepEqual(await store().readStream(stream, { knownAt: first!.recordedAt }), then);
        assert.equal((await store().readStream(stream, { knownAt: late!.recordedAt })).length, 3);
        assert.deepEqual(await store().readStream(stream, { knownAt: '2000-01-01T00:00:00+08:00' }), []);
        const both = { asOf: '2021-01-01T00:00:00Z', knownAt: first!.recordedAt };
        assert.deepEqual(await store().readStream(stream, both), []);
      },
    },
    {
      number: 23,
      name: 'an instant without an offset, or on a day that does not exist, is refused',
      run: async () => {
        const none = ['2026-03-01T00:00:00', '2026-03-01', 'now', '2026-02-31T25:00:00Z', '2026-02-30T00:00:00Z', ''];
        for (const instant of none) {
          await assert.rejects(store().readStream(freshStream(), { asOf: instant }), InvalidEventError);
          await assert.rejects(store().append(freshStream(), 'any', [occurring(instant)]), InvalidEventError);
        }
      },
    },
  ];
}
