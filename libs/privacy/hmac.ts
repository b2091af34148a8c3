import { hash } from 'node:crypto';

const blockBytes = 64;
const digestBytes = 32;
const kept = Buffer.alloc(4096);
const outer = Buffer.alloc(blockBytes + digestBytes);

/** HMAC-SHA-256 (RFC 2104), hex. By two digests: to make an object for it takes longer than to compute it. */
export function hmac(key: Uint8Array, text: string): string {
  const short = key.length > blockBytes ? Buffer.from(hash('sha256', key), 'hex') : key;
  // A UTF-16 unit takes three bytes of UTF-8 at most.
  const most = blockBytes + text.length * 3;
  const inner = most > kept.length ? Buffer.allocUnsafe(most) : kept;
  inner.fill(0x36, 0, blockBytes);
  outer.fill(0x5c, 0, blockBytes);
  for (let i = 0; i < short.length; i++) {
    inner[i]! ^= short[i]!;
    outer[i]! ^= short[i]!;
  }
  const end = blockBytes + inner.write(text, blockBytes, 'utf8');
  outer.write(hash('sha256', inner.subarray(0, end), 'binary'), blockBytes, 'binary');
  return hash('sha256', outer);
}
