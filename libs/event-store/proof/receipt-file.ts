import { checkReceipt, type Receipt, type ReceiptVerdict } from './check-receipt.js';
import { consistencyHolds } from './merkle.js';
import { publicKeyOf, signatureHolds, type SignedTreeHead } from './tree-head.js';

/** Shows that the log of a head, signed later or kept elsewhere, begins with the log of a receipt's own head. */
export interface Continuation {
  /** Size of the receipt's head. */
  readonly from: number;
  readonly head: SignedTreeHead;
  /** RFC 6962, 2.1.2: hex. */
  readonly path: readonly string[];
}

/** What is given to a party to keep: a receipt an event, and how the log went on from them. */
export interface ReceiptFile {
  readonly receipts: readonly Receipt[];
  readonly continuations: readonly Continuation[];
}

/** `heads`: of those given from elsewhere, the ones which the file says nothing about. */
export interface FileVerdict {
  readonly receipts: readonly ReceiptVerdict[];
  readonly continuations: readonly boolean[];
  readonly unconnected: readonly SignedTreeHead[];
  /** Heads from elsewhere of a size which the file knows with another root: two histories were signed. */
  readonly contradicted: readonly SignedTreeHead[];
  readonly holds: boolean;
}

/**
 * Checks all that a file says, against a key id which the caller knows and heads which it kept. As `checkReceipt` it
 * needs nothing but node:crypto. Never throws for what stands in the file.
 */
export function checkReceiptFile(file: ReceiptFile, keyId: string, kept: readonly SignedTreeHead[] = []): FileVerdict {
  const receipts = file.receipts.map((receipt) => checkReceipt(receipt, keyId));
  const continuations = file.continuations.map((continuation) => continues(continuation, file.receipts, keyId));
  const heads = [
    ...file.receipts.filter((_, i) => receipts[i]!.holds).map(({ head }) => head),
    ...file.continuations.filter((_, i) => continuations[i]).map(({ head }) => head),
  ];
  const sameSize = (head: SignedTreeHead) => heads.filter(({ size }) => size === head.size);
  const unconnected = kept.filter((head) => sameSize(head).length === 0);
  const contradicted = kept.filter((head) => sameSize(head).some(({ rootHash }) => rootHash !== head.rootHash));
  const holds =
    receipts.length > 0 &&
    receipts.every((verdict) => verdict.holds) &&
    continuations.every(Boolean) &&
    unconnected.length === 0 &&
    contradicted.length === 0;
  return { receipts, continuations, unconnected, contradicted, holds };
}

function continues({ from, head, path }: Continuation, receipts: readonly Receipt[], keyId: string): boolean {
  try {
    const older = receipts.filter((receipt) => receipt.head.size === from);
    return (
      older.length > 0 &&
      older.every(
        (receipt) =>
          head.keyId === keyId &&
          signatureHolds(head, publicKeyOf(receipt.publicKey)) &&
          consistencyHolds(from, head.size, receipt.head.rootHash, head.rootHash, path),
      )
    );
  } catch {
    // What cannot be read shows nothing; the caller is told so.
    return false;
  }
}

/** Reads a file, or a receipt alone, from its JSON. @throws SyntaxError saying what is wrong with it */
export function parseReceiptFile(json: string): ReceiptFile {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('is not an object');
  const { receipts = [value], continuations = [] } = value as Record<string, unknown>;
  if (!Array.isArray(receipts) || receipts.length === 0) throw new SyntaxError('holds no receipt');
  if (!Array.isArray(continuations)) throw new SyntaxError('continuations are no list');
  for (const [i, receipt] of receipts.entries())
    if (!hasHead(receipt) || typeof (receipt as { publicKey?: unknown }).publicKey !== 'string')
      throw new SyntaxError(`receipt ${i + 1} has no head or no public key`);
  if (!continuations.every(hasHead)) throw new SyntaxError('a continuation has no head');
  return { receipts, continuations };
}

function hasHead(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { head } = part as { head?: unknown };
  return typeof head === 'object' && head !== null && typeof (head as { keyId?: unknown }).keyId === 'string';
}
