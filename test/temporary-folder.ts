import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes: what the databases of a run and their log come to at most, several times over. */
const roomWanted = 4 * 2 ** 30;

/**
 * Where databases of tests are made: in memory where it has the room. The hundreds of files of each cost a tenth there of
 * what it costs to make and to remove them on a disk.
 */
export function roomiest(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > roomWanted ? memory : tmpdir();
}

/** An empty folder for a database. */
export function folderNamed(prefix: string): string {
  return mkdtempSync(join(roomiest(), prefix));
}
