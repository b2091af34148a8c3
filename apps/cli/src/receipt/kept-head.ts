import { parseTreeHead, type SignedTreeHead } from '@redress/event-store/proof/tree-head.js';
import { BadArgument } from '../arguments.js';

/** A head as it was kept: one line of JSON. @throws BadArgument */
export function keptHead(json: string): SignedTreeHead {
  try {
    return parseTreeHead(json);
  } catch (error) {
    const { message } = error as Error;
    throw new BadArgument('--head', { zh: `无法读取：${message}`, en: `cannot be read: ${message}` });
  }
}
