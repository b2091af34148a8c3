import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openPool } from '../libs/platform/database.js';
import type { DatabaseServer } from './database-service.js';

/** A database of one spec file's own. */
export interface TestDatabase {
  /** Connection string. */
  readonly url: string;
  /** Of its master key, which is made when it is first asked for, or came with the template. */
  readonly masterKeyPath: string;
  readonly pool: pg.Pool;
  /** Cuts every session and drops the database; for `afterAll`. */
  drop(): Promise<void>;
}

/** A database prepared once a Jest run, copied for each spec file that names it. */
export interface Template {
  readonly name: string;
  /** Migrates, loads what every copy should have; must close its connections. */
  prepare(url: string, masterKeyPath: string): Promise<void>;
}

/** @throws Error where the run has no database: the message says why. */
export async function testDatabase(template?: Template): Promise<TestDatabase> {
  const server = await databaseServer();
  const source = template === undefined ? 'template0' : await prepared(server, template);
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await once(server, (client) => client.query(`create database ${database} template ${source}`));
  const url = naming(server, database);
  const pool = openPool(url, { applicationName: 'spec' });
  const masterKeyPath = keyOf(server, database);
  if (existsSync(keyOf(server, source))) {
    mkdirSync(dirname(masterKeyPath), { recursive: true });
    copyFileSync(keyOf(server, source), masterKeyPath);
  }
  return {
    url,
    masterKeyPath,
    pool,
    async drop() {
      await pool.end();
      rmSync(dirname(masterKeyPath), { recursive: true, force: true });
      await once(server, (client) => client.query(`drop database ${database} with (force)`));
    },
  };
}

async function databaseServer(): Promise<DatabaseServer> {
  const service = process.env.REDRESS_TEST_DATABASES;
  if (service === undefined)
    throw new Error('No test databases: Jest must run with test/global-setup.ts as its globalSetup.');
  const answer = await fetch(service);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text) as DatabaseServer;
}

/** Makes the template unless a spec file of this run, perhaps in another worker, made it before; answers its database. */
async function prepared(server: DatabaseServer, { name, prepare }: Template): Promise<string> {
  const database = `template_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
  await once(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [database]);
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount !== 0) return;
    const half = `${database}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(`create database ${half} template template0`);
    await prepare(naming(server, half), keyOf(server, database));
    await client.query(`alter database ${half} rename to ${database}`);
  });
  return database;
}

async function once({ url }: DatabaseServer, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

function naming(server: DatabaseServer, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

function keyOf({ folder }: DatabaseServer, database: string): string {
  return join(folder, 'keys', database, 'master-key');
}
