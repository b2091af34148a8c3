import type { KeyObject } from 'node:crypto';
import { fault, positionOf, type Fault, type SourcedHead } from './fault.js';
import { keyIdOf, signatureHolds } from './tree-head.js';

/** Compares the tree, as it grows, with what was signed. */
export class HeadCheck {
  readonly faults: Fault[] = [];
  /** By size, the greatest last. */
  private readonly heads: readonly SourcedHead[];
  private next = 0;
  private matchedUpTo = 0;
  private matched = 0;
  private differing = false;

  /** Heads which do not carry a good signature are at fault, and compared with nothing. */
  constructor(heads: readonly SourcedHead[], publicKeys: readonly KeyObject[]) {
    const keys = new Map(publicKeys.map((key) => [keyIdOf(key), key]));
    const signed = (sourced: SourcedHead): boolean => {
      const key = keys.get(sourced.head.keyId);
      if (key !== undefined && signatureHolds(sourced.head, key)) return true;
      const what = key === undefined ? 'keyUnknown' : 'signatureInvalid';
      // One lost key would otherwise be told once a head.
      if (this.faults.every((told) => told.what !== what)) this.faults.push(fault(what, { head: sourced }));
      return false;
    };
    this.heads = distinct(heads)
      .filter(signed)
      .sort((a, b) => a.head.size - b.head.size);
  }

  /** How many heads match, and the position up to which the log is the one that was signed. */
  get result(): { readonly matched: number; readonly signedUpTo: number } {
    return { matched: this.matched, signedUpTo: this.matchedUpTo };
  }

  /** The size of the next head to compare; NaN when there is none. */
  get nextSize(): number {
    return this.heads[this.next]?.head.size ?? Number.NaN;
  }

  /** The tree has the next head's size. Every head after the first that differs differs too: that one is told. */
  compare(root: string): void {
    const size = this.nextSize;
    for (; this.nextSize === size; this.next++) {
      const sourced = this.heads[this.next]!;
      if (sourced.head.rootHash === root && sourced.head.position === positionOf(size)) {
        this.matched++;
        if (!this.differing) this.matchedUpTo = size;
      } else if (!this.differing) {
        this.differing = true;
        const position = positionOf(Math.min(this.matchedUpTo + 1, size));
        this.faults.push(fault('headDiffers', { position, lastPosition: positionOf(size), head: sourced }));
      }
    }
  }

  /** The log ends at this size: what is signed beyond it is missing. */
  end(size: number): void {
    const furthest = this.heads.at(-1);
    if (furthest === undefined || furthest.head.size <= size) return;
    const { position: lastPosition } = furthest.head;
    this.faults.push(fault('truncated', { position: positionOf(size + 1), lastPosition, head: furthest }));
  }
}

/** The file mirrors the table: each head is checked once. */
function distinct(heads: readonly SourcedHead[]): readonly SourcedHead[] {
  const byText = new Map<string, SourcedHead>();
  for (const sourced of heads) {
    const { size, position, rootHash, at, keyId, signature } = sourced.head;
    const text = [size, position, rootHash, at, keyId, signature].join(' ');
    if (!byText.has(text)) byText.set(text, sourced);
  }
  return [...byText.values()];
}
