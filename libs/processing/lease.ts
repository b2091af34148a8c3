import type { ClientBase, Pool } from 'pg';

/**
 * The right to do one named piece of work, for a time, by the database's clock. `token` rises with every change of
 * hands and every lapse: work done under a lease proves itself by it (`holdsLease`).
 */
export interface Lease {
  readonly name: string;
  readonly owner: string;
  readonly token: string;
}

/**
 * Takes a lease, or prolongs one's own, for `seconds` from now; null while another owner's runs. Only an expired lease
 * changes hands.
 */
export async function takeLease(pool: Pool, name: string, owner: string, seconds: number): Promise<Lease | null> {
  const { rows } = await pool.query<{ token: string }>(
    `INSERT INTO processing.leases AS held (name, owner, token, expires_at)
     VALUES ($1, $2, 1, clock_timestamp() + make_interval(secs => $3))
     ON CONFLICT (name) DO UPDATE SET
       owner = excluded.owner,
       token = held.token + CASE WHEN held.expires_at > clock_timestamp() THEN 0 ELSE 1 END,
       expires_at = clock_timestamp() + make_interval(secs => $3)
     WHERE held.owner = excluded.owner OR held.expires_at <= clock_timestamp()
     RETURNING token`,
    [name, owner, seconds],
  );
  return rows[0] === undefined ? null : { name, owner, token: rows[0].token };
}

/**
 * Asks inside the transaction of the work itself, and keeps the lease from changing hands until that ends: false means
 * that the lease is gone, and the transaction must be rolled back (fencing).
 */
export async function holdsLease(client: ClientBase, lease: Lease): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM processing.leases
     WHERE name = $1 AND owner = $2 AND token = $3 AND expires_at > clock_timestamp() FOR UPDATE`,
    [lease.name, lease.owner, lease.token],
  );
  return rowCount === 1;
}

/** Gives a lease up before its time; no change when it is gone already. */
export async function releaseLease(pool: Pool, lease: Lease): Promise<void> {
  await pool.query(
    `UPDATE processing.leases SET expires_at = clock_timestamp() WHERE name = $1 AND owner = $2 AND token = $3`,
    [lease.name, lease.owner, lease.token],
  );
}
