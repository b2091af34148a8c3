import { canonicalJson } from '../canonical-json.js';
import { chainHash } from '../chain.js';
import { envelopeText } from '../envelope.js';
import { algorithmIn } from '../hash-algorithm.js';
import type { EventMeta, NewEvent, Position, Revision, StreamName } from '../port.js';
import { entryText, inclusionHolds, leafHash } from './merkle.js';
import { keyIdOf, publicKeyOf, signatureHolds, type SignedTreeHead } from './tree-head.js';

/** One event, and all that is needed to check, without us and without the log, that it is in the log that was signed. */
export interface Receipt {
  readonly event: NewEvent & { readonly stream: StreamName; readonly revision: Revision; readonly meta: EventMeta };
  /** Hash (hex) of the event before it in its stream; 32 zero bytes before the first. */
  readonly previousHash: string;
  readonly position: Position;
  readonly recordedAt: string;
  /** Siblings on the way from the event's leaf (index: position − 1) to the root, the lowest first; hex. */
  readonly path: readonly string[];
  readonly head: SignedTreeHead;
  /** PEM. Its hash is the head's `keyId`: compare that with the one which was published. */
  readonly publicKey: string;
}

export type ReceiptVerdict =
  | { readonly holds: true; readonly hash: string }
  | { readonly holds: false; readonly because: 'malformed' | 'anotherKey' | 'signature' | 'notIncluded' };

/**
 * Checks a receipt. Together with what it imports it needs nothing but node:crypto, so that an outsider can run and
 * read it whole. `keyId` is the signer's as the outsider knows it; a receipt signed by another key proves nothing.
 */
export function checkReceipt(receipt: Receipt, keyId: string): ReceiptVerdict {
  try {
    const { event, previousHash, position, recordedAt, path, head } = receipt;
    if (!saysOnlyWhatIsSigned(receipt)) return { holds: false, because: 'malformed' };
    const publicKey = publicKeyOf(receipt.publicKey);
    if (head.keyId !== keyId || keyIdOf(publicKey) !== keyId) return { holds: false, because: 'anotherKey' };
    if (!signatureHolds(head, publicKey)) return { holds: false, because: 'signature' };
    const written = { ...event, data: canonicalJson(event.data), meta: canonicalJson(event.meta) };
    const envelope = envelopeText(event.stream, event.revision, written);
    const algorithm = algorithmIn(written.meta);
    if (algorithm === null) return { holds: false, because: 'malformed' };
    const hash = Buffer.from(chainHash(algorithm, Buffer.from(previousHash, 'hex'), envelope)).toString('hex');
    const leaf = leafHash(entryText({ position, recordedAt, hash }));
    return inclusionHolds(leaf, Number(position) - 1, head.size, path, head.rootHash)
      ? { holds: true, hash }
      : { holds: false, because: 'notIncluded' };
  } catch {
    // Whatever it was that could not be read, it is no receipt of ours; the caller is told so.
    return { holds: false, because: 'malformed' };
  }
}

/** A member which neither the chain nor the signature covers could be read as proven, and would be anybody's word. */
function saysOnlyWhatIsSigned(receipt: Receipt): boolean {
  const { event, head, previousHash } = receipt;
  return (
    has(receipt, 'event', 'previousHash', 'position', 'recordedAt', 'path', 'head', 'publicKey') &&
    has(event, 'id', 'stream', 'revision', 'type', 'schema', 'data', 'meta') &&
    has(head, 'size', 'position', 'rootHash', 'at', 'keyId', 'signature') &&
    typeof event.schema === 'number' &&
    /^[0-9a-f]{64}$/.test(previousHash)
  );
}

function has(part: object, ...members: string[]): boolean {
  return Object.keys(part).sort().join() === members.sort().join();
}
