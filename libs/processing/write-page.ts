import type { PoolClient } from 'pg';
import { changedCounts, countsOf, writeCounts } from './counts.js';
import { mergeRows, type Change } from './fold-page.js';
import { stateText } from './shared-states.js';
import { subjectTable, type ProjectionDefinition, type Row, type ViewTable } from './projection.js';

/**
 * Writes what a page changed, in the transaction of its checkpoint: a statement or two a table, whatever the page's size.
 * Rows which stay as they were are not written.
 *
 * @param replaceEntries whether the rows of the subjects' events are given anew, all of them
 */
export async function writeChanges(
  client: PoolClient,
  definition: ProjectionDefinition,
  changes: readonly Change[],
  replaceEntries = false,
): Promise<void> {
  const touched = changes.filter((change) => change.rows !== null);
  if (touched.length === 0) return;
  await writeSubjects(client, definition.name, touched);
  const ids = touched.map(({ id }) => id);
  const before = await countsOf(client, definition, ids);
  const rows = mergeRows(touched.map((change) => change.rows!));
  const entries = mergeRows(touched.flatMap((change) => change.entries));
  for (const table of definition.tables) {
    if (table.holds === 'subject') await replaceRows(client, table, ids, rows.get(table.name) ?? []);
    if (table.holds !== 'event') continue;
    if (replaceEntries) await client.query(`DELETE FROM ${table.name} WHERE ${table.key[0]!} = ANY($1)`, [ids]);
    await insertRows(client, table.name, entries.get(table.name) ?? []);
  }
  await writeCounts(client, definition, changedCounts(before, await countsOf(client, definition, ids)));
}

/** The rows of an event of the law, for readers. */
export async function writeReferenceRows(
  client: PoolClient,
  definition: ProjectionDefinition,
  rows: ReadonlyMap<string, readonly Row[]>,
): Promise<void> {
  for (const table of definition.tables) {
    if (table.holds !== 'reference') continue;
    // One statement cannot change a row twice: of a key's rows the last stands.
    const latest = new Map(
      (rows.get(table.name) ?? []).map((row) => [table.key.map((name) => row[name]).join('\n'), row]),
    );
    await upsertRows(client, table, [...latest.values()]);
  }
}

async function writeSubjects(client: PoolClient, view: string, touched: readonly Change[]): Promise<void> {
  const table = subjectTable(view);
  const kept = touched.flatMap((change) => change.kept ?? []);
  await client.query(
    `INSERT INTO ${table} (stream, open, position, state)
     SELECT * FROM unnest($1::text[], $2::boolean[], $3::bigint[], $4::text[])
     ON CONFLICT (stream) DO UPDATE SET open = excluded.open, position = excluded.position, state = excluded.state`,
    [
      kept.map(({ stream }) => stream),
      kept.map(({ open }) => open),
      kept.map(({ position }) => position),
      kept.map(({ state }) => stateText(state)),
    ],
  );
}

/** Brings the rows of these subjects to exactly those given. */
async function replaceRows(
  client: PoolClient,
  table: ViewTable,
  ids: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const { name, key } = table;
  const same = key.map((column) => `n.${column} = t.${column}`).join(' AND ');
  await client.query(
    `DELETE FROM ${name} t WHERE t.${key[0]!} = ANY($1)
     AND NOT EXISTS (SELECT 1 FROM json_populate_recordset(NULL::${name}, $2) n WHERE ${same})`,
    [ids, JSON.stringify(rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]]))))],
  );
  await upsertRows(client, table, rows);
}

async function upsertRows(client: PoolClient, { name, key }: ViewTable, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const others = columns.filter((column) => !key.includes(column));
  const update =
    others.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
         WHERE (${others.map((column) => `${name}.${column}`).join(', ')})
           IS DISTINCT FROM (${others.map((column) => `excluded.${column}`).join(', ')})`;
  await client.query(
    `INSERT INTO ${name} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${name}, $1)
     ON CONFLICT (${key.join(', ')}) DO ${update}`,
    [JSON.stringify(rows)],
  );
}

/** An event is applied once: a row of it which is there already is a fault, and the database says so. */
async function insertRows(client: PoolClient, name: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await client.query(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`,
    [JSON.stringify(rows)],
  );
}
