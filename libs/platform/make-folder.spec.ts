import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';

test('makes a folder with those above it, and is content with one that is there', () => {
  const root = mkdtempSync(join(tmpdir(), 'redress-folder-'));
  try {
    const deep = join(root, 'a/b/c');
    makeFolder(deep, 0o700);
    makeFolder(deep, 0o700);
    expect(statSync(deep).mode & 0o777).toBe(0o700);
  } finally {
    rmSync(root, { recursive: true });
  }
});

(existsSync('/proc/self') ? test : test.skip)('says at once that a folder of the kernel’s takes none', () => {
  expect(() => makeFolder('/proc/nope/deeper')).toThrow(/ENOENT/);
});
