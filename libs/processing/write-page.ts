import { textArray } from '@redress/event-store/postgres/binary-array.js';
import type { PoolClient } from 'pg';
import { changedCounts, countsOf, writeCounts } from './counts.js';
import { mergeRows, type Change } from './fold-page.js';
import {
  subjectTable,
  type ProjectionDefinition,
  type Row,
  type Value,
  type ViewBuild,
  type ViewTable,
} from './projection.js';
import { columnsOf, type Columns } from './table-columns.js';

/**
 * Writes what pages changed of a build, in the transactions of its checkpoints: a statement or two a table, whatever the
 * page's size. Rows which stay as they were are not written.
 */
export class ViewWriter {
  private tables: ReadonlyMap<string, Columns> | null = null;

  constructor(
    private readonly definition: ProjectionDefinition,
    private readonly build: ViewBuild,
  ) {}

  /** @param replaceEntries whether the rows of the subjects' events are given anew, all of them */
  async write(client: PoolClient, changes: readonly Change[], replaceEntries = false): Promise<void> {
    const touched = changes.filter((change) => change.rows !== null);
    if (touched.length === 0) return;
    await this.writeSubjects(client, touched);
    const ids = touched.map(({ id }) => id);
    const before = await countsOf(client, this.definition, ids);
    const rows = mergeRows(touched.map((change) => change.rows!));
    const entries = mergeRows(touched.flatMap((change) => change.entries));
    for (const table of this.definition.tables) {
      if (table.holds === 'subject') await this.replaceRows(client, table, ids, rows.get(table.name) ?? []);
      if (table.holds !== 'event') continue;
      if (replaceEntries) await client.query(`DELETE FROM ${table.name} WHERE ${table.key[0]!} = ANY($1)`, [ids]);
      // An event is applied once: a row of it which is there already is a fault, and the database says so.
      await this.insert(client, table.name, entries.get(table.name) ?? [], '');
    }
    const after = await countsOf(client, this.definition, ids);
    await writeCounts(client, this.definition, changedCounts(before, after));
  }

  /** The rows of events of the law, for readers. */
  async writeReferenceRows(client: PoolClient, rows: ReadonlyMap<string, readonly Row[]>): Promise<void> {
    for (const table of this.definition.tables) {
      if (table.holds !== 'reference') continue;
      // One statement cannot change a row twice: of a key's rows the last stands.
      const byKey = (rows.get(table.name) ?? []).map(
        (row) => [table.key.map((name) => String(row[name])).join('\n'), row] as const,
      );
      await this.upsert(client, table, [...new Map(byKey).values()]);
    }
  }

  private async writeSubjects(client: PoolClient, touched: readonly Change[]): Promise<void> {
    const table = subjectTable(this.definition.name);
    const kept = touched.flatMap((change) => change.kept ?? []);
    await client.query({
      name: `processing-subjects-${this.build.schema}`,
      text: `INSERT INTO ${table} (stream, open, position) SELECT * FROM unnest($1::text[], $2::boolean[], $3::bigint[])
       ON CONFLICT (stream) DO UPDATE SET open = excluded.open, position = excluded.position`,
      values: [
        textArray(kept.map(({ stream }) => stream)),
        kept.map(({ open }) => open),
        kept.map(({ position }) => position),
      ],
    });
  }

  /** Brings the rows of these subjects to exactly those given. */
  private async replaceRows(
    client: PoolClient,
    table: ViewTable,
    ids: readonly string[],
    rows: readonly Row[],
  ): Promise<void> {
    const { name, key } = table;
    const types = (await this.columnsOf(client)).get(name)!;
    const columns = key.map((column, i) => `k${i}::${types.get(column)!} AS ${column}`).join(', ');
    const given = `SELECT ${columns} FROM unnest(${key.map((_, i) => `$${i + 2}::text[]`).join(', ')})
       AS given (${key.map((_, i) => `k${i}`).join(', ')})`;
    await client.query(
      `DELETE FROM ${name} t WHERE t.${key[0]!} = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM (${given}) n WHERE ${key.map((column) => `n.${column} = t.${column}`).join(' AND ')})`,
      [ids, ...key.map((column) => textArray(rows.map((row) => columnText(row[column] ?? null))))],
    );
    await this.upsert(client, table, rows);
  }

  private async upsert(client: PoolClient, { name, key }: ViewTable, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const others = Object.keys(rows[0]!).filter((column) => !key.includes(column));
    const update =
      others.length === 0
        ? 'NOTHING'
        : `UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
           WHERE (${others.map((column) => `${name}.${column}`).join(', ')})
             IS DISTINCT FROM (${others.map((column) => `excluded.${column}`).join(', ')})`;
    await this.insert(client, name, rows, `ON CONFLICT (${key.join(', ')}) DO ${update}`);
  }

  private async insert(client: PoolClient, name: string, rows: readonly Row[], conflict: string): Promise<void> {
    if (rows.length === 0) return;
    const types = (await this.columnsOf(client)).get(name)!;
    const columns = Object.keys(rows[0]!);
    // As text, cast there: half the work of JSON on either side.
    await client.query(
      `INSERT INTO ${name} (${columns.join(', ')})
       SELECT ${columns.map((column, i) => `c${i}::${types.get(column) ?? 'text'}`).join(', ')}
       FROM unnest(${columns.map((_, i) => `$${i + 1}::text[]`).join(', ')})
         AS given (${columns.map((_, i) => `c${i}`).join(', ')}) ${conflict}`,
      columns.map((column) => textArray(rows.map((row) => columnText(row[column] ?? null)))),
    );
  }

  private async columnsOf(client: PoolClient): Promise<ReadonlyMap<string, Columns>> {
    return (this.tables ??= await columnsOf(client, this.build));
  }
}

/** PostgreSQL's input text of a value. */
export function columnText(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? `{${value.map(element).join(',')}}` : String(value);
}

function element(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
