import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '@redress/platform/make-folder.js';
import { OperatorError } from '@redress/platform/operator-error.js';
import { freshIv } from './fresh-iv.js';

/** The key under which all others are kept. It is in a file, never in the database: its backup is a matter of its own. */
export interface MasterKey {
  /** First 16 hexadecimal digits of the SHA-256 of the key: says which one it is, and nothing about it. */
  readonly id: string;
  readonly key: Buffer;
}

/** The file has not the master key under which the database's keys are kept, or is none. */
export class MasterKeyError extends OperatorError {
  override readonly name = 'MasterKeyError';
}

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** The master keys in the file, one a line in base64; [] where there is no file. @throws MasterKeyError */
export function readMasterKeys(path: string): readonly MasterKey[] {
  const text = readIfThere(path);
  if (text === null) return [];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const key = Buffer.from(line.trim(), 'base64');
      if (key.length !== keyBytes) throw new MasterKeyError(`${path} is not a file of master keys (MASTER_KEY_PATH).`);
      return asMasterKey(key);
    });
}

/** Makes a file with a new key, readable by its owner only; the file's keys where another program was first. */
export function createMasterKey(path: string): readonly MasterKey[] {
  const draft = writeDraft(path, [newMasterKey()]);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readMasterKeys(path);
}

/** Puts a file with these keys in the place of the one that is there, whole or not at all. */
export function replaceMasterKeys(path: string, keys: readonly MasterKey[]): void {
  renameSync(writeDraft(path, keys), path);
}

export function newMasterKey(): MasterKey {
  return asMasterKey(randomBytes(keyBytes));
}

/** AES-256-GCM: iv ‖ key ‖ tag, bound to the key's id, so that no two can be exchanged. */
export function wrapKey(master: MasterKey, id: string, key: Buffer): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', master.key, iv).setAAD(Buffer.from(id));
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** @throws MasterKeyError where it was wrapped under another key or for another id */
export function unwrapKey(master: MasterKey, id: string, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', master.key, wrapped.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(id)).setAuthTag(wrapped.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(ivBytes, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new MasterKeyError(`The key ${id} is not kept under the master key ${master.id}.`, { cause });
  }
}

function asMasterKey(key: Buffer): MasterKey {
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 16), key };
}

function writeDraft(path: string, keys: readonly MasterKey[]): string {
  makeFolder(dirname(path), 0o700);
  const draft = `${path}.${randomUUID()}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, keys.map(({ key }) => `${key.toString('base64')}\n`).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
