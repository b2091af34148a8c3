import { createHash } from 'node:crypto';
import { escapeIdentifier, type ClientBase, type Pool, type PoolClient } from 'pg';
import { keyOf } from './checkpoint.js';
import { publishedTables, schemaOf, type ProjectionDefinition, type ViewBuild } from './projection.js';
import { subjectTableSql } from './subjects.js';
import { inTransaction } from './transaction.js';

/** The log serves a newer version of the view than this program knows; it must not be worked on from here. */
export class SupersededViewError extends Error {
  override readonly name = 'SupersededViewError';

  constructor(view: string, known: number, served: number) {
    super(`The view ${view} is served at version ${served}; this program knows version ${known}.`);
  }
}

/** `filling`: by the bulk path; `following`: it has checkpoints and indexes and goes on with the log; `serving`. */
export type BuildState = 'filling' | 'following' | 'serving';

export interface FoundBuild extends ViewBuild {
  readonly state: BuildState;
}

/**
 * The build a definition is worked on in: the one which serves, else the latest of this version, else a new one, to be
 * filled.
 * @throws SupersededViewError
 * @throws Error when `schemaSql` changed without a new version
 */
export async function ensureBuild(pool: Pool, definition: ProjectionDefinition): Promise<FoundBuild> {
  return inTransaction(pool, async (client) => {
    await lockView(client, definition.name);
    const all = await buildsOf(client, definition.name);
    const serving = all.find(({ state }) => state === 'serving');
    if (serving !== undefined && serving.version > definition.version)
      throw new SupersededViewError(definition.name, definition.version, serving.version);
    const own = all.filter(({ version, rebuild }) => version === definition.version && !rebuild);
    const build = own.find(({ state }) => state === 'serving') ?? own.at(-1);
    if (build === undefined) return createBuild(client, definition, all, false);
    if (build.hash !== hashOf(definition))
      throw new Error(
        `The tables of the view ${definition.name} changed; version ${definition.version} must become another.`,
      );
    return build;
  });
}

/** A build beside the one which serves, for a rebuild: workers leave it alone until it serves. */
export async function addBuild(pool: Pool, definition: ProjectionDefinition): Promise<FoundBuild> {
  return inTransaction(pool, async (client) => {
    await lockView(client, definition.name);
    return createBuild(client, definition, await buildsOf(client, definition.name), true);
  });
}

/**
 * Points the readers at a build in the client's transaction, and takes the builds it replaces out of the register; a
 * processor still at work on one of those finds its checkpoints gone. Gives the schemas to be dropped afterwards.
 */
export async function serveIn(client: PoolClient, build: ViewBuild): Promise<readonly string[]> {
  await lockView(client, build.view);
  const all = await buildsOf(client, build.view);
  const own = all.find((other) => other.version === build.version && other.build === build.build);
  if (own === undefined || own.state === 'serving') return [];
  const serving = all.find(({ state }) => state === 'serving');
  for (const table of serving?.tables ?? []) await client.query(`DROP VIEW views.${escapeIdentifier(table)}`);
  // What fills for a version to come is left alone; so is a rebuild under way.
  const older = all.filter((other) => other === serving || other.version < build.version);
  for (const one of older)
    await client.query('DELETE FROM processing.builds WHERE view = $1 AND version = $2 AND build = $3', keyOf(one));
  const schema = escapeIdentifier(build.schema);
  for (const table of own.tables.map((name) => escapeIdentifier(name)))
    await client.query(`CREATE VIEW views.${table} AS SELECT * FROM ${schema}.${table}`);
  await client.query(
    `UPDATE processing.builds SET state = 'serving', rebuild = false, served_at = clock_timestamp()
     WHERE view = $1 AND version = $2 AND build = $3`,
    keyOf(build),
  );
  return older.map((one) => one.schema);
}

/** Points the readers at a build which has caught up. No change when it serves already. */
export async function serveBuild(pool: Pool, build: ViewBuild): Promise<void> {
  await dropSchemas(pool, await inTransaction(pool, (client) => serveIn(client, build)));
}

/** After the switch, so that a reader still in an old table holds up nobody. */
export async function dropSchemas(pool: Pool, schemas: readonly string[]): Promise<void> {
  for (const schema of schemas) await pool.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(schema)} CASCADE`);
}

/** Takes a build which does not serve out of the register, and drops it. */
export async function discardBuild(pool: Pool, build: ViewBuild): Promise<void> {
  await pool.query(
    `DELETE FROM processing.builds WHERE view = $1 AND version = $2 AND build = $3 AND state <> 'serving'`,
    keyOf(build),
  );
  await dropSchemas(pool, [build.schema]);
}

/** The build readers see. */
export async function servingBuild(pool: Pool, view: string): Promise<FoundBuild | null> {
  return (await buildsOf(pool, view)).find(({ state }) => state === 'serving') ?? null;
}

/** Rebuilds which were begun and neither switched to nor discarded, the oldest first. */
export async function unfinishedRebuilds(
  pool: Pool,
  { name, version }: ProjectionDefinition,
): Promise<readonly FoundBuild[]> {
  const all = await buildsOf(pool, name);
  return all.filter((build) => build.rebuild && build.version === version);
}

interface BuildRow extends FoundBuild {
  readonly tables: readonly string[];
  readonly hash: string;
  readonly rebuild: boolean;
}

async function buildsOf(db: Pool | ClientBase, view: string): Promise<readonly BuildRow[]> {
  const { rows } = await db.query<BuildRow>(
    `SELECT view, version, build, schema_name AS schema, state, tables, schema_hash AS hash, rebuild
     FROM processing.builds WHERE view = $1 ORDER BY version, build`,
    [view],
  );
  return rows;
}

async function createBuild(
  client: PoolClient,
  definition: ProjectionDefinition,
  all: readonly BuildRow[],
  rebuild: boolean,
): Promise<FoundBuild> {
  const { name: view, version } = definition;
  const number = Math.max(0, ...all.filter((other) => other.version === version).map(({ build }) => build)) + 1;
  const build = { view, version, build: number, schema: schemaOf(view, version, number) };
  const schema = escapeIdentifier(build.schema);
  // Left over from a switch which was cut off before it had dropped it.
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}`);
  await client.query(`SET LOCAL search_path TO ${schema}`);
  await client.query(definition.schemaSql);
  await client.query(subjectTableSql(view));
  await client.query('RESET search_path');
  await client.query(
    `INSERT INTO processing.builds (view, version, build, schema_name, schema_hash, tables, state, rebuild)
     VALUES ($1, $2, $3, $4, $5, $6, 'filling', $7)`,
    [...keyOf(build), build.schema, hashOf(definition), publishedTables(definition), rebuild],
  );
  return { ...build, state: 'filling' };
}

/** One worker at a time makes or switches the builds of a view. */
async function lockView(client: PoolClient, view: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('processing.builds:' || $1, 0))`, [view]);
}

function hashOf(definition: ProjectionDefinition): string {
  const { schemaSql, tables, counts = [] } = definition;
  return createHash('sha256')
    .update(JSON.stringify([schemaSql, tables, counts]))
    .digest('hex');
}
