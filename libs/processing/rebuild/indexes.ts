import type { ClientBase } from 'pg';
import type { ViewBuild } from '../projection.js';

/**
 * The DDL which gives a build's tables their keys and indexes back, in the order in which it must run: constraints last,
 * for they bring indexes of their own.
 */
export async function indexesOf(client: ClientBase, { schema }: ViewBuild): Promise<readonly string[]> {
  const { rows } = await client.query<{ ddl: string }>(
    `SELECT pg_get_indexdef(i.indexrelid) AS ddl FROM pg_index i
       JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace s ON s.oid = t.relnamespace
       WHERE s.nspname = $1 AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
     UNION ALL
     SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', s.nspname, t.relname, c.conname, pg_get_constraintdef(c.oid))
       FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace s ON s.oid = t.relnamespace
       WHERE s.nspname = $1 AND c.contype IN ('p', 'u')`,
    [schema],
  );
  return rows.map(({ ddl }) => ddl);
}

/** Takes the keys and indexes off: rows go in by COPY several times as fast without. */
export async function dropIndexes(client: ClientBase, { schema }: ViewBuild): Promise<void> {
  const { rows } = await client.query<{ ddl: string }>(
    `SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', s.nspname, t.relname, c.conname) AS ddl
       FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace s ON s.oid = t.relnamespace
       WHERE s.nspname = $1 AND c.contype IN ('p', 'u')
     UNION ALL
     SELECT format('DROP INDEX %I.%I', s.nspname, n.relname) FROM pg_index i
       JOIN pg_class n ON n.oid = i.indexrelid JOIN pg_namespace s ON s.oid = n.relnamespace
       WHERE s.nspname = $1 AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [schema],
  );
  for (const { ddl } of rows) await client.query(ddl);
}
