import assert from 'node:assert/strict';
import { DuplicateEventIdError, InvalidEventError } from '../errors.js';
import type { Revision } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { assertAppended, freshStream, sampleEvent, sampleEvents } from './samples.js';

const revision = (n: number) => String(n) as Revision;

export function appendProperties({ store, idsAcrossStreams }: ContractAdapter): Property[] {
  return [
    {
      number: 1,
      name: "'none' appends to a stream that does not exist",
      run: async () => {
        const result = await store().append(freshStream(), 'none', sampleEvents(1));
        assert.equal(assertAppended(result)[0]!.revision, '0');
      },
    },
    {
      number: 2,
      name: "'none' conflicts with a stream that exists",
      run: async () => {
        const stream = freshStream();
        await store().append(stream, 'none', sampleEvents(2));
        assert.deepEqual(await store().append(stream, 'none', sampleEvents(1)), { outcome: 'conflict', actual: '1' });
      },
    },
    {
      number: 3,
      name: "'exists' conflicts with a missing stream and appends to one that exists",
      run: async () => {
        const stream = freshStream();
        const early = await store().append(stream, 'exists', sampleEvents(1));
        assert.deepEqual(early, { outcome: 'conflict', actual: null });
        await store().append(stream, 'none', sampleEvents(1));
        assertAppended(await store().append(stream, 'exists', sampleEvents(1)));
      },
    },
    {
      number: 4,
      name: 'the exact revision, with or without its hash, appends and answers with the next',
      run: async () => {
        const stream = freshStream();
        await store().append(stream, 'none', sampleEvents(1));
        const second = await store().append(stream, { revision: revision(0) }, sampleEvents(2));
        const last = assertAppended(second)[1]!;
        assert.equal(last.revision, '2');
        const third = await store().append(stream, { revision: revision(2), hash: last.hash }, sampleEvents(1));
        assert.equal(assertAppended(third)[0]!.revision, '3');
      },
    },
    {
      number: 5,
      name: 'a wrong revision, or the right one with another hash, conflicts and tells the actual revision',
      run: async () => {
        const stream = freshStream();
        const missing = await store().append(stream, { revision: revision(0) }, sampleEvents(1));
        assert.deepEqual(missing, { outcome: 'conflict', actual: null });
        await store().append(stream, 'none', sampleEvents(3));
        for (const wrong of [0, 1, 3, 7]) {
          const result = await store().append(stream, { revision: revision(wrong) }, sampleEvents(1));
          assert.deepEqual(result, { outcome: 'conflict', actual: '2' });
        }
        const other = await store().append(stream, { revision: revision(2), hash: '00'.repeat(32) }, sampleEvents(1));
        assert.deepEqual(other, { outcome: 'conflict', actual: '2' });
        for (const hash of ['', 'none', '00'.repeat(33)]) {
          const result = await store().append(stream, { revision: revision(2), hash }, sampleEvents(1));
          assert.deepEqual(result, { outcome: 'conflict', actual: '2' });
        }
      },
    },
    {
      number: 6,
      name: "'any' never conflicts and loses nothing: of 20 at once on one stream all are stored",
      run: async () => {
        const stream = freshStream();
        const events = sampleEvents(20);
        await Promise.all(events.map((event) => store().append(stream, 'any', [event])));
        const read = await store().readStream(stream);
        assert.deepEqual(read.map((event) => event.id).sort(), events.map((event) => event.id).sort());
      },
    },
    {
      number: 7,
      name: 'a batch is atomic: one event that cannot be stored keeps out the others, and the error names it',
      run: async () => {
        const stream = freshStream();
        const events = [...sampleEvents(2), sampleEvent({ text: '\ud800' })];
        await assert.rejects(store().append(stream, 'any', events), (error: unknown) => {
          assert.ok(error instanceof InvalidEventError);
          assert.equal(error.path, '$[2].data.text');
          return true;
        });
        assert.deepEqual(await store().readStream(stream), []);
        const [taken, other] = [sampleEvent({ n: 1 }), freshStream()];
        await store().append(other, 'none', [taken]);
        const repeated = { ...taken, data: { n: 2 } };
        await assert.rejects(store().append(other, 'any', [sampleEvent(), repeated]), DuplicateEventIdError);
        assert.equal((await store().readStream(other)).length, 1);
      },
    },
    {
      number: 8,
      name: 'a rejected append leaves the earlier events as they were',
      run: async () => {
        const stream = freshStream();
        await store().append(stream, 'none', sampleEvents(2));
        const before = await store().readStream(stream);
        await store().append(stream, { revision: revision(0) }, sampleEvents(2));
        assert.deepEqual(await store().readStream(stream), before);
      },
    },
    {
      number: 9,
      name: 'an append of no events changes nothing',
      run: async () => {
        const stream = freshStream();
        assertAppended(await store().append(stream, 'none', []));
        assert.deepEqual(await store().readStream(stream), []);
        await store().append(stream, 'none', sampleEvents(1));
        const result = await store().append(stream, 'any', []);
        assert.equal(result.outcome === 'appended' && result.revision, '0');
      },
    },
    {
      number: 10,
      name: 'the same events with the same expectation once more give the first result, whatever came after',
      run: async () => {
        const stream = freshStream();
        const opening = sampleEvents(2);
        const next = sampleEvents(1);
        const anyhow = sampleEvents(1);
        const first = [
          await store().append(stream, 'none', opening),
          await store().append(stream, { revision: revision(1) }, next),
          await store().append(stream, 'any', anyhow),
        ];
        const again = [
          await store().append(stream, 'none', opening),
          await store().append(stream, { revision: revision(1) }, next),
          await store().append(stream, 'any', anyhow),
        ];
        assert.deepEqual(again, first);
        assert.equal((await store().readStream(stream)).length, 4);
      },
    },
    {
      number: 10,
      name: 'an id of the stream with another content is refused',
      run: async () => {
        const stream = freshStream();
        const event = sampleEvent({ amount: '100.00' });
        await store().append(stream, 'none', [event]);
        const other = { ...event, data: { amount: '900.00' } };
        await assert.rejects(store().append(stream, 'any', [other]), DuplicateEventIdError);
        await assert.rejects(store().append(stream, { revision: revision(0) }, [other]), DuplicateEventIdError);
        assert.deepEqual(await store().append(stream, 'none', [other]), { outcome: 'conflict', actual: '0' });
      },
    },
    {
      number: 11,
      name: 'one id twice in a batch is refused',
      run: async () => {
        const event = sampleEvent();
        const stream = freshStream();
        await assert.rejects(store().append(stream, 'none', [event, event]), InvalidEventError);
        assert.deepEqual(await store().readStream(stream), []);
      },
    },
    {
      number: 17,
      name: 'of concurrent writers to one revision exactly one wins, at every revision',
      run: async () => {
        const stream = freshStream();
        await store().append(stream, 'none', sampleEvents(1));
        for (let at = 0; at < 5; at++) {
          const results = await Promise.all(
            Array.from({ length: 8 }, () => store().append(stream, { revision: revision(at) }, sampleEvents(1))),
          );
          assert.equal(results.filter((result) => result.outcome === 'appended').length, 1);
        }
        assert.equal((await store().readStream(stream)).length, 6);
      },
    },
    {
      number: 17,
      name: 'of concurrent writers of a new stream exactly one wins',
      run: async () => {
        const stream = freshStream();
        const results = await Promise.all(
          Array.from({ length: 8 }, () => store().append(stream, 'none', sampleEvents(2))),
        );
        assert.equal(results.filter((result) => result.outcome === 'appended').length, 1);
        assert.equal((await store().readStream(stream)).length, 2);
      },
    },
    {
      number: 18,
      name: '200 appends at once to different streams all succeed',
      run: async () => {
        const streams = Array.from({ length: 200 }, () => freshStream());
        const results = await Promise.all(streams.map((stream) => store().append(stream, 'none', sampleEvents(2))));
        assert.ok(results.every((result) => result.outcome === 'appended'));
      },
    },
    {
      number: 10,
      name: 'an id given to another stream is refused, and keeps out the other events of its append',
      cannot: idsAcrossStreams ? undefined : 'the server compares ids within a stream alone',
      run: async () => {
        const [taken, stream] = [sampleEvent(), freshStream()];
        await store().append(freshStream(), 'none', [taken]);
        await assert.rejects(store().append(stream, 'none', [taken]), DuplicateEventIdError);
        await assert.rejects(store().append(stream, 'any', [sampleEvent(), taken]), DuplicateEventIdError);
        assert.deepEqual(await store().readStream(stream), []);
      },
    },
  ];
}
