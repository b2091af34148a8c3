import type { Pool, PoolClient } from 'pg';

/**
 * Runs `work` in one transaction on one connection: committed when it resolves, rolled back when it rejects. A
 * connection lost on the way rejects the query under way; it is given back to the pool as broken.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  begin = 'BEGIN',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection in use that the server ends reports it as an event; without a listener that ends the process.
  const onError = (error: Error) => (broken = error);
  client.on('error', onError);
  try {
    await client.query(begin);
    const result = await work(client);
    // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and no error.
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: a statement in it had failed.');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken ??= failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

const TRANSIENT_CODES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '57014', // query_canceled: a statement time-out
  '25P03', // idle_in_transaction_session_timeout
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the socket file of a server which is down
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/** SQLSTATE classes: connection exception, insufficient resources, operator intervention, system error. */
const TRANSIENT_CLASSES = ['08', '53', '57P', '58'];

/** Whether the same work may succeed later though nothing of it changes: the connection's or the server's trouble. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === 'string')
    return (
      TRANSIENT_CODES.has(code) || (code.length === 5 && TRANSIENT_CLASSES.some((start) => code.startsWith(start)))
    );
  // pg reports a lost connection as an Error without a code.
  return /connection terminated|client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|not queryable|client was closed/i.test(
    error.message,
  );
}
