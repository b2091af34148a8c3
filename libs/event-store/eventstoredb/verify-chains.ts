import { chainHash, GENESIS } from '../chain.js';
import { envelopeText } from '../envelope.js';
import { algorithmIn } from '../hash-algorithm.js';
import type { Position, Revision, StreamName } from '../port.js';
import type { WireEvent } from './wire-event.js';

/** - `missing`: an event before this one was removed, or written by somebody else; `altered`: its bytes do not give its hash. */
export interface ChainFault {
  readonly what: 'missing' | 'altered';
  readonly position: Position;
  readonly stream: StreamName;
  readonly revision: Revision;
}

export interface VerifiedChains {
  /** Found right: all up to the first at fault. */
  readonly events: number;
  readonly streams: number;
  readonly fault: ChainFault | null;
}

/**
 * Re-derives every stream's chain from the stored bytes, an event at a time, in the order of positions. Memory grows with
 * the streams, not with the events.
 */
export class ChainsVerifier {
  events = 0;
  private readonly ends = new Map<StreamName, { revision: bigint; hash: Uint8Array }>();

  get streams(): number {
    return this.ends.size;
  }

  /** Null: the event is right, and counted. */
  next(event: WireEvent): ChainFault | null {
    const { position, stream, revision, hash } = event;
    const end = this.ends.get(stream) ?? { revision: -1n, hash: GENESIS };
    const expected = end.revision + 1n;
    if (BigInt(revision) !== expected)
      return { what: 'missing', position, stream, revision: String(expected) as Revision };
    const algorithm = algorithmIn(event.meta);
    if (
      algorithm === null ||
      Buffer.compare(chainHash(algorithm, end.hash, envelopeText(stream, revision, event)), hash) !== 0
    )
      return { what: 'altered', position, stream, revision };
    this.ends.set(stream, { revision: expected, hash });
    this.events++;
    return null;
  }
}
