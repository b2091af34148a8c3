import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { verifyStream } from '../chain.js';
import { InvalidEventError } from '../errors.js';
import { isAvailable } from '../hash-algorithm.js';
import type { HashAlgorithm } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { assertAppended, freshStream, sampleEvent, sampleEvents } from './samples.js';

function chainedBy(hashAlgorithm: HashAlgorithm) {
  const event = sampleEvent();
  return { ...event, meta: { ...event.meta, hashAlgorithm } };
}

export function contentProperties({ store }: ContractAdapter): Property[] {
  const roundTrip = async (data: Record<string, unknown>) => {
    const stream = freshStream();
    const recorded = assertAppended(await store().append(stream, 'none', [sampleEvent(data)]));
    const read = await store().readStream(stream);
    assert.deepEqual(read, recorded);
    assert.deepEqual(read[0]!.data, data);
    assert.deepEqual(verifyStream(read), { ok: true, events: 1 });
  };
  return [
    {
      number: 12,
      name: 'streams do not see one another, not even one whose name begins with the other',
      run: async () => {
        const stream = freshStream();
        const [one, other] = [sampleEvents(2), sampleEvents(1)];
        await store().append(stream, 'none', one);
        await store().append(`${stream}0`, 'none', other);
        assert.deepEqual(
          (await store().readStream(stream)).map((event) => event.id),
          one.map((event) => event.id),
        );
        assert.deepEqual(
          (await store().readStream(`${stream}0`)).map((event) => event.id),
          [other[0]!.id],
        );
      },
    },
    {
      number: 13,
      name: 'revisions count from 0 without holes',
      run: async () => {
        const stream = freshStream();
        for (const size of [1, 3, 2]) await store().append(stream, 'any', sampleEvents(size));
        const revisions = (await store().readStream(stream)).map((event) => event.revision);
        assert.deepEqual(revisions, ['0', '1', '2', '3', '4', '5']);
      },
    },
    {
      number: 14,
      name: 'meta comes back whole: actor, command, correlation, causation, both times',
      run: async () => {
        const event = sampleEvent();
        const meta = {
          ...event.meta,
          causationId: randomUUID(),
          occurredAt: '2026-02-01T23:59:59.5+08:00',
          occurredAtReason: '补录纸质材料',
        };
        const stream = freshStream();
        await store().append(stream, 'none', [{ ...event, meta }]);
        const read = (await store().readStream(stream))[0]!;
        assert.deepEqual(read.meta, meta);
        assert.match(read.recordedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
      },
    },
    {
      number: 15,
      name: 'dates, Chinese, emoji, NUL, quotes, deep and empty values come back unchanged',
      run: async () => {
        await roundTrip({});
        await roundTrip({
          date: '2026-02-28',
          name: '上海某某建设工程有限公司',
          rare: '𠮷野家 😀',
          nul: 'a\u0000b',
          quotes: '"\\\' \n\t\u2028{}[]',
          numbers: [0, -1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER],
          deep: { a: { b: { c: [null, true, false, [], {}] } } },
          ['key "with" \u0000 quotes']: '',
          ['__proto__x']: 1,
        });
      },
    },
    {
      number: 15,
      name: 'a payload of a megabyte comes back unchanged',
      run: async () => roundTrip({ minutes: '调解笔录。'.repeat(66_667) }),
    },
    {
      number: 15,
      name: 'what JSON cannot carry unchanged is refused, naming the place',
      run: async () => {
        const bad = [Number.NaN, Number.POSITIVE_INFINITY, 1n, new Date(), 'x\udc00', () => 1, [undefined], new Map()];
        for (const value of bad)
          await assert.rejects(store().append(freshStream(), 'none', [sampleEvent({ value })]), (error: unknown) => {
            assert.ok(error instanceof InvalidEventError);
            assert.match(error.path, /^\$\[0\]\.data\.value/);
            return true;
          });
      },
    },
    {
      number: 16,
      name: 'stream names may be long, in Chinese, and differ by case alone',
      run: async () => {
        const stream = `${freshStream()}-${'长名'.repeat(100)}`;
        await store().append(`${stream}a`, 'none', sampleEvents(1));
        await store().append(`${stream}A`, 'none', sampleEvents(2));
        assert.equal((await store().readStream(`${stream}a`)).length, 1);
        assert.equal((await store().readStream(`${stream}A`)).length, 2);
      },
    },
    {
      number: 16,
      name: 'a name without category or id, or beyond 500 characters, is refused',
      run: async () => {
        for (const name of ['', 'case', '-1', 'case-', 'ca\u0000se-1', 'case-\u0000', `case-${'x'.repeat(500)}`])
          await assert.rejects(store().append(name, 'any', sampleEvents(1)), InvalidEventError);
      },
    },
    {
      number: 19,
      name: 'what a reader does to the events it was given does not reach the log',
      run: async () => {
        const stream = freshStream();
        const parties = { creditor: '甲' };
        await store().append(stream, 'none', [sampleEvent({ parties })]);
        parties.creditor = '乙';
        const read = (await store().readStream(stream))[0]!;
        Reflect.set(read.data.parties as object, 'creditor', '丙');
        assert.deepEqual((await store().readStream(stream))[0]!.data, { parties: { creditor: '甲' } });
      },
    },
    {
      number: 69,
      name: 'the chain of a stream as read verifies; an event altered, removed or swapped is found and located',
      run: async () => {
        const stream = freshStream();
        await store().append(stream, 'none', sampleEvents(4));
        const read = await store().readStream(stream);
        assert.deepEqual(verifyStream(read), { ok: true, events: 4 });
        const altered = read.with(2, { ...read[2]!, data: { n: 2, amount: '0.01' } });
        assert.deepEqual(verifyStream(altered), { ok: false, at: '2', fault: 'altered' });
        const backdated = read.with(1, { ...read[1]!, meta: { ...read[1]!.meta, occurredAt: '2020-01-01T00:00:00Z' } });
        assert.deepEqual(verifyStream(backdated), { ok: false, at: '1', fault: 'altered' });
        assert.deepEqual(verifyStream(read.toSpliced(1, 1)), { ok: false, at: '1', fault: 'missing' });
        const swapped = read.with(1, { ...read[2]!, revision: read[1]!.revision });
        assert.deepEqual(verifyStream(swapped), { ok: false, at: '1', fault: 'altered' });
      },
    },
    {
      number: 69,
      name: 'a stream chained by SM3 verifies, and so does one whose algorithm changed on the way',
      run: async () => {
        const stream = freshStream();
        if (!isAvailable('sm3')) {
          await assert.rejects(store().append(stream, 'none', [chainedBy('sm3')]), InvalidEventError);
          return;
        }
        for (const algorithm of ['sm3', 'sha256', 'sm3', 'sm3'] as const)
          await store().append(stream, 'any', [chainedBy(algorithm)]);
        const read = await store().readStream(stream);
        assert.deepEqual(verifyStream(read), { ok: true, events: 4 });
        for (const [at, event] of read.entries()) {
          const otherwise = event.meta.hashAlgorithm === 'sm3' ? 'sha256' : 'sm3';
          const relabelled = read.with(at, { ...event, meta: { ...event.meta, hashAlgorithm: otherwise } });
          assert.deepEqual(verifyStream(relabelled), { ok: false, at: String(at), fault: 'altered' });
        }
      },
    },
    {
      number: 69,
      name: "an event which names no algorithm gets the store's; one which names none of ours is refused",
      run: async () => {
        const stream = freshStream();
        const { hashAlgorithm, ...meta } = sampleEvent().meta;
        const [recorded] = assertAppended(await store().append(stream, 'none', [sampleEvent({}, { meta })]));
        assert.equal(recorded!.meta.hashAlgorithm, hashAlgorithm);
        const wrong = sampleEvent({}, { meta: { ...meta, hashAlgorithm: 'md5' as never } });
        await assert.rejects(store().append(stream, 'any', [wrong]), InvalidEventError);
      },
    },
    {
      number: 10,
      name: 'an append sent again is the same append, though the store chains by another algorithm now',
      run: async () => {
        if (!isAvailable('sm3')) return;
        const stream = freshStream();
        const event = sampleEvent({ n: 1 });
        const first = await store().append(stream, 'none', [event]);
        const again = { ...event, meta: { ...event.meta, hashAlgorithm: 'sm3' as const } };
        assert.deepEqual(await store().append(stream, 'none', [again]), first);
        assert.deepEqual(await store().append(stream, 'any', [again]), first);
      },
    },
  ];
}
