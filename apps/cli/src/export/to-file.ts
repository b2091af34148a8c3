import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Snapshot } from '@redress/projections/exporting/snapshot.js';
import { BadArgument, shown } from '../arguments.js';
import { ProgressBar } from '../views/progress-bar.js';

/** What writes an export: to where, and whom it tells what is coming. */
export type Writer = (out: Writable, begin: (snapshot: Snapshot) => void) => Promise<void>;

/** Writes beside the file first: one that breaks off leaves none which looks whole. @throws BadArgument */
export async function toFile(
  path: string,
  write: Writer,
  showsLines: boolean,
): Promise<{ snapshot: Snapshot; bytes: number }> {
  const half = `${path}.part`;
  const file = (await opened(half)).createWriteStream();
  const bar = new ProgressBar(process.stderr, 'rows');
  let snapshot: Snapshot | null = null;
  let [bytes, lines] = [0, 0];
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines += 1;
      if (showsLines && snapshot !== null) bar.show(Math.min(lines, snapshot.rows), snapshot.rows);
      done(null, chunk);
    },
  });
  const written = pipeline(counting, file);
  // Heard of where it is awaited; until then it is nobody's.
  written.catch(() => undefined);
  try {
    await write(counting, (begun) => (snapshot = begun));
    await written;
    await rename(half, path);
    return { snapshot: snapshot!, bytes };
  } catch (error) {
    counting.destroy();
    await written.catch(() => undefined);
    await rm(half, { force: true });
    throw error;
  } finally {
    bar.end();
  }
}

const newline = 10;

/** @throws BadArgument */
async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    const { code = '' } = error as { code?: string };
    throw new BadArgument('--out', {
      zh: `无法写入 ${shown(path)}（${code}）`,
      en: `${shown(path)} cannot be written (${code})`,
    });
  }
}
