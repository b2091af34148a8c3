import type { ViewDb } from '@redress/processing/projection.js';

export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * Inserts the rows in one statement, or puts them in the place of those with the same key. Column types are the table's.
 *
 * @param table an unqualified name, found in the schema of the build
 * @param key the columns of the primary key
 */
export async function writeRows(
  db: ViewDb,
  table: string,
  key: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const others = columns.filter((column) => !key.includes(column));
  await db.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1)
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}
