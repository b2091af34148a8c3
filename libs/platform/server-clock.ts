import type pg from 'pg';

/**
 * The time of all processes: PostgreSQL's clock, in UTC with microseconds, as `2026-02-16T08:00:00.123456+00:00`.
 * Inside a transaction too it is the present instant, not the transaction's start.
 */
export async function now(database: pg.Pool | pg.ClientBase): Promise<string> {
  const { rows } = await database.query<{ now: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as now`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL told no time');
  return row.now;
}
