import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { Position } from '../port.js';

/** What the log was at a moment: whoever keeps it can later find any change of what it covers. */
export interface TreeHead {
  /** Leaves in the tree: events from the first one on. */
  readonly size: number;
  /** Of the last event covered. */
  readonly position: Position;
  /** Hex: the Merkle tree hash of RFC 6962 over the leaves `H(0x00 ‖ RFC 8785 of {position, recordedAt, hash})`. */
  readonly rootHash: string;
  /** When it was signed: ISO 8601 with an offset. */
  readonly at: string;
  /** SHA-256 (hex) of the public key's DER (SubjectPublicKeyInfo). */
  readonly keyId: string;
}

export interface SignedTreeHead extends TreeHead {
  /** Ed25519 over the RFC 8785 form of the other members, base64. */
  readonly signature: string;
}

export function keyIdOf(publicKey: KeyObject): string {
  return hash('sha256', publicKey.export({ type: 'spki', format: 'der' }));
}

/** The public key of a PEM text, which may be the private key's. @throws when it holds none */
export function publicKeyOf(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`an Ed25519 key is expected, not ${key.asymmetricKeyType}`);
  return key;
}

export function signTreeHead(head: Omit<TreeHead, 'keyId'>, privateKey: KeyObject, keyId: string): SignedTreeHead {
  const whole = { ...head, keyId };
  return { ...whole, signature: sign(null, signedBytes(whole), privateKey).toString('base64') };
}

/** Whether this key signed the head. Never throws. */
export function signatureHolds(head: SignedTreeHead, publicKey: KeyObject): boolean {
  const signature = decoded(head.signature);
  // Buffer passes over what is no base64, and over the last bits: a signature has one spelling.
  if (signature.toString('base64') !== head.signature) return false;
  return head.keyId === keyIdOf(publicKey) && verify(null, signedBytes(head), publicKey, signature);
}

/** Reads a signed tree head from its JSON, members in any order. @throws SyntaxError saying what is wrong with it */
export function parseTreeHead(json: string): SignedTreeHead {
  const { size, position, rootHash, at, keyId, signature } = parsedObject(json);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1)
    throw new SyntaxError('size is not a whole number from 1 on');
  if (!matches(position, /^[1-9]\d{0,15}$/)) throw new SyntaxError('position is not a decimal string');
  if (!matches(rootHash, /^[0-9a-f]{64}$/)) throw new SyntaxError('rootHash is not a SHA-256 in hex');
  if (!matches(at, /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/)) throw new SyntaxError('at is not an ISO 8601 time');
  if (!matches(keyId, /^[0-9a-f]{64}$/)) throw new SyntaxError('keyId is not a SHA-256 in hex');
  if (!matches(signature, /^[A-Za-z0-9+/]{86}==$/)) throw new SyntaxError('signature is not 64 bytes in base64');
  return { size, position: position as Position, rootHash, at, keyId, signature };
}

function parsedObject(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('is not an object');
  return value as Record<string, unknown>;
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function signedBytes({ size, position, rootHash, at, keyId }: TreeHead): Buffer {
  return Buffer.from(canonicalJson({ size, position, rootHash, at, keyId }));
}

function decoded(signature: string): Buffer {
  return Buffer.from(signature, 'base64');
}
