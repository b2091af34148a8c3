import type { WrittenEvent } from '../envelope.js';
import { sameButForAlgorithm } from '../hash-algorithm.js';
import type { Expected } from '../port.js';
import type { WireEvent } from './wire-event.js';

/** Whether a stream whose newest event is `head` (null: no stream) is what the writer expects. */
export function holds(expected: Expected, head: WireEvent | null): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return head === null;
  if (expected === 'exists') return head !== null;
  if (head === null || head.revision !== expected.revision) return false;
  return expected.hash === undefined || expected.hash === Buffer.from(head.hash).toString('hex');
}

/**
 * The events of an earlier append which said the same (its answer may have been lost on the way), oldest first.
 * @param recent the stream's latest events, newest first
 */
export function repeated(
  recent: readonly WireEvent[],
  expected: Expected,
  written: readonly WrittenEvent[],
): readonly WireEvent[] | null {
  const at = recent.findIndex((event) => event.id === written[0]!.id);
  if (at < written.length - 1) return null;
  const earlier = recent.slice(at - written.length + 1, at + 1).reverse();
  const first = earlier[0]!;
  if (expected === 'none' && first.revision !== '0') return null;
  if (typeof expected === 'object' && BigInt(first.revision) !== BigInt(expected.revision) + 1n) return null;
  return earlier.every((event, i) => saysTheSame(event, written[i]!)) ? earlier : null;
}

function saysTheSame(event: WireEvent, written: WrittenEvent): boolean {
  return (
    event.id === written.id &&
    event.type === written.type &&
    event.schema === written.schema &&
    event.data === written.data &&
    sameButForAlgorithm(event.meta, written.meta)
  );
}
