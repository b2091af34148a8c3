import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '@redress/platform/operator-error.js';
import {
  createMasterKey,
  MasterKeyError,
  newMasterKey,
  readMasterKeys,
  replaceMasterKeys,
  unwrapKey,
  wrapKey,
} from './master-key.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'master-key-'));
  path = join(folder, 'proof', 'master-key');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('is made once, for its owner only; who comes second takes the first', () => {
  const [made] = createMasterKey(path);
  expect(createMasterKey(path)).toEqual([made]);
  expect(readMasterKeys(path)).toEqual([made]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'proof')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, 'proof'))).toEqual(['master-key']);
  expect(made?.id).toMatch(/^[0-9a-f]{16}$/);
});

test('several stand in one file, and are replaced whole', () => {
  createMasterKey(path);
  const keys = [newMasterKey(), newMasterKey()];
  replaceMasterKeys(path, keys);
  expect(readMasterKeys(path)).toEqual(keys);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('no file has no key; a file of something else is refused with its name', () => {
  expect(readMasterKeys(path)).toEqual([]);
  createMasterKey(path);
  writeFileSync(path, `${readFileSync(path, 'utf8')}something else\n`);
  expect(() => readMasterKeys(path)).toThrow(MasterKeyError);
  expect(() => readMasterKeys(path)).toThrow(path);
});

test('67: a key opens under the master key and the id it was wrapped with, and under no other', () => {
  const [master, other] = [newMasterKey(), newMasterKey()];
  const key = randomBytes(32);
  const wrapped = wrapKey(master, 'a', key);
  expect(unwrapKey(master, 'a', wrapped)).toEqual(key);
  for (const open of [() => unwrapKey(other, 'a', wrapped), () => unwrapKey(master, 'b', wrapped)]) {
    expect(open).toThrow(MasterKeyError);
    expect(open).toThrow(OperatorError);
  }
});
