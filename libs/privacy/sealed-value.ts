import { createCipheriv, createDecipheriv } from 'node:crypto';
import { canonicalJson } from '@redress/event-store/canonical-json.js';
import type { StreamName } from '@redress/event-store/port.js';
import { freshIv } from './fresh-iv.js';

/** What stands in an event, and in the rows of views, in the place of a person's data or of a text. */
export interface SealedValue {
  /** base64url of iv (12 bytes) ‖ ciphertext ‖ tag (16 bytes): AES-256-GCM over the value's RFC 8785 text. */
  readonly sealed: string;
  /** Id of the key: the person's, or the text's own. */
  readonly key: string;
  /** Where it was written first, `<event id>/data.<path>`: with the stream what the seal is bound to. */
  readonly at: string;
}

/** What is shown in the place of a value whose key was destroyed, whoever asks and whenever. */
export interface Erased {
  readonly erased: true;
}

export const erased: Erased = { erased: true };

/** The value was sealed under another key or for another place, or its bytes were changed. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';

  constructor(readonly at: string) {
    super(`what is sealed at ${at} does not open with its key`);
  }
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Seals a JSON value for one place of one stream. @param key 32 bytes */
export function seal(key: Buffer, id: string, stream: StreamName, at: string, value: unknown): SealedValue {
  const iv = freshIv();
  const cipher = createCipheriv(algorithm, key, iv).setAAD(boundTo(stream, at));
  const text = cipher.update(canonicalJson(value), 'utf8');
  const bytes = Buffer.concat([iv, text, cipher.final(), cipher.getAuthTag()]);
  return { sealed: bytes.toString('base64url'), key: id, at };
}

/** @throws BrokenSealError */
export function unseal(key: Buffer, stream: StreamName, { sealed, at }: SealedValue): unknown {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(boundTo(stream, at)).setAuthTag(bytes.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as unknown;
  } catch {
    // OpenSSL says no more than that it did not fit.
    throw new BrokenSealError(at);
  }
}

export function isSealed(value: unknown): value is SealedValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { sealed, key, at } = value as Record<string, unknown>;
  if (typeof sealed !== 'string' || typeof key !== 'string' || typeof at !== 'string') return false;
  return Object.keys(value).length === 3;
}

function boundTo(stream: StreamName, at: string): Buffer {
  return Buffer.from(canonicalJson([stream, at]));
}
