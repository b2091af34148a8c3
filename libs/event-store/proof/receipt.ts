import type { ClientBase } from 'pg';
import { GENESIS } from '../chain.js';
import type { EventMeta, Position, Revision } from '../port.js';
import type { Receipt } from './check-receipt.js';
import { headsAfter, ISO, TreeTables } from './tree-tables.js';
import { inclusionProof } from './tree.js';
import type { KeyObject } from 'node:crypto';

interface ReceiptRow {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly recorded_at: string;
  readonly type: string;
  readonly schema: number;
  readonly data: string;
  readonly meta: string;
  readonly previous: string | null;
}

/**
 * The receipt of an event under the first head that was signed after it; null when the log has no such event, or no
 * head covers it yet (the next one will).
 */
export async function receiptOf(client: ClientBase, id: string, publicKey: KeyObject): Promise<Receipt | null> {
  const { rows } = await client.query<ReceiptRow>(
    `SELECT e.stream, e.revision, e.position, ${ISO('e.recorded_at')} AS recorded_at, e.type, e.schema, e.data, e.meta,
       encode(before.hash, 'hex') AS previous
     FROM es.events e LEFT JOIN es.events before ON before.stream = e.stream AND before.revision = e.revision - 1
     WHERE e.id = $1`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const index = Number(row.position) - 1;
  const [head] = await headsAfter(client, index, 1);
  if (head === undefined) return null;
  const { stream, revision, position, type, schema } = row;
  const [data, meta] = [JSON.parse(row.data) as Record<string, unknown>, JSON.parse(row.meta) as EventMeta];
  return {
    event: { id, stream, revision, type, schema, data, meta },
    previousHash: row.previous ?? Buffer.from(GENESIS).toString('hex'),
    position,
    recordedAt: row.recorded_at,
    path: await inclusionProof(new TreeTables(client), index, head.size),
    head,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
