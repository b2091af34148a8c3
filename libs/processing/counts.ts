import { textArray } from '@redress/event-store/postgres/binary-array.js';
import type { ClientBase, PoolClient } from 'pg';
import { columnText } from './column-text.js';
import type { CountTable, ProjectionDefinition, Row } from './projection.js';
import type { Columns } from './table-columns.js';

/** Rows of one table which are to be counted as they are now, and no longer as they were. */
export interface Recounted {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** The columns of a table on which its counts hang. */
export function columnsCounted(counts: readonly CountTable[], of: string, columns: Columns): Columns {
  const expressions = counts
    .filter((count) => count.of === of)
    .flatMap(({ by, weight = '' }) => [...Object.values(by), weight]);
  const words = new Set(expressions.flatMap((expression) => expression.match(/\w+/g) ?? []));
  return new Map([...columns].filter(([column]) => words.has(column)));
}

/**
 * Brings a table of counts from the rows as they were to the rows as they are, without reading the table it counts.
 *
 * @param columns those on which the counts hang
 */
export async function recount(
  client: PoolClient,
  count: CountTable,
  columns: Columns,
  { before, after }: Recounted,
): Promise<void> {
  const rows = [...before, ...after];
  if (rows.length === 0) return;
  const { rows: answer } = await client.query<{ emptied: string | null }>(recountSql(count, columns), [
    rows.map((_, i) => (i < before.length ? -1 : 1)),
    ...[...columns.keys()].map((column) => textArray(rows.map((row) => columnText(row[column] ?? null)))),
  ]);
  const { emptied } = answer[0]!;
  if (emptied === null) return;
  const key = Object.keys(count.by).join(', ');
  await client.query(
    `DELETE FROM ${count.name} WHERE (${key}) IN (SELECT ${key} FROM json_populate_recordset(NULL::${count.name}, $1))`,
    [emptied],
  );
}

/** SQL: its answer are the keys under which nothing is counted any more, as PostgreSQL's own JSON; null for none. */
function recountSql({ name, of, by, weight = '1' }: CountTable, columns: Columns): string {
  const given = [...columns].map(([column, type], i) => `c${i}::${type} AS ${column}`).join(', ');
  const arrays = [...columns].map((_, i) => `, $${i + 2}::text[]`).join('');
  const texts = [...columns].map((_, i) => `, c${i}`).join('');
  const key = Object.keys(by).join(', ');
  // Rows alike are counted once before they are told under how many keys they count.
  const alike = `SELECT ${given}, sum(sign) AS times FROM unnest($1::integer[]${arrays}) AS given (sign${texts})
    GROUP BY ${[...columns].map((_, i) => i + 1).join(', ')} HAVING sum(sign) <> 0`;
  const keyed = Object.entries(by).map(([column, expression]) => `${expression} AS ${column}`);
  // In one order always, so that two workers who count at once never wait for each other.
  return `WITH changed AS (
      INSERT INTO ${name} (${key}, n)
      SELECT * FROM (
        SELECT ${keyed.join(', ')}, sum(times * (${weight}))::bigint AS n FROM (${alike}) AS ${of}
        GROUP BY ${keyed.map((_, i) => i + 1).join(', ')}
      ) AS counted WHERE n <> 0 ORDER BY ${key}
      ON CONFLICT (${key}) DO UPDATE SET n = ${name}.n + excluded.n
      RETURNING ${key}, n
    ) SELECT json_agg(changed)::text AS emptied FROM changed WHERE n = 0`;
}

/** Counts everything there is; the tables must be empty. */
export async function countAnew(client: ClientBase, { counts = [] }: ProjectionDefinition): Promise<void> {
  for (const table of counts)
    await client.query(`INSERT INTO ${table.name} (${Object.keys(table.by).join(', ')}, n) ${grouped(table)}`);
}

/** SQL: the rows a count table must have. */
export function grouped({ of, by, weight, reads }: CountTable): string {
  const columns = Object.entries(by).map(([column, expression]) => `${expression} AS ${column}`);
  const places = columns.map((_, i) => i + 1).join(', ');
  const summed = (sum: string) => ({ n: `sum(${sum})::bigint`, having: `HAVING sum(${sum}) <> 0` });
  const { n, having } = weight === undefined ? { n: 'count(*)', having: '' } : summed(weight);
  if (reads === undefined) return `SELECT ${columns.join(', ')}, ${n} AS n FROM ${of} GROUP BY ${places} ${having}`;
  // Rows alike are counted once before they are told under how many keys they count.
  const alike = `SELECT ${reads.join(', ')}, ${n} AS times FROM ${of} GROUP BY ${reads.join(', ')}`;
  return `SELECT ${columns.join(', ')}, sum(times)::bigint AS n FROM (${alike}) AS alike
    GROUP BY ${places} HAVING sum(times) <> 0`;
}
