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
  return (await takeLeases(pool, [name], owner, seconds))[0] ?? null;
}

/** The same for many at once; those which another owner holds are left out. */
export async function takeLeases(
  pool: Pool,
  names: readonly string[],
  owner: string,
  seconds: number,
): Promise<readonly Lease[]> {
  const { rows } = await pool.query<Lease>(
    `INSERT INTO processing.leases AS held (name, owner, token, expires_at)
     SELECT name, $2, 1, clock_timestamp() + make_interval(secs => $3) FROM unnest($1::text[]) AS name ORDER BY name
     ON CONFLICT (name) DO UPDATE SET
       owner = excluded.owner,
       token = held.token + CASE WHEN held.expires_at > clock_timestamp() THEN 0 ELSE 1 END,
       expires_at = clock_timestamp() + make_interval(secs => $3)
     WHERE held.owner = excluded.owner OR held.expires_at <= clock_timestamp()
     RETURNING name, owner, token`,
    [names, owner, seconds],
  );
  return rows;
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
  await releaseLeases(pool, [lease]);
}

export async function releaseLeases(pool: Pool, leases: readonly Lease[]): Promise<void> {
  if (leases.length === 0) return;
  await pool.query(
    `UPDATE processing.leases l SET expires_at = clock_timestamp()
     FROM unnest($1::text[], $2::text[], $3::bigint[]) AS given (name, owner, token)
     WHERE l.name = given.name AND l.owner = given.owner AND l.token = given.token`,
    [leases.map(({ name }) => name), leases.map(({ owner }) => owner), leases.map(({ token }) => token)],
  );
}

/**
 * Does work for as long as a lease is held, and prolongs it meanwhile; false, and nothing done, while another owner's
 * runs. The signal tells the work that the lease is gone.
 */
export async function withLease(
  pool: Pool,
  name: string,
  owner: string,
  seconds: number,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const lease = await takeLease(pool, name, owner, seconds);
  if (lease === null) return false;
  const lost = new AbortController();
  const renewal = setInterval(
    () => {
      takeLease(pool, name, owner, seconds).then(
        (renewed) => {
          if (renewed?.token !== lease.token) lost.abort();
        },
        // The database does not answer: the work meets the same trouble, or the next renewal succeeds.
        () => undefined,
      );
    },
    (seconds * 1000) / 4,
  );
  try {
    await work(lost.signal);
  } finally {
    clearInterval(renewal);
    await releaseLease(pool, lease);
  }
  return true;
}
