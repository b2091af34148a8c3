import { randomFillSync } from 'node:crypto';

const ivBytes = 12;
const drawn = Buffer.alloc(ivBytes * 512);
let used = drawn.length;

/** 12 random bytes for one sealing under AES-GCM. Drawn many at a time: a draw costs as much as a sealing. */
export function freshIv(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  // A copy, since what stands here is drawn over.
  return Buffer.from(drawn.subarray(used, (used += ivBytes)));
}
