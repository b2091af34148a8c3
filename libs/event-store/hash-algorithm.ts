import { getHashes, hash } from 'node:crypto';
import type { HashAlgorithm } from './port.js';

/** Both give 32 bytes, so that a stream may go on in another (SM3: GB/T 32905-2016). */
const algorithms: readonly HashAlgorithm[] = ['sha256', 'sm3'];

const available = new Set(getHashes());

/** Whether this Node's OpenSSL computes it: a build for FIPS may lack SM3. */
export function isAvailable(algorithm: HashAlgorithm): boolean {
  return available.has(algorithm);
}

export function isHashAlgorithm(name: unknown): name is HashAlgorithm {
  return algorithms.some((algorithm) => algorithm === name);
}

/** The digest of bytes, hex. */
export function digestOf(algorithm: HashAlgorithm, bytes: Uint8Array): string {
  return hash(algorithm, bytes);
}

const MEMBER = '"hashAlgorithm":"';

/**
 * The algorithm which an event's meta (canonical JSON) names: null for one which is none of ours, and where it was changed
 * to what is no JSON. Inside a string every quote is escaped, so what looks like the member is one; where there are two,
 * one of them lies deeper.
 */
export function algorithmIn(meta: string): HashAlgorithm | null {
  const at = meta.indexOf(MEMBER);
  if (at < 0) return null;
  const start = at + MEMBER.length;
  const name = meta.indexOf(MEMBER, start) < 0 ? meta.slice(start, meta.indexOf('"', start)) : memberOf(meta);
  return isHashAlgorithm(name) ? name : null;
}

function memberOf(meta: string): unknown {
  try {
    return (JSON.parse(meta) as { readonly hashAlgorithm?: unknown }).hashAlgorithm;
  } catch {
    return null;
  }
}

/** Whether two metas (canonical JSON) say the same but for the algorithm, which is the store's to choose. */
export function sameButForAlgorithm(one: string, other: string): boolean {
  return one === other || withoutAlgorithm(one) === withoutAlgorithm(other);
}

function withoutAlgorithm(meta: string): string {
  const algorithm = algorithmIn(meta);
  return algorithm === null ? meta : meta.replace(`${MEMBER}${algorithm}"`, `${MEMBER}"`);
}
