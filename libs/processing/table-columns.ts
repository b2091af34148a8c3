import type { ClientBase } from 'pg';
import type { ViewBuild } from './projection.js';

/** A table's columns with their types, as DDL writes them. */
export type Columns = ReadonlyMap<string, string>;

/** The tables of a build. */
export async function columnsOf(client: ClientBase, { schema }: ViewBuild): Promise<ReadonlyMap<string, Columns>> {
  const { rows } = await client.query<{ name: string; column: string; type: string }>(
    `SELECT c.relname AS name, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace s ON s.oid = c.relnamespace
     WHERE s.nspname = $1 AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum`,
    [schema],
  );
  const tables = new Map<string, Map<string, string>>();
  for (const { name, column, type } of rows)
    tables.set(name, (tables.get(name) ?? new Map<string, string>()).set(column, type));
  return tables;
}
