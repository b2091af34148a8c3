import fc from 'fast-check';
import { chainEvents, chainHash, GENESIS, verifyStored, type StoredEvent, type StreamHead } from './chain.js';
import { canonicalJson } from './canonical-json.js';
import { sampleEvent } from './contract/samples.js';
import { envelopeText, writeEvents } from './envelope.js';
import type { Revision } from './port.js';

const STREAM = 'overduePayment-1';

/** Chains of 1 to 8 events with arbitrary business data, and the head a store keeps beside them. */
const chains = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), { minLength: 1, maxLength: 8 });

function chain(datas: readonly Record<string, unknown>[]): { events: StoredEvent[]; head: StreamHead } {
  const written = writeEvents(
    STREAM,
    datas.map((data) => sampleEvent(data)),
  );
  const events = chainEvents(STREAM, null, written).map((event) => ({ ...event, stream: STREAM }));
  return { events, head: events.at(-1)! };
}

describe('69: The chain of a stream', () => {
  it('hashes the previous hash and the RFC 8785 bytes of the envelope, the first after 32 zero bytes', () => {
    const event = sampleEvent({ b: 1, a: '欠' });
    const [chained] = chainEvents(STREAM, null, writeEvents(STREAM, [event]));
    const canonical = canonicalJson({ ...event, stream: STREAM, revision: '0' });
    expect(envelopeText(STREAM, '0', chained!)).toBe(canonical);
    expect(chained!.hash).toEqual(chainHash('sha256', GENESIS, canonical));
  });

  it('verifies whatever the events hold', () => {
    fc.assert(
      fc.property(chains, (datas) => {
        const { events, head } = chain(datas);
        expect(verifyStored(STREAM, events, head)).toEqual({ ok: true, events: events.length });
      }),
    );
  });

  it('goes on from a head as it would have in one go', () => {
    fc.assert(
      fc.property(chains, fc.nat(7), (datas, cut) => {
        const { events } = chain(datas);
        const from = Math.min(cut, events.length - 1);
        const tail = chainEvents(STREAM, from === 0 ? null : events[from - 1]!, events.slice(from));
        expect(tail.map((event) => event.hash)).toEqual(events.slice(from).map((event) => event.hash));
      }),
    );
  });

  it('locates any byte changed, in any column', () => {
    const columns = ['id', 'type', 'data', 'meta', 'hash'] as const;
    fc.assert(
      fc.property(
        chains,
        fc.nat(),
        fc.constantFrom(...columns),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (datas, n, column, at, flip) => {
          const { events, head } = chain(datas);
          const index = n % events.length;
          const bytes = Buffer.from(events[index]![column] as string);
          const place = at % bytes.length;
          bytes[place] = bytes[place]! ^ flip;
          const changed = column === 'hash' ? bytes : bytes.toString('latin1');
          events[index] = { ...events[index]!, [column]: changed };
          expect(verifyStored(STREAM, events, head)).toEqual({ ok: false, at: String(index), fault: 'altered' });
        },
      ),
    );
  });

  it('locates a removed event, the last one by the head', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (datas, n) => {
        const { events, head } = chain(datas);
        const index = n % events.length;
        events.splice(index, 1);
        expect(verifyStored(STREAM, events, head)).toEqual({ ok: false, at: String(index), fault: 'missing' });
      }),
    );
  });

  it('locates a removed event though the later ones were numbered anew', () => {
    fc.assert(
      fc.property(
        chains.filter((datas) => datas.length > 1),
        fc.nat(),
        (datas, n) => {
          const { events } = chain(datas);
          const index = n % (events.length - 1);
          events.splice(index, 1);
          const renumbered = events.map((event, i) => ({ ...event, revision: String(i) as Revision }));
          expect(verifyStored(STREAM, renumbered)).toEqual({ ok: false, at: String(index), fault: 'altered' });
        },
      ),
    );
  });

  it('locates the first of two swapped events, with their numbers or without', () => {
    fc.assert(
      fc.property(
        chains.filter((datas) => datas.length > 1),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (datas, a, b, renumber) => {
          const { events, head } = chain(datas);
          const one = a % events.length;
          const other = (one + 1 + (b % (events.length - 1))) % events.length;
          [events[one], events[other]] = [events[other]!, events[one]!];
          const read = renumber ? events.map((event, i) => ({ ...event, revision: String(i) as Revision })) : events;
          expect(verifyStored(STREAM, read, head)).toMatchObject({ ok: false, at: String(Math.min(one, other)) });
        },
      ),
    );
  });

  it('locates an event of another stream, and an end rewritten against the head', () => {
    const { events, head } = chain([{}, {}]);
    const guest = events.map((event, i) => (i === 1 ? { ...event, stream: 'overduePayment-2' } : event));
    expect(verifyStored(STREAM, guest)).toEqual({ ok: false, at: '1', fault: 'misplaced' });
    const { events: rewritten } = chain([{}, { amount: '1.00' }]);
    expect(verifyStored(STREAM, rewritten, head)).toEqual({ ok: false, at: '1', fault: 'altered' });
  });
});
