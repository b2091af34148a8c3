import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Position } from '../port.js';
import { extendHeadsFile } from './heads-file.js';
import { readLeaves } from './log-rows.js';
import { entryText, leafHash } from './merkle.js';
import type { SigningKey } from './signing-key.js';
import { CompactRange } from './tree.js';
import { signTreeHead, type SignedTreeHead } from './tree-head.js';
import {
  headsAfter,
  insertHead,
  insertNodes,
  KEPT_EVERY,
  lastHead,
  serverInstant,
  TreeTables,
  type KeptNode,
} from './tree-tables.js';

/** "tree" in ASCII: one signer at a time in this database. */
const SIGNER_LOCK = 0x74726565;
const KEPT_LEAVES = 2 ** KEPT_EVERY;
/** Read in one statement, so that no snapshot is held long. */
const PAGE = 50_000;

/** The log does not begin with what was signed before: nothing is signed until `redress verify` has said why. */
export class LogChangedError extends Error {
  override readonly name = 'LogChangedError';

  constructor(
    readonly signed: SignedTreeHead,
    problem: string,
  ) {
    super(`the signed tree head of ${signed.at} does not match the log: ${problem}; run redress verify`);
  }
}

export interface Signing {
  readonly pool: Pool;
  readonly key: SigningKey;
  /** Outside the database and its data folder; every head of the table is in this file too. */
  readonly headsPath: string;
}

/**
 * Signs the tree as it is, once, if the log has grown since the last head; null otherwise. Costs the new leaves only.
 * Many processes may: one signs, each writes its own file. A crash after the commit is mended by the next call.
 * @throws LogChangedError
 */
export async function signHead({ pool, key, headsPath }: Signing): Promise<SignedTreeHead | null> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SIGNER_LOCK]);
    const head = await signGrown(client, key);
    await client.query('COMMIT');
    await extendHeadsFile(headsPath, (size) => headsAfter(client, size));
    client.release();
    return head;
  } catch (error) {
    // The session goes with its transaction.
    client.release(true);
    throw error;
  }
}

/**
 * Signs every `everyMs` milliseconds until aborted, once more at the end. A failure is told and the next turn tries
 * again: a database which is away comes back; a log which was changed keeps failing, as it should.
 */
export async function signHeads(
  signing: Signing,
  everyMs: number,
  signal: AbortSignal,
  failed: (error: unknown) => void,
): Promise<void> {
  for (;;) {
    const last = signal.aborted;
    await signHead(signing).catch(failed);
    if (last) return;
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function signGrown(client: PoolClient, key: SigningKey): Promise<SignedTreeHead | null> {
  const before = await lastHead(client);
  const { rows } = await client.query<{ position: Position }>('SELECT position FROM es.counter');
  const size = Number(rows[0]!.position);
  if (before !== null && size < before.size)
    throw new LogChangedError(before, `it covers ${before.size} events, the log has ${size}`);
  if (size === (before?.size ?? 0)) return null;

  const { root, completed } = await growTree(client, before, size);
  await insertNodes(client, completed);
  const head = signTreeHead(
    { size, position: String(size) as Position, rootHash: root, at: await serverInstant(client) },
    key.privateKey,
    key.keyId,
  );
  await insertHead(client, head);
  return head;
}

/** Takes the tree up where the kept nodes end, passes the last head's size, where the roots must agree, and goes on. */
async function growTree(client: PoolClient, before: SignedTreeHead | null, size: number) {
  const signedSize = before?.size ?? 0;
  const kept = signedSize - (signedSize % KEPT_LEAVES);
  const tree = await CompactRange.over(new TreeTables(client), kept);
  const completed: KeptNode[] = [];
  const passSigned = () => {
    if (before !== null && tree.size === signedSize && tree.root() !== before.rootHash)
      throw new LogChangedError(before, 'the root over the same events is another');
  };
  passSigned();
  while (tree.size < size) {
    const from = tree.size;
    await readLeaves(client, from, Math.min(from + PAGE, size), (leaf) => {
      tree.append(leafHash(entryText(leaf)), (level, index, hash) => {
        if (level % KEPT_EVERY === 0) completed.push({ level, index, hash });
      });
      passSigned();
    });
    if (tree.size === from) throw new Error(`the log ends at ${from} and its counter says ${size}`);
  }
  if (tree.size !== size) throw new Error(`the log has ${tree.size} events up to position ${size}`);
  return { root: tree.root(), completed };
}
