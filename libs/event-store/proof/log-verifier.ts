import { digestOf } from '../hash-algorithm.js';
import type { StreamName } from '../port.js';
import { PREVIOUS_HASH_BYTES, type LoggedEvent } from './log-rows.js';
import { entryText, leafHash } from './merkle.js';
import { CompactRange } from './tree.js';

/** What is wrong with the event which was just looked at; where it was given another place, `expected` is what should stand there. */
export type EventFault =
  | { readonly what: 'gap'; readonly expected: number }
  | { readonly what: 'revision'; readonly expected: number }
  | { readonly what: 'altered' }
  | { readonly what: 'timeWentBack' };

/**
 * Re-derives the log, an event at a time, in the order of positions: gapless positions, each stream's revisions and
 * chain, times that never go back, and the tree over all. Memory grows with the streams (about 150 bytes each), not
 * with the events.
 */
export class LogVerifier {
  readonly tree = new CompactRange();
  readonly streams = new StreamEnds();
  private lastRecordedAt = '';

  constructor(private readonly completed: (level: number, index: number, hash: string) => void) {}

  /** Events found right so far: the position of the last one. */
  get verified(): number {
    return this.tree.size;
  }

  /** Null: the event is right, and counted. */
  next(event: LoggedEvent): EventFault | null {
    const expected = this.tree.size + 1;
    if (event.position !== expected) return { what: 'gap', expected };
    const slot = this.streams.slotOf(event.stream);
    const revision = this.streams.revision(slot) + 1;
    if (event.revision !== revision) return { what: 'revision', expected: revision };
    this.streams.writeHash(slot, event.chained);
    const { algorithm } = event;
    if (algorithm === null || !event.unambiguous || digestOf(algorithm, event.chained) !== event.hash)
      return { what: 'altered' };
    if (event.recordedAt < this.lastRecordedAt) return { what: 'timeWentBack' };

    this.streams.move(slot, event.hash);
    this.lastRecordedAt = event.recordedAt;
    this.tree.append(
      leafHash(entryText({ position: String(event.position), recordedAt: event.recordedAt, hash: event.hash })),
      this.completed,
    );
    return null;
  }
}

/** The last revision and hash of every stream, in two slabs: an object each would take three times as much. */
export class StreamEnds {
  private readonly slots = new Map<StreamName, number>();
  private revisions = new Float64Array(1024);
  private hashes = Buffer.alloc(1024 * PREVIOUS_HASH_BYTES);

  get count(): number {
    return this.slots.size;
  }

  /** A stream not met before ends at revision -1 and 32 zero bytes: what its first event is chained to. */
  slotOf(stream: StreamName): number {
    const known = this.slots.get(stream);
    if (known !== undefined) return known;
    const slot = this.slots.size;
    if (slot === this.revisions.length) this.grow();
    this.revisions[slot] = -1;
    this.slots.set(stream, slot);
    return slot;
  }

  find(stream: StreamName): { readonly revision: number; readonly hash: string } | null {
    const slot = this.slots.get(stream);
    if (slot === undefined) return null;
    return { revision: this.revision(slot), hash: this.hashOf(slot).toString('hex') };
  }

  names(): Iterable<StreamName> {
    return this.slots.keys();
  }

  revision(slot: number): number {
    return this.revisions[slot]!;
  }

  /** Puts the stream's last hash in front of the bytes which the next one covers. */
  writeHash(slot: number, chained: Buffer): void {
    this.hashes.copy(chained, 0, slot * PREVIOUS_HASH_BYTES, (slot + 1) * PREVIOUS_HASH_BYTES);
  }

  move(slot: number, hash: string): void {
    this.revisions[slot]! += 1;
    this.hashes.write(hash, slot * PREVIOUS_HASH_BYTES, 'hex');
  }

  private hashOf(slot: number): Buffer {
    return this.hashes.subarray(slot * PREVIOUS_HASH_BYTES, (slot + 1) * PREVIOUS_HASH_BYTES);
  }

  private grow(): void {
    const revisions = new Float64Array(2 * this.revisions.length);
    revisions.set(this.revisions);
    this.revisions = revisions;
    this.hashes = Buffer.concat([this.hashes, Buffer.alloc(this.hashes.length)]);
  }
}
