import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../libs/platform/embedded-postgres/start.js';
import { folderNamed } from './temporary-folder.js';

const started: EmbeddedPostgres[] = [];
const folders: string[] = [];
let made: string | null = null;

/** A folder to be removed after the test. */
export function removeLater(folder: string): void {
  folders.push(folder);
}

/** An empty folder of this test's own. */
export function temporaryFolder(): string {
  const folder = folderNamed('redress-embedded-');
  folders.push(folder);
  return folder;
}

/** A folder whose database is made and not running: the copy of one, for making takes a second. */
export async function madeFolder(): Promise<string> {
  if (made === null) {
    made = folderNamed('redress-embedded-made-');
    await (await startEmbeddedPostgres({ folder: made, pgBin: null, fsync: false })).stop();
  }
  const folder = temporaryFolder();
  spawnSync('cp', ['-a', `${made}/.`, folder]);
  return folder;
}

export async function start(folder: string, more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, pgBin: null, fsync: false, ...more });
  started.push(server);
  return server;
}

export async function query(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 40_000; !what(); await sleep(10)) {
    if (Date.now() > end) throw new Error(`waited too long until ${what.toString()}`);
  }
}

/** Stops every server of the test and removes its folders. */
export async function cleanUp(): Promise<void> {
  for (const server of started.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function cleanUpMade(): void {
  if (made !== null) rmSync(made, { recursive: true, force: true });
}
