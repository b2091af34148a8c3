import { canonicalJson } from './canonical-json.js';
import { envelopeText, type WrittenEvent } from './envelope.js';
import { algorithmIn, digestOf } from './hash-algorithm.js';
import type { HashAlgorithm, RecordedEvent, Revision, StreamName } from './port.js';

/** What the first event of a stream is chained to: 32 zero bytes. */
export const GENESIS: Uint8Array = new Uint8Array(32);

/** The end of a stream: what the next event is chained to. */
export interface StreamHead {
  readonly revision: Revision;
  readonly hash: Uint8Array;
}

export interface ChainedEvent extends WrittenEvent {
  readonly revision: Revision;
  readonly hash: Uint8Array;
}

/** An event as a store holds it, its bytes unparsed. */
export interface StoredEvent extends ChainedEvent {
  readonly stream: StreamName;
}

/**
 * What a verification found. `at` is the revision at which the first fault shows: 'missing' (removed, or cut off at the
 * end), 'misplaced' (another stream's or revision's event stands there) or 'altered' (its bytes or its hash changed).
 */
export type ChainVerdict =
  | { readonly ok: true; readonly events: number }
  | { readonly ok: false; readonly at: Revision; readonly fault: 'missing' | 'misplaced' | 'altered' };

/** What nearly every event is hashed in, instead of memory of its own. */
const kept = Buffer.alloc(1 << 16);

/** H(previous hash ‖ canonical bytes), 32 bytes (invariant 6). */
export function chainHash(algorithm: HashAlgorithm, previous: Uint8Array, canonical: string): Uint8Array {
  // A UTF-16 unit takes three bytes of UTF-8 at most.
  const most = previous.length + canonical.length * 3;
  const bytes = most > kept.length ? Buffer.allocUnsafe(most) : kept;
  bytes.set(previous);
  const end = previous.length + bytes.write(canonical, previous.length, 'utf8');
  return Buffer.from(digestOf(algorithm, bytes.subarray(0, end)), 'hex');
}

/** Numbers and chains events after a stream's head (null: a new stream). */
export function chainEvents(
  stream: StreamName,
  head: StreamHead | null,
  events: readonly WrittenEvent[],
): readonly ChainedEvent[] {
  let next = head === null ? 0n : BigInt(head.revision) + 1n;
  let previous = head === null ? GENESIS : head.hash;
  return events.map((event) => {
    const revision = String(next++) as Revision;
    previous = chainHash(algorithmIn(event.meta)!, previous, envelopeText(stream, revision, event));
    const { id, type, schema, data, meta } = event;
    return { id, type, schema, data, meta, revision, hash: previous };
  });
}

/**
 * Verifies a whole stream, from its first event on, as read through the port.
 * Give the head (from elsewhere) to find events cut off at the end: the chain alone cannot show them.
 */
export function verifyStream(events: readonly RecordedEvent[], head?: StreamHead): ChainVerdict {
  const stream = events[0]?.stream ?? '';
  return verifyStored(
    stream,
    events.map((event) => ({
      ...event,
      data: canonicalJson(event.data),
      meta: canonicalJson(event.meta),
      hash: Buffer.from(event.hash, 'hex'),
    })),
    head,
  );
}

/** Verifies a whole stream from the stored bytes themselves. */
export function verifyStored(stream: StreamName, events: readonly StoredEvent[], head?: StreamHead): ChainVerdict {
  let previous = GENESIS;
  for (const [i, event] of events.entries()) {
    const at = String(i) as Revision;
    if (event.stream !== stream) return { ok: false, at, fault: 'misplaced' };
    if (event.revision !== at)
      return { ok: false, at, fault: BigInt(event.revision) > BigInt(at) ? 'missing' : 'misplaced' };
    const algorithm = algorithmIn(event.meta);
    if (algorithm === null) return { ok: false, at, fault: 'altered' };
    const hash = chainHash(algorithm, previous, envelopeText(stream, at, event));
    if (!equal(hash, event.hash)) return { ok: false, at, fault: 'altered' };
    previous = hash;
  }
  if (head !== undefined && BigInt(head.revision) >= BigInt(events.length))
    return { ok: false, at: String(events.length) as Revision, fault: 'missing' };
  if (head !== undefined && !equal(head.hash, previous)) return { ok: false, at: head.revision, fault: 'altered' };
  return { ok: true, events: events.length };
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
