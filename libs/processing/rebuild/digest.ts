import { escapeIdentifier, type PoolClient } from 'pg';
import { grouped } from '../counts.js';
import { subjectId, subjectTable, type CountTable, type ProjectionDefinition, type ViewBuild } from '../projection.js';
import { columnsOf } from '../table-columns.js';

/** What the rows of a table come to, whatever their order: equal for equal rows. */
export interface TableDigest {
  readonly table: string;
  readonly rows: string;
  readonly digest: string;
}

/** The first row, by its key, in which two builds differ: as PostgreSQL writes rows; null on the side which lacks it. */
export interface Difference {
  readonly table: string;
  readonly one: string | null;
  readonly other: string | null;
}

/** What is compared of a table: rows of parked streams are left out, for they stand where their stream stopped. */
interface Compared {
  readonly table: string;
  readonly key: readonly string[];
  readonly where: string;
}

/**
 * The digests of a build's tables but for the rows of these streams. Where there are any, counts cannot be told without them:
 * they are then held against their own rows instead.
 */
export async function digestsOf(
  client: PoolClient,
  definition: ProjectionDefinition,
  build: ViewBuild,
  parked: readonly string[],
): Promise<readonly TableDigest[]> {
  const digests: TableDigest[] = [];
  const columns = await columnsOf(client, build);
  for (const { table, where } of comparedTables(definition, parked)) {
    const row = `ROW(${[...columns.get(table)!].map(hashed).join(', ')})`;
    const { rows } = await client.query<TableDigest>(
      // Rows have keys, so that none occurs twice and cancels itself out.
      `SELECT '${table}' AS table, count(*) AS rows,
         to_hex(coalesce(bit_xor(hash_record_extended(${row}, 0)), 0)) || ':' ||
         to_hex(coalesce(bit_xor(hash_record_extended(${row}, 1)), 0)) AS digest
       FROM ${inSchema(build, table)} WHERE ${where}`,
      parametersOf(where, parked),
    );
    digests.push(rows[0]!);
  }
  return digests;
}

/** Types whose equal values are the same bytes; of others, such as numeric, the text is compared. */
const exact = new Set(['text', 'text[]', 'boolean', 'integer', 'bigint', 'date', 'uuid']);

function hashed([column, type]: readonly [string, string]): string {
  return exact.has(type) ? escapeIdentifier(column) : `${escapeIdentifier(column)}::text`;
}

/**
 * @param others the digests of the other build
 * @param parked the streams which are parked in either
 * @param recounted the builds whose counts are held against their rows
 */
export async function firstDifference(
  client: PoolClient,
  definition: ProjectionDefinition,
  [one, other]: readonly [ViewBuild, ViewBuild],
  others: readonly TableDigest[],
  parked: readonly string[],
  recounted: readonly ViewBuild[],
): Promise<Difference | null> {
  const ones = await digestsOf(client, definition, one, parked);
  const compared = comparedTables(definition, parked);
  for (const [i, { table, digest, rows: count }] of ones.entries()) {
    if (digest === others[i]!.digest && count === others[i]!.rows) continue;
    const { key, where } = compared[i]!;
    const side = (build: ViewBuild) =>
      `SELECT ${key.join(', ')}, t::text AS content FROM ${inSchema(build, table)} t WHERE ${where}`;
    const { rows } = await client.query<Omit<Difference, 'table'>>(
      `SELECT a.content AS one, b.content AS other FROM (${side(one)}) a FULL JOIN (${side(other)}) b
       USING (${key.join(', ')}) WHERE a.content IS DISTINCT FROM b.content ORDER BY ${key.join(', ')} LIMIT 1`,
      parametersOf(where, parked),
    );
    return { table, ...rows[0]! };
  }
  for (const build of recounted) {
    for (const count of definition.counts ?? []) {
      const miscounted = await countDifference(client, count, build);
      if (miscounted !== null) return miscounted;
    }
  }
  return null;
}

/** A count which is not the number of rows it counts: `one` is kept, `other` counted anew. */
async function countDifference(client: PoolClient, count: CountTable, build: ViewBuild): Promise<Difference | null> {
  const key = Object.keys(count.by).join(', ');
  const anew = grouped({ ...count, of: inSchema(build, count.of) });
  const { rows } = await client.query<Omit<Difference, 'table'>>(
    `SELECT CASE WHEN k.n IS NOT NULL THEN ROW(${key}, k.n)::text END AS one,
       CASE WHEN a.n IS NOT NULL THEN ROW(${key}, a.n)::text END AS other
     FROM ${inSchema(build, count.name)} k FULL JOIN (${anew}) a USING (${key})
     WHERE k.n IS DISTINCT FROM a.n ORDER BY ${key} LIMIT 1`,
  );
  return rows[0] === undefined ? null : { table: count.name, ...rows[0] };
}

function comparedTables(
  { name, tables, counts = [] }: ProjectionDefinition,
  parked: readonly string[],
): readonly Compared[] {
  const comparable = parked.length === 0 ? counts : [];
  return [
    { table: subjectTable(name), key: ['stream'], where: 'stream <> ALL($1)' },
    ...tables.map(({ name: table, key, holds }) => ({
      table,
      key,
      where: holds === 'reference' ? 'true' : `${key[0]!} <> ALL($1)`,
    })),
    ...comparable.map(({ name: table, by }) => ({ table, key: Object.keys(by), where: 'true' })),
  ];
}

function parametersOf(where: string, parked: readonly string[]): unknown[] {
  if (where === 'true') return [];
  return [where.startsWith('stream ') ? parked : parked.map(subjectId)];
}

function inSchema({ schema }: ViewBuild, table: string): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}
