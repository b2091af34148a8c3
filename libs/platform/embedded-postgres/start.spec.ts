import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from './errors.js';
import { locateBinaries } from './binaries.js';
import { readPostmaster } from './postmaster.js';
import { lookUpProcess } from './processes.js';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.js';

const isRoot = process.getuid?.() === 0;
const started: EmbeddedPostgres[] = [];
const folders: string[] = [];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redress-embedded-'));
  folders.push(folder);
  return folder;
}

async function start(folder: string, more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, pgBin: null, fsync: false, ...more });
  started.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function refusal(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgresError> {
  const error: unknown = await startEmbeddedPostgres(options).then(
    (server) => server.stop(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddedPostgresError);
  expect((error as Error).message).not.toContain('\n');
  return error as EmbeddedPostgresError;
}

/** A server left behind by a supervisor, with a process id that nobody has; answers the server's own. */
function orphanedServer(folder: string): number {
  const data = join(folder, 'data');
  const { uid, gid } = statSync(data);
  const { postgres } = locateBinaries(null, isRoot ? { uid, gid } : null);
  const command = `"${postgres}" -D "${data}" -k "${join(folder, 'socket')}" -c redress.supervisor=4194305 >&2 & echo $!`;
  const told = spawnSync('sh', ['-c', command], {
    ...(isRoot ? { uid, gid } : {}),
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(told.stdout);
}

async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !what(); await sleep(10)) {
    if (Date.now() > end) throw new Error(`waited too long until ${what.toString()}`);
  }
}

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  jest.setTimeout(60_000);

  test('makes its folder, stores and sorts Chinese, answers on a unix socket alone, and stops without a trace', async () => {
    const server = await start(temporaryFolder(), { fsync: true });
    const [settings] = await query(
      server,
      `select current_setting('fsync') fsync, current_setting('synchronous_commit') sync, current_setting('listen_addresses') tcp,
              current_setting('server_encoding') encoding, inet_server_addr() address`,
    );
    expect(settings).toEqual({ fsync: 'on', sync: 'on', tcp: '', encoding: 'UTF8', address: null });
    const sorted = await query(
      server,
      `select n from unnest(array['赵', '陈', '李', '𠮷', 'A']) n order by n collate "zh-x-icu"`,
    );
    expect(sorted.map(({ n }) => n)).toEqual(['A', '陈', '𠮷', '李', '赵'].sort(new Intl.Collator('zh').compare));
    const stored = await query(
      server,
      `select upper('é') as e, length('清欠维权𠮷') as n, '清欠' < '维权' as codepoints`,
    );
    expect(stored).toEqual([{ e: 'É', n: 5, codepoints: true }]);
    await server.stop();
    expect(lookUpProcess(server.pid)).toBeNull();
    expect(await server.ended).toEqual({ asked: true, lastWords: '' });
  });

  test('keeps every acknowledged row when it is killed, and recovers by itself', async () => {
    const folder = temporaryFolder();
    const first = await start(folder, { fsync: true });
    await query(first, 'create table kept (n int)');
    await query(first, 'insert into kept select generate_series(1, 1000)');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toMatchObject({ asked: false });
    const second = await start(folder, { fsync: true });
    expect(await query(second, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  });

  test('clears the trace of a killed server whose process id now belongs to something else', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const sleeper = spawn('sleep', ['60'], isRoot ? { uid: statSync(join(folder, 'data')).uid } : {});
    const trace = join(folder, 'data', 'postmaster.pid');
    writeFileSync(trace, `${sleeper.pid}\n${join(folder, 'data')}\n1\n5432\n\n\n\nready\n`);
    const second = await start(folder);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(sleeper.exitCode).toBeNull();
    sleeper.kill();
  });

  test('refuses a folder which another living supervisor uses, and leaves that one alone', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    const { fault, message } = await refusal({ folder, pgBin: null });
    expect(fault).toBe('folderInUse');
    expect(message).toContain(String(process.pid));
    expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('stops a server whose supervisor was killed, and starts anew', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    await first.stop();
    const orphan = orphanedServer(folder);
    await until(() => readPostmaster(join(folder, 'data'))?.status === 'ready');
    const second = await start(folder);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(lookUpProcess(orphan)).toBeNull();
  });

  test('serves a folder whose path is too long for a socket', async () => {
    const outer = temporaryFolder();
    chmodSync(outer, 0o755);
    const folder = join(outer, '很长的目录'.repeat(8), 'x'.repeat(60));
    const server = await start(folder);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    const socketFolder = new URL(server.url('postgres')).searchParams.get('host') ?? '';
    expect(socketFolder.startsWith(folder)).toBe(false);
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
    await server.stop();
    expect(existsSync(socketFolder)).toBe(false);
  });

  test('serves on loopback, where there are no sockets, to nobody without the password', async () => {
    const server = await start(temporaryFolder(), { transport: 'loopback' });
    expect(await query(server, `select host(inet_server_addr()) as at`)).toEqual([{ at: '127.0.0.1' }]);
    const url = new URL(server.url('postgres'));
    url.password = 'guessed';
    await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toThrow(
      'password authentication failed',
    );
  });

  test('says in one line that the folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const { fault, message } = await refusal({ folder: join(file, 'data'), pgBin: null });
    expect(fault).toBe('folderNotWritable');
    expect(message).toContain('REDRESS_DATA_DIR');
  });

  test('says in one line that the data is of another version', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '12\n');
    const { fault, message } = await refusal({ folder, pgBin: null });
    expect(fault).toBe('versionMismatch');
    expect(message).toMatch(/made by PostgreSQL 12, this is \d+: set PG_BIN/);
  });

  test('says in one line that there are no programs', async () => {
    const empty = temporaryFolder();
    const { fault, message } = await refusal({ folder: temporaryFolder(), pgBin: empty });
    expect(fault).toBe('noBinaries');
    expect(message).toContain('DATABASE_URL');
  });

  test('says in one line why the server ended at its start', async () => {
    const folder = temporaryFolder();
    await (await start(folder)).stop();
    writeFileSync(join(folder, 'data', 'postgresql.conf'), 'no_such_setting = 1\n');
    const { fault, message } = await refusal({ folder, pgBin: null });
    expect(fault).toBe('startFailed');
    expect(message).toContain('no_such_setting');
  });

  test('gives up in one line when the server does not get ready', async () => {
    const folder = temporaryFolder();
    const { fault, message } = await refusal({ folder, pgBin: null, fsync: false, startWithinMs: -1 });
    expect(fault).toBe('startTimeout');
    expect(message).toContain(join(folder, 'postgres.log'));
  });

  test('leaves a half-made data folder of a killed start behind it', async () => {
    const folder = temporaryFolder();
    const half = join(folder, 'data.new-4000000');
    mkdirSync(half);
    await start(folder);
    expect(existsSync(half)).toBe(false);
  });

  (isRoot ? test : test.skip)(
    'runs as another user when root, in a folder of its own where that user cannot reach',
    async () => {
      const closed = temporaryFolder();
      const folder = join(closed, 'checkout', '.data');
      const server = await start(folder);
      const [, moved] = /its data is in (.*)\.$/.exec(server.notices[0] ?? '') ?? [];
      expect(moved).toMatch(/^\/var\/tmp\/redress-[0-9a-f]{12}\/postgres$/);
      folders.push(join(moved ?? '', '..'));
      expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
      expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
      chmodSync(closed, 0o755);
      const reachable = await start(folder);
      expect(reachable.notices).toEqual([]);
    },
  );
});
