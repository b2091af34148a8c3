import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Configuration } from '@redress/platform/configuration.js';
import type { SourcedHead } from '@redress/event-store/proof/fault.js';
import { readHeadsFile, UnreadableHeadError } from '@redress/event-store/proof/heads-file.js';
import { readPublicKey } from '@redress/event-store/proof/signing-key.js';
import { parseTreeHead } from '@redress/event-store/proof/tree-head.js';
import { type Arguments, BadArgument } from '../arguments.js';

/** The signed heads from outside the database: the file, and those given by hand. @throws BadArgument */
export async function givenHeads(given: Arguments, { treeHeadsPath }: Configuration): Promise<readonly SourcedHead[]> {
  const asked = given.text('heads');
  const file = asked ?? (existsSync(treeHeadsPath) ? treeHeadsPath : null);
  return [
    ...(file === null ? [] : await fromFile(file, asked === null ? 'TREE_HEADS_PATH' : '--heads')),
    ...given.all('head').map(fromHand),
  ];
}

/** The keys whose signatures count: this installation's, and those of the files given. @throws BadArgument */
export function givenKeys(given: Arguments, { treeKeyPath }: Configuration): readonly KeyObject[] {
  const own = keyIn(treeKeyPath, 'TREE_KEY_PATH');
  const others = given.all('key').map((path) => {
    const key = keyIn(path, '--key');
    if (key === null) throw new BadArgument('--key', { zh: `没有这个文件：${path}`, en: `no such file: ${path}` });
    return key;
  });
  return own === null ? others : [own, ...others];
}

async function fromFile(path: string, argument: string): Promise<readonly SourcedHead[]> {
  try {
    return (await readHeadsFile(path)).map((head) => ({ source: 'file', head }));
  } catch (error) {
    if (!(error instanceof UnreadableHeadError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw unreadable(argument, error);
  }
}

function fromHand(json: string): SourcedHead {
  try {
    return { source: 'given', head: parseTreeHead(json) };
  } catch (error) {
    throw unreadable('--head', error);
  }
}

function keyIn(path: string, argument: string): KeyObject | null {
  try {
    return readPublicKey(path);
  } catch (error) {
    throw unreadable(argument, error);
  }
}

function unreadable(argument: string, error: unknown): BadArgument {
  const { message } = error as Error;
  return new BadArgument(argument, { zh: `无法读取：${message}`, en: `cannot be read: ${message}` });
}
