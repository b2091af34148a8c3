import { EMPTY_ROOT, nodeHash } from './merkle.js';

/** Hashes of complete subtrees: `index` (from 0) counts the subtrees of 2^level leaves from the left; level 0 are the leaves. */
export interface TreeNodes {
  node(level: number, index: number): Promise<string>;
}

/** The roots of the complete subtrees a log of some size falls into: all that is needed to grow the tree and to tell its root. */
export class CompactRange {
  /** By level; null where the size has no such subtree. */
  private readonly peaks: (string | null)[] = [];
  private leaves = 0;

  get size(): number {
    return this.leaves;
  }

  /** The range over the first `size` leaves of a tree whose nodes are kept. */
  static async over(nodes: TreeNodes, size: number): Promise<CompactRange> {
    const range = new CompactRange();
    for (let rest = size, level = 0; rest > 0; rest = Math.floor(rest / 2), level++)
      range.peaks[level] = rest % 2 === 1 ? await nodes.node(level, rest - 1) : null;
    range.leaves = size;
    return range;
  }

  /** `completed` is told each subtree (of level 1 on) which this leaf completes, and its index. */
  append(leaf: string, completed?: (level: number, index: number, hash: string) => void): void {
    let hash = leaf;
    let level = 0;
    let index = this.leaves++;
    for (let left = this.peaks[0]; typeof left === 'string'; left = this.peaks[level]) {
      hash = nodeHash(left, hash);
      this.peaks[level++] = null;
      index = (index - 1) / 2;
      completed?.(level, index, hash);
    }
    this.peaks[level] = hash;
  }

  root(): string {
    let root: string | null = null;
    for (const peak of this.peaks) if (typeof peak === 'string') root = root === null ? peak : nodeHash(peak, root);
    return root ?? EMPTY_ROOT;
  }
}

/** RFC 6962, 2.1.1: the siblings on the way from leaf `index` up to the root over `size` leaves, the lowest first. */
export async function inclusionProof(nodes: TreeNodes, index: number, size: number): Promise<readonly string[]> {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: string[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const left = index < middle;
    path.push(await rangeHash(nodes, left ? middle : start, left ? end : middle));
    [start, end] = left ? [start, middle] : [middle, end];
  }
  return path.reverse();
}

/** RFC 6962, 2.1.2: what shows that the tree of `newSize` leaves begins with that of `oldSize`. */
export async function consistencyProof(nodes: TreeNodes, oldSize: number, newSize: number): Promise<readonly string[]> {
  if (oldSize < 0 || oldSize > newSize) throw new RangeError(`a tree of ${newSize} has no beginning of ${oldSize}`);
  if (oldSize === 0 || oldSize === newSize) return [];
  const path: string[] = [];
  let [start, end] = [0, newSize];
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    const left = oldSize <= middle;
    path.push(await rangeHash(nodes, left ? middle : start, left ? end : middle));
    [start, end] = left ? [start, middle] : [middle, end];
  }
  if (start !== 0) path.push(await rangeHash(nodes, start, end));
  return path.reverse();
}

/** The root over the leaves from `start` to before `end`, a range the RFC's splitting gives: aligned at its own size. */
async function rangeHash(nodes: TreeNodes, start: number, end: number): Promise<string> {
  const level = Math.log2(end - start);
  if (Number.isInteger(level)) return nodes.node(level, start / 2 ** level);
  const middle = start + splitOf(end - start);
  return nodeHash(await rangeHash(nodes, start, middle), await rangeHash(nodes, middle, end));
}

/** The greatest power of two below n (n > 1). */
function splitOf(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
