import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { StreamName } from '../port.js';
import type { Receipt } from './check-receipt.js';
import type { Continuation, ReceiptFile } from './receipt-file.js';
import { receiptOf } from './receipt.js';
import type { SignedTreeHead } from './tree-head.js';
import { lastHead, TreeTables } from './tree-tables.js';
import { consistencyProof } from './tree.js';

export interface IssuedReceipts extends ReceiptFile {
  /** Ids of events which no head covers yet: the next one will, within a minute of the worker's. */
  readonly notYetSigned: readonly string[];
}

/** The ids of a stream's events, in the order of revisions. */
export async function eventsOf(client: ClientBase, stream: StreamName): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM es.events WHERE stream = $1 ORDER BY revision', [
    stream,
  ]);
  return rows.map(({ id }) => id);
}

/**
 * Receipts of events, and how the log went on from them to the newest head and to each head which the reader kept.
 * @param ids of events which the log has
 */
export async function issueReceipts(
  client: ClientBase,
  ids: readonly string[],
  publicKey: KeyObject,
  kept: readonly SignedTreeHead[],
): Promise<IssuedReceipts> {
  const receipts: Receipt[] = [];
  const notYetSigned: string[] = [];
  for (const id of ids) {
    const receipt = await receiptOf(client, id, publicKey);
    if (receipt === null) notYetSigned.push(id);
    else receipts.push(receipt);
  }
  const newest = await lastHead(client);
  const heads = newest === null ? [] : [newest, ...kept.filter(({ size }) => size <= newest.size)];
  const nodes = new TreeTables(client);
  const continuations: Continuation[] = [];
  for (const from of new Set(receipts.map(({ head }) => head.size)))
    for (const head of heads)
      if (head.size > from) continuations.push({ from, head, path: await consistencyProof(nodes, from, head.size) });
  return { receipts, continuations, notYetSigned };
}
