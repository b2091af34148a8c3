import type { Pool, PoolClient } from 'pg';
import { indexKeyId, KeyRing } from './key-ring.js';
import { newMasterKey, readMasterKeys, replaceMasterKeys, unwrapKey, wrapKey, type MasterKey } from './master-key.js';

const keysAtOnce = 1_000;

/**
 * Puts all keys under a new master key, in one transaction. The file holds both while it runs, so that a crash at any
 * moment leaves a file which opens the database; the old key leaves the file at the end. What still has the old one (a
 * backup of the keys, pages not yet overwritten) opens with it alone: who destroys it destroys the forgotten there too.
 *
 * @throws MasterKeyError where the file has not the present master key
 */
export async function rotateMasterKey(pool: Pool, path: string): Promise<{ master: string; keys: number }> {
  const before = await new KeyRing(pool, path).open();
  const next = newMasterKey();
  replaceMasterKeys(path, [next, ...readMasterKeys(path)]);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Whoever makes keys meanwhile waits, and then hears that the master key is another (`privacy.take_keys`).
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('privacy.master'))`);
    const { rowCount } = await client.query('UPDATE privacy.vault SET master = $1, index_key = $2 WHERE master = $3', [
      next.id,
      wrapKey(next, indexKeyId, before.indexKey),
      before.master.id,
    ]);
    if (rowCount !== 1) throw new Error('another rotation was first');
    const keys = await rewrapAll(client, before.master, next);
    await client.query('COMMIT');
    replaceMasterKeys(path, [next]);
    return { master: next.id, keys };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function rewrapAll(client: PoolClient, before: MasterKey, next: MasterKey): Promise<number> {
  let done = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await client.query<{ id: string; wrapped: Buffer }>(
      'SELECT id, wrapped FROM privacy.keys WHERE wrapped IS NOT NULL AND id > $1 ORDER BY id LIMIT $2 FOR UPDATE',
      [after, keysAtOnce],
    );
    if (rows.length === 0) return done;
    await client.query(
      `UPDATE privacy.keys k SET wrapped = n.wrapped FROM unnest($1::uuid[], $2::bytea[]) AS n (id, wrapped) WHERE k.id = n.id`,
      [rows.map(({ id }) => id), rows.map(({ id, wrapped }) => wrapKey(next, id, unwrapKey(before, id, wrapped)))],
    );
    done += rows.length;
    after = rows.at(-1)!.id;
  }
}
