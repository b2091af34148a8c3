import { closeSync, fsyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '@redress/platform/make-folder.js';
import { parseTreeHead, type SignedTreeHead } from './tree-head.js';

/** Far longer than a line: a head is about 350 bytes. */
const TAIL_BYTES = 4096;

/** A line which is not a signed tree head. */
export class UnreadableHeadError extends Error {
  override readonly name = 'UnreadableHeadError';

  constructor(
    readonly source: string,
    /** From 1. */
    readonly line: number,
    problem: string,
  ) {
    super(`${source}, line ${line}: ${problem}`);
  }
}

/** All heads of a file, one JSON a line. @throws UnreadableHeadError; the error of the file system when there is no file */
export async function readHeadsFile(path: string): Promise<readonly SignedTreeHead[]> {
  return parseHeads(await readFile(path, 'utf8'), path);
}

/** @throws UnreadableHeadError */
export function parseHeads(text: string, source: string): readonly SignedTreeHead[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [parseTreeHead(line)];
    } catch (error) {
      throw new UnreadableHeadError(source, at + 1, (error as Error).message);
    }
  });
}

/**
 * Appends to the file, durably, the heads it has not: `after` is asked for those past the size of the file's last one
 * (0: an empty file). A line which a crash cut short is taken away first; its head is among those asked for.
 */
export async function extendHeadsFile(
  path: string,
  after: (size: number) => Promise<readonly SignedTreeHead[]>,
): Promise<void> {
  makeFolder(dirname(path), 0o700);
  const file = openSync(path, 'a+', 0o600);
  try {
    const last = lastHead(file, path);
    const missing = await after(last?.size ?? 0);
    if (missing.length === 0) return;
    writeSync(file, missing.map((head) => `${JSON.stringify(head)}\n`).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function lastHead(file: number, path: string): SignedTreeHead | undefined {
  const { size } = fstatSync(file);
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  readSync(file, tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf('\n') + 1;
  if (end < tail.length) ftruncateSync(file, size - tail.length + end);
  const whole = tail.subarray(0, end).toString('utf8').trimEnd();
  return parseHeads(whole.slice(whole.lastIndexOf('\n') + 1), path)[0];
}
