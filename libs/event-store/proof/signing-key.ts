import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '@redress/platform/make-folder.js';
import { keyIdOf, publicKeyOf } from './tree-head.js';

/** The key which signs tree heads. It is never in the database: whoever rewrites the log there cannot sign the new one. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Reads the key (PKCS #8, PEM); makes one, readable by its owner only, where there is none. */
export function openSigningKey(path: string): SigningKey {
  const pem = readIfThere(path) ?? create(path);
  const publicKey = publicKeyOf(pem);
  return { keyId: keyIdOf(publicKey), privateKey: createPrivateKey(pem), publicKey };
}

/** The public half of the key in a file, be it the private or the public key's PEM; null where there is no file. */
export function readPublicKey(path: string): KeyObject | null {
  const pem = readIfThere(path);
  return pem === null ? null : publicKeyOf(pem);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

/** The whole file appears at once, and of two programs that start together both take the one which came first. */
function create(path: string): string {
  makeFolder(dirname(path), 0o700);
  const draft = `${path}.${randomUUID()}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(file);
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}
