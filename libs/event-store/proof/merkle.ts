import { hash } from 'node:crypto';

/** The root of the tree over no leaves: SHA-256 of nothing. */
export const EMPTY_ROOT = hash('sha256', '');

/** What the whole-log tree covers of one event: what the store gave it, and the chain's hash over all the rest (invariant 6). */
export interface LogEntry {
  readonly position: string;
  /** ISO 8601, offset +00:00, microseconds. */
  readonly recordedAt: string;
  /** Hex. */
  readonly hash: string;
}

/** RFC 8785 of {position, recordedAt, hash}: none of them holds a character to escape. */
export function entryText({ position, recordedAt, hash }: LogEntry): string {
  return `{"hash":"${hash}","position":"${position}","recordedAt":"${recordedAt}"}`;
}

/** RFC 6962, 2.1: SHA-256(0x00 ‖ bytes of the leaf), hex. */
export function leafHash(text: string): string {
  return hash('sha256', `\0${text}`);
}

const node = Buffer.alloc(65, 1);

/** RFC 6962, 2.1: SHA-256(0x01 ‖ left ‖ right), hex. */
export function nodeHash(left: string, right: string): string {
  node.write(left, 1, 'hex');
  node.write(right, 33, 'hex');
  return hash('sha256', node);
}

/**
 * Whether the leaf stands at `index` (from 0) among the `size` leaves under `root` (RFC 9162, 2.1.3.2).
 * Never throws: a proof of another shape does not hold.
 */
export function inclusionHolds(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
  root: string,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !path.every(isHash)) return false;
  let at = index;
  let last = size - 1;
  let computed = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      computed = nodeHash(sibling, computed);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else computed = nodeHash(computed, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && computed === root;
}

/**
 * Whether the tree of `newSize` leaves begins with the very leaves of the tree of `oldSize` (RFC 9162, 2.1.4.2).
 * Never throws: a proof of another shape does not hold.
 */
export function consistencyHolds(
  oldSize: number,
  newSize: number,
  oldRoot: string,
  newRoot: string,
  path: readonly string[],
): boolean {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize || !path.every(isHash)) return false;
  if (oldSize === newSize) return path.length === 0 && oldRoot === newRoot;
  if (oldSize === 0) return path.length === 0 && oldRoot === EMPTY_ROOT;
  let at = oldSize - 1;
  let last = newSize - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  // Where the old tree is complete its root is itself the node the proof starts from, and is left out of the path.
  const [first, ...rest] = at === 0 ? [oldRoot, ...path] : path;
  if (first === undefined) return false;
  let [older, newer] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else newer = nodeHash(newer, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && older === oldRoot && newer === newRoot;
}

/** Sizes pass 2³¹ one day, where the bit operators end. */
function half(n: number): number {
  return Math.floor(n / 2);
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isHash(text: string): boolean {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}
