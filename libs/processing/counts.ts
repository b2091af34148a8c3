import type { ClientBase, PoolClient } from 'pg';
import type { CountTable, ProjectionDefinition, ViewTable } from './projection.js';

/** Counted rows by table and key; the key as JSON of its columns. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * How many rows of subjects stand under each key of the view's count tables.
 *
 * @param subjects by the table whose rows are counted: a case that moves in its list has the same name still
 */
export async function countsOf(
  client: PoolClient,
  definition: ProjectionDefinition,
  subjects: ReadonlyMap<string, readonly string[]>,
): Promise<Counts> {
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (const table of definition.counts ?? []) {
    const ids = subjects.get(table.of) ?? [];
    if (ids.length === 0) continue;
    const { rows } = await client.query<Record<string, unknown> & { n: string }>(
      `${grouped(table, `WHERE ${tableCounted(definition, table).key[0]!} = ANY($1)`)}`,
      [ids],
    );
    counts.set(table.name, new Map(rows.map(({ n, ...key }) => [JSON.stringify(key), Number(n)])));
  }
  return counts;
}

/** What has to be added to the counts, by table and key. */
export function changedCounts(before: Counts, after: Counts): Counts {
  const changes = new Map<string, ReadonlyMap<string, number>>();
  for (const [table, counted] of after) {
    const change = new Map(counted);
    for (const [key, n] of before.get(table) ?? []) change.set(key, (change.get(key) ?? 0) - n);
    changes.set(table, new Map([...change].filter(([, n]) => n !== 0)));
  }
  return changes;
}

export async function writeCounts(
  client: PoolClient,
  { counts = [] }: ProjectionDefinition,
  changes: Counts,
): Promise<void> {
  for (const { name, by, weight } of counts) {
    const changed = changes.get(name) ?? new Map<string, number>();
    if (changed.size === 0) continue;
    // In one order always, so that two workers who count at once never wait for each other.
    const ordered = [...changed].sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = JSON.stringify(ordered.map(([key, n]) => ({ ...(JSON.parse(key) as object), n })));
    const key = Object.keys(by).join(', ');
    await client.query(
      `INSERT INTO ${name} (${key}, n) SELECT ${key}, n FROM json_populate_recordset(NULL::${name}, $1)
       ON CONFLICT (${key}) DO UPDATE SET n = ${name}.n + excluded.n`,
      [rows],
    );
    if (weight !== undefined || ordered.some(([, n]) => n < 0))
      await client.query(
        `DELETE FROM ${name} WHERE n = 0 AND (${key}) IN (SELECT ${key} FROM json_populate_recordset(NULL::${name}, $1))`,
        [rows],
      );
  }
}

/** Counts everything there is; the tables must be empty. */
export async function countAnew(client: ClientBase, { counts = [] }: ProjectionDefinition): Promise<void> {
  for (const table of counts)
    await client.query(`INSERT INTO ${table.name} (${Object.keys(table.by).join(', ')}, n) ${grouped(table, '')}`);
}

/** SQL: the rows a count table must have. */
export function grouped({ of, by, weight, reads }: CountTable, where: string): string {
  const columns = Object.entries(by).map(([column, expression]) => `${expression} AS ${column}`);
  const places = columns.map((_, i) => i + 1).join(', ');
  const summed = (sum: string) => ({ n: `sum(${sum})::bigint`, having: `HAVING sum(${sum}) <> 0` });
  const { n, having } = weight === undefined ? { n: 'count(*)', having: '' } : summed(weight);
  if (reads === undefined)
    return `SELECT ${columns.join(', ')}, ${n} AS n FROM ${of} ${where} GROUP BY ${places} ${having}`;
  // Rows alike are counted once before they are told under how many keys they count.
  const alike = `SELECT ${reads.join(', ')}, ${n} AS times FROM ${of} ${where} GROUP BY ${reads.join(', ')}`;
  return `SELECT ${columns.join(', ')}, sum(times)::bigint AS n FROM (${alike}) AS alike
    GROUP BY ${places} HAVING sum(times) <> 0`;
}

function tableCounted({ tables }: ProjectionDefinition, { of }: CountTable): ViewTable {
  return tables.find(({ name }) => name === of)!;
}
