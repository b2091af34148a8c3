import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  cleanUp,
  cleanUpMade,
  madeFolder,
  query,
  removeLater,
  start,
  temporaryFolder,
  until,
} from '../../../test/embedded-servers.js';
import { locateBinaries } from './binaries.js';
import { readPostmaster } from './postmaster.js';
import { lookUpProcess } from './processes.js';

const isRoot = process.getuid?.() === 0;

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

/** A process that has ended, whose parent never asks how. */
async function deadUnnoticed(): Promise<{ dead: number; parent: ChildProcess }> {
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const dead = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
  await until(() => lookUpProcess(dead) === null);
  return { dead, parent };
}

afterEach(cleanUp);
afterAll(cleanUpMade);

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
    const folder = await madeFolder();
    const first = await start(folder, { fsync: true });
    await query(first, 'create table kept (n int)');
    await query(first, 'insert into kept select generate_series(1, 1000)');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toMatchObject({ asked: false });
    const second = await start(folder, { fsync: true });
    expect(await query(second, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  });

  test('clears the trace of a killed server whose process id now belongs to something else', async () => {
    const folder = await madeFolder();
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

  test('starts while the killed server is still waiting to be noticed by its parent', async () => {
    const folder = await madeFolder();
    const { dead, parent } = await deadUnnoticed();
    const lines = `${dead}\n${join(folder, 'data')}\n1\n5432\n${join(folder, 'socket')}\n\n\nready\n`;
    writeFileSync(join(folder, 'data', 'postmaster.pid'), lines);
    writeFileSync(join(folder, 'socket', '.s.PGSQL.5432.lock'), lines);
    const second = await start(folder);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    parent.kill('SIGKILL');
  });

  test('stops a server whose supervisor was killed, and starts anew', async () => {
    const folder = await madeFolder();
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
      removeLater(join(moved ?? '', '..'));
      expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
      expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
      chmodSync(closed, 0o755);
      const reachable = await start(folder);
      expect(reachable.notices).toEqual([]);
    },
  );
});
