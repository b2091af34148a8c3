import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it.
 *
 * Not by `recursive: true`: below a folder of the kernel's, such as /proc, where making one fails with ENOENT, Node 20
 * tries for ever and the start would hang instead of saying why.
 *
 * @throws the system's error, where the folder cannot be made
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another start made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
