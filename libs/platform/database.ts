import pg from 'pg';
import { OperatorError } from './operator-error.js';

/** A transaction left open by a fault in a program would hold back every reader of the log. */
const idleInTransactionMs = 60_000;

/** A session keeps the plan of each statement it was asked by name, for as long as it lives. */
const sessionSeconds = 3_600;

const dateOid = 1082;

export interface PoolOptions {
  /** Shown by PostgreSQL beside each of the pool's sessions. */
  readonly applicationName: string;
  /** Greatest number of sessions; 16 when not given: the worker keeps two of them for its notices. */
  readonly max?: number;
}

/** A pool in which `int8` and `numeric` come as strings and `date` as a plain `YYYY-MM-DD`. */
export function openPool(url: string, { applicationName, max = 16 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max,
    connectionTimeoutMillis: 10_000,
    maxLifetimeSeconds: sessionSeconds,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    types: { getTypeParser },
  });
  // An idle session cut by the server: the pool has dropped it, and the next query meets the trouble itself if it lasts.
  pool.on('error', () => undefined);
  // One cut while in use: the query under way rejects, and without a listener the process would end as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Runs with one session of its own, and ends it. When the server cuts it, the statement under way or the next one rejects:
 * without a listener the process would end by an error nobody can catch.
 */
export async function withSession<T>(
  url: string,
  applicationName: string,
  use: (session: pg.Client) => Promise<T>,
): Promise<T> {
  const session = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
  });
  session.on('error', () => undefined);
  try {
    await session.connect();
    return await use(session);
  } finally {
    await session.end().catch(() => undefined);
  }
}

/** pg makes a `date` an instant in the machine's time zone, which is another day east or west of it. */
function getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
  if (oid === dateOid) return (text) => text;
  const parse = pg.types.getTypeParser(oid, format) as (value: string) => unknown;
  return parse;
}

/**
 * Makes the database that `url` names unless it is there.
 * @throws OperatorError when the server does not answer or refuses; the message holds no password.
 */
export async function ensureDatabase(url: string): Promise<void> {
  const refusal = await connectOnce(url, () => Promise.resolve());
  if (refusal === null) return;
  if (refusal.code !== '3D000') throw unreachable(url, refusal);
  const target = new URL(url);
  const database = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const failed = await connectOnce(target.href, (session) =>
    session.query(`create database ${pg.escapeIdentifier(database)} template template0 encoding 'UTF8'`),
  );
  // Another start, at the same moment, made it: 42P04 duplicate_database, or 23505 on its name.
  if (failed !== null && !['42P04', '23505'].includes(failed.code ?? '')) throw unreachable(url, failed);
}

type Refusal = Error & { readonly code?: string };

async function connectOnce(url: string, use: (session: pg.Client) => Promise<unknown>): Promise<Refusal | null> {
  try {
    await withSession(url, 'redress', use);
    return null;
  } catch (error) {
    return error instanceof AggregateError ? (error.errors[0] as Refusal) : (error as Refusal);
  }
}

function unreachable(url: string, why: Refusal): OperatorError {
  return new OperatorError(`The database at ${placeOf(url)} does not answer (${why.message}); check DATABASE_URL.`, {
    cause: why,
  });
}

function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? host}${pathname}`;
}
