import type { ClientBase } from 'pg';
import { entryText, leafHash, nodeHash, type LogEntry } from './merkle.js';
import type { SignedTreeHead } from './tree-head.js';
import type { TreeNodes } from './tree.js';

/** es.tree_nodes keeps every eighth level: the subtrees of 256 leaves, of 65,536 and so on; the leaves are es.events. */
export const KEPT_EVERY = 8;
const TILE = 2 ** KEPT_EVERY;

/** As text in the very form the store gives it. */
export const ISO = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')`;

/** The nodes of the whole-log tree on PostgreSQL, where the leaf `index` is the event at position index + 1. */
export class TreeTables implements TreeNodes {
  /** By level and number: the hashes of 256 neighbours on a kept level. */
  private readonly tiles = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly client: ClientBase) {}

  async node(level: number, index: number): Promise<string> {
    const kept = Math.floor(level / KEPT_EVERY);
    const width = 2 ** (level % KEPT_EVERY);
    const first = index * width;
    const tile = await this.tile(kept * KEPT_EVERY, Math.floor(first / TILE));
    const hashes = tile.slice(first % TILE, (first % TILE) + width);
    if (hashes.length < width) throw new Error(`the tree has no node ${index} on level ${level}`);
    return rootOf(hashes);
  }

  private tile(level: number, number: number): Promise<readonly string[]> {
    const key = `${level}/${number}`;
    const kept = this.tiles.get(key) ?? this.readTile(level, number * TILE);
    this.tiles.set(key, kept);
    return kept;
  }

  private async readTile(level: number, first: number): Promise<readonly string[]> {
    if (level === 0) {
      const { rows } = await this.client.query<LogEntry>(
        `SELECT position, ${ISO('recorded_at')} AS "recordedAt", encode(hash, 'hex') AS hash FROM es.events
         WHERE position > $1 AND position <= $2 ORDER BY position`,
        [first, first + TILE],
      );
      return rows.map((entry) => leafHash(entryText(entry)));
    }
    const { rows } = await this.client.query<{ hash: string }>(
      `SELECT encode(hash, 'hex') AS hash FROM es.tree_nodes
       WHERE level = $1 AND index >= $2 AND index < $3 ORDER BY index`,
      [level, first, first + TILE],
    );
    return rows.map((row) => row.hash);
  }
}

/** The root over a power of two of neighbours. */
function rootOf(hashes: readonly string[]): string {
  let level = hashes;
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, i) => nodeHash(level[2 * i]!, level[2 * i + 1]!));
  return level[0]!;
}

/** A subtree's root that is kept. */
export interface KeptNode {
  readonly level: number;
  readonly index: number;
  readonly hash: string;
}

export async function insertNodes(client: ClientBase, nodes: readonly KeptNode[]): Promise<void> {
  await client.query(
    `INSERT INTO es.tree_nodes (level, index, hash)
     SELECT level, index, decode(hash, 'hex') FROM unnest($1::smallint[], $2::bigint[], $3::text[]) AS n (level, index, hash)
     ON CONFLICT DO NOTHING`,
    [nodes.map((node) => node.level), nodes.map((node) => node.index), nodes.map((node) => node.hash)],
  );
}

/** The kept nodes of one level from an index to another, itself excluded. */
export async function readNodes(
  client: ClientBase,
  level: number,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ index: string; hash: string }>(
    `SELECT index, encode(hash, 'hex') AS hash FROM es.tree_nodes WHERE level = $1 AND index >= $2 AND index < $3`,
    [level, from, to],
  );
  return new Map(rows.map((row) => [Number(row.index), row.hash]));
}

export async function insertHead(client: ClientBase, head: SignedTreeHead): Promise<void> {
  await client.query(
    `INSERT INTO es.tree_heads (size, position, root_hash, at, key_id, signature)
     VALUES ($1, $2, decode($3, 'hex'), $4, decode($5, 'hex'), decode($6, 'base64'))`,
    [head.size, head.position, head.rootHash, head.at, head.keyId, head.signature],
  );
}

const HEADS = `SELECT size, position::text, encode(root_hash, 'hex') AS "rootHash", ${ISO('at')} AS at,
  encode(key_id, 'hex') AS "keyId", translate(encode(signature, 'base64'), E'\\n', '') AS signature FROM es.tree_heads`;

type HeadRow = Omit<SignedTreeHead, 'size'> & { readonly size: string };

/** The signed heads past a size, the smallest first; all of them, or the first `limit`. */
export async function headsAfter(
  client: ClientBase,
  size: number,
  limit: number | null = null,
): Promise<readonly SignedTreeHead[]> {
  const { rows } = await client.query<HeadRow>(`${HEADS} WHERE size > $1 ORDER BY size LIMIT $2`, [size, limit]);
  return rows.map(headOf);
}

export async function lastHead(client: ClientBase): Promise<SignedTreeHead | null> {
  const { rows } = await client.query<HeadRow>(`${HEADS} ORDER BY size DESC LIMIT 1`);
  return rows[0] === undefined ? null : headOf(rows[0]);
}

function headOf(row: HeadRow): SignedTreeHead {
  return { ...row, size: Number(row.size) };
}

/** The server's clock, one for all processes, in the form the store gives its times. */
export async function serverInstant(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ at: string }>(`SELECT ${ISO('clock_timestamp()')} AS at`);
  return rows[0]!.at;
}
