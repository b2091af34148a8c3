import { textArray } from '@redress/event-store/postgres/binary-array.js';
import type { PoolClient } from 'pg';
import { columnText } from './column-text.js';
import { columnsCounted, recount, type Recounted } from './counts.js';
import type { Change } from './fold-page.js';
import { subjectTable, type ProjectionDefinition, type Row, type ViewBuild, type ViewTable } from './projection.js';
import { columnsOf, type Columns } from './table-columns.js';
import { WrittenRows } from './written-rows.js';

/**
 * Writes what pages changed of a build, in the transactions of its checkpoints: a statement or two a table, whatever the
 * page's size. Rows which stay as they were are not written: of subjects which it wrote before it knows them.
 */
export class ViewWriter {
  private tables: ReadonlyMap<string, Columns> | null = null;
  private counted: ReadonlyMap<string, Columns> | null = null;
  private readonly written = new WrittenRows();

  constructor(
    private readonly definition: ProjectionDefinition,
    private readonly build: ViewBuild,
  ) {}

  /** Brings the rows of the subjects to those given. */
  async write(client: PoolClient, changes: readonly Change[]): Promise<void> {
    const touched = changes.filter((change) => change.rows !== null);
    if (touched.length === 0) return;
    await this.writeSubjects(client, touched);
    const counted = await this.countedColumns(client);
    const columnNames = new Map([...counted].map(([table, columns]) => [table, [...columns.keys()]]));
    const recounted = new Map<string, Recounted>();
    for (const difference of this.written.differences(touched, this.subjectTables(), columnNames)) {
      const { table, unknown, gone, rows } = difference;
      const { before, after } = difference.recounted;
      if (counted.has(table.name)) {
        const stood = await this.standing(client, table, unknown.ids, columnNames.get(table.name)!);
        recounted.set(table.name, { before: [...before, ...stood], after: [...after, ...unknown.rows] });
      }
      await this.deleteOthers(client, table, unknown.ids, unknown.rows);
      await this.deleteKeys(client, table, gone);
      await this.upsert(client, table, [...unknown.rows, ...rows]);
    }
    // At the end: all workers count in the same rows.
    for (const count of this.definition.counts ?? [])
      await recount(client, count, counted.get(count.of)!, recounted.get(count.of)!);
  }

  /** The transaction of the last writes was committed. */
  committed(): void {
    this.written.keep();
  }

  /** It was not, or somebody else writes to the build: what is known of its rows is not so any more. */
  forget(): void {
    this.written.forget();
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

  private subjectTables(): readonly ViewTable[] {
    return this.definition.tables.filter(({ holds }) => holds === 'subject');
  }

  /** Of each table that is counted the columns on which its counts hang. */
  private async countedColumns(client: PoolClient): Promise<ReadonlyMap<string, Columns>> {
    if (this.counted !== null) return this.counted;
    const { counts = [] } = this.definition;
    const tables = await this.columnsOf(client);
    return (this.counted = new Map(counts.map(({ of }) => [of, columnsCounted(counts, of, tables.get(of)!)])));
  }

  /** The rows of subjects as they stand, of some columns as PostgreSQL's text. */
  private async standing(
    client: PoolClient,
    { name, key }: ViewTable,
    ids: readonly string[],
    columns: readonly string[],
  ): Promise<readonly Row[]> {
    if (ids.length === 0) return [];
    const texts = columns.map((column) => `${column}::text AS ${column}`).join(', ');
    const { rows } = await client.query<Row>(`SELECT ${texts} FROM ${name} WHERE ${key[0]!} = ANY($1)`, [ids]);
    return rows;
  }

  /** Deletes all rows of these subjects but for those given. */
  private async deleteOthers(
    client: PoolClient,
    table: ViewTable,
    ids: readonly string[],
    rows: readonly Row[],
  ): Promise<void> {
    if (ids.length === 0) return;
    const given = await this.keysOf(client, table, rows, 2);
    const same = table.key.map((column) => `n.${column} = t.${column}`).join(' AND ');
    await client.query(
      `DELETE FROM ${table.name} t WHERE t.${table.key[0]!} = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM (${given.sql}) n WHERE ${same})`,
      [ids, ...given.values],
    );
  }

  private async deleteKeys(client: PoolClient, table: ViewTable, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const given = await this.keysOf(client, table, rows, 1);
    const same = table.key.map((column) => `n.${column} = t.${column}`).join(' AND ');
    await client.query(`DELETE FROM ${table.name} t USING (${given.sql}) n WHERE ${same}`, given.values);
  }

  /** SQL for the keys of rows, its parameters numbered from one on. */
  private async keysOf(client: PoolClient, { name, key }: ViewTable, rows: readonly Row[], first: number) {
    const types = (await this.columnsOf(client)).get(name)!;
    const columns = key.map((column, i) => `k${i}::${types.get(column)!} AS ${column}`).join(', ');
    const arrays = key.map((_, i) => `$${i + first}::text[]`).join(', ');
    return {
      sql: `SELECT ${columns} FROM unnest(${arrays}) AS given (${key.map((_, i) => `k${i}`).join(', ')})`,
      values: key.map((column) => textArray(rows.map((row) => columnText(row[column] ?? null)))),
    };
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
    const types = (await this.columnsOf(client)).get(name)!;
    const columns = Object.keys(rows[0]!);
    // As text, cast there: half the work of JSON on either side.
    await client.query(
      `INSERT INTO ${name} (${columns.join(', ')})
       SELECT ${columns.map((column, i) => `c${i}::${types.get(column) ?? 'text'}`).join(', ')}
       FROM unnest(${columns.map((_, i) => `$${i + 1}::text[]`).join(', ')})
         AS given (${columns.map((_, i) => `c${i}`).join(', ')})
       ON CONFLICT (${key.join(', ')}) DO ${update}`,
      columns.map((column) => textArray(rows.map((row) => columnText(row[column] ?? null)))),
    );
  }

  private async columnsOf(client: PoolClient): Promise<ReadonlyMap<string, Columns>> {
    return (this.tables ??= await columnsOf(client, this.build));
  }
}
