import { createHash } from 'node:crypto';
import { escapeIdentifier, type Pool, type PoolClient } from 'pg';
import { schemaOf, type ProjectionDefinition, type ViewBuild } from './projection.js';
import { inTransaction } from './transaction.js';

/** The log serves a newer version of the view than this program knows; it must not be worked on from here. */
export class SupersededViewError extends Error {
  override readonly name = 'SupersededViewError';

  constructor(view: string, known: number, served: number) {
    super(`The view ${view} is served at version ${served}; this program knows version ${known}.`);
  }
}

/**
 * The build a registry's definition is worked on in: made when it is not there. The first build of a view serves at
 * once; one of a new version serves when it has caught up (`serveBuild`).
 * @throws SupersededViewError
 * @throws Error when `schemaSql` changed without a new version
 */
export async function ensureBuild(pool: Pool, definition: ProjectionDefinition): Promise<ViewBuild> {
  return inTransaction(pool, async (client) => {
    await lockView(client, definition.name);
    const { rows } = await client.query<{ version: number; schema_hash: string; state: string }>(
      'SELECT version, schema_hash, state FROM processing.builds WHERE view = $1 AND build = 1',
      [definition.name],
    );
    const serving = rows.find((row) => row.state === 'serving');
    if (serving !== undefined && serving.version > definition.version)
      throw new SupersededViewError(definition.name, definition.version, serving.version);
    const build = buildOf(definition);
    const own = rows.find((row) => row.version === definition.version);
    if (own === undefined) await createBuild(client, definition, build, serving === undefined);
    else if (own.schema_hash !== hashOf(definition))
      throw new Error(
        `The tables of the view ${definition.name} changed; version ${definition.version} must become another.`,
      );
    return build;
  });
}

/**
 * Points the readers at a build, in one transaction, and drops the builds it takes the place of; a processor still at
 * work on one of those finds its checkpoint gone. No change when the build serves already.
 */
export async function serveBuild(pool: Pool, build: ViewBuild): Promise<void> {
  const retired = await inTransaction(pool, async (client) => {
    await lockView(client, build.view);
    const { rows } = await client.query<{
      version: number;
      build: number;
      schema_name: string;
      tables: string[];
      state: string;
    }>('SELECT version, build, schema_name, tables, state FROM processing.builds WHERE view = $1', [build.view]);
    const own = rows.find((row) => row.version === build.version && row.build === build.build);
    if (own === undefined || own.state === 'serving') return [];
    const serving = rows.find((row) => row.state === 'serving');
    for (const table of serving?.tables ?? []) await client.query(`DROP VIEW views.${escapeIdentifier(table)}`);
    const older = rows.filter((row) => row.version < build.version);
    for (const { version, build: number } of older)
      await client.query('DELETE FROM processing.builds WHERE view = $1 AND version = $2 AND build = $3', [
        build.view,
        version,
        number,
      ]);
    await pointReaders(client, build, own.tables);
    return older.map((row) => row.schema_name);
  });
  // After the switch, so that a reader still in an old table holds up nobody.
  for (const schema of retired) await pool.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(schema)} CASCADE`);
}

function buildOf({ name, version }: ProjectionDefinition): ViewBuild {
  return { view: name, version, build: 1, schema: schemaOf(name, version, 1) };
}

async function createBuild(
  client: PoolClient,
  definition: ProjectionDefinition,
  build: ViewBuild,
  serve: boolean,
): Promise<void> {
  const schema = escapeIdentifier(build.schema);
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(`SET LOCAL search_path TO ${schema}`);
  await client.query(definition.schemaSql);
  await client.query('RESET search_path');
  await client.query(
    `INSERT INTO processing.builds (view, version, build, schema_name, schema_hash, tables, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'filling')`,
    [build.view, build.version, build.build, build.schema, hashOf(definition), definition.tables],
  );
  await client.query('INSERT INTO processing.checkpoints (view, version, build, position) VALUES ($1, $2, $3, 0)', [
    build.view,
    build.version,
    build.build,
  ]);
  if (serve) await pointReaders(client, build, definition.tables);
}

async function pointReaders(client: PoolClient, build: ViewBuild, tables: readonly string[]): Promise<void> {
  const schema = escapeIdentifier(build.schema);
  for (const table of tables.map((name) => escapeIdentifier(name)))
    await client.query(`CREATE VIEW views.${table} AS SELECT * FROM ${schema}.${table}`);
  await client.query(
    `UPDATE processing.builds SET state = 'serving', served_at = clock_timestamp()
     WHERE view = $1 AND version = $2 AND build = $3`,
    [build.view, build.version, build.build],
  );
}

/** One worker at a time makes or switches the builds of a view. */
async function lockView(client: PoolClient, view: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('processing.builds:' || $1, 0))`, [view]);
}

function hashOf({ schemaSql, tables }: ProjectionDefinition): string {
  return createHash('sha256')
    .update(JSON.stringify([schemaSql, tables]))
    .digest('hex');
}
