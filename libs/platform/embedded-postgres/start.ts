import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, locateBinaries } from './binaries.js';
import {
  type DataFolder,
  environment,
  initialise,
  openDataFolder,
  openSocketFolder,
  passwordOf,
} from './data-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { freeDataFolder, freeSocket, readPostmaster, supervisorSetting } from './postmaster.js';
import { endWithParent, type Tether } from './tether.js';

export interface EmbeddedPostgresOptions {
  /** Where data, log and socket live; made when missing. */
  readonly folder: string;
  /** Folder of PostgreSQL's programs; null for those of the npm package. */
  readonly pgBin: string | null;
  /** False in tests only: acknowledged rows may be lost when the machine stops. */
  readonly fsync?: boolean;
  /** A unix socket wherever there is one; TCP on 127.0.0.1 with a password otherwise. */
  readonly transport?: 'socket' | 'loopback';
  readonly startWithinMs?: number;
}

/** A PostgreSQL server which is a child of this process, and ends with it. */
export interface EmbeddedPostgres {
  /** Connection string for a database of this server; the user may do everything. */
  url(database: string): string;
  readonly pid: number;
  readonly version: string;
  /** What the operator should know, one line each: folders which had to be elsewhere. */
  readonly notices: readonly string[];
  /** Resolves when the server has ended, with its last words when nobody asked it to. */
  readonly ended: Promise<{ readonly asked: boolean; readonly lastWords: string }>;
  /** Fast shutdown: sessions are cut, everything acknowledged is on disk. */
  stop(): Promise<void>;
  /** Leaves at once; the next start recovers. */
  kill(): void;
}

/** @throws EmbeddedPostgresError */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const {
    fsync = true,
    transport = process.platform === 'win32' ? 'loopback' : 'socket',
    startWithinMs = 60_000,
  } = options;
  const folder = openDataFolder(options.folder);
  const binaries = locateBinaries(options.pgBin, folder.runAs);
  const password = transport === 'socket' ? null : passwordOf(folder);
  await initialise(folder, binaries, { password, sync: fsync });
  await freeDataFolder(folder.data);

  const port = transport === 'socket' ? 5432 : await freePort();
  const socketFolder = transport === 'socket' ? openSocketFolder(folder, port) : null;
  if (socketFolder !== null) freeSocket(socketFolder, port);
  const durability = fsync ? 'on' : 'off';
  const settings = {
    port,
    listen_addresses: socketFolder === null ? '127.0.0.1' : '',
    unix_socket_directories: socketFolder === null ? '' : `"${socketFolder}"`,
    unix_socket_permissions: '0700',
    fsync: durability,
    full_page_writes: durability,
    synchronous_commit: durability,
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // Api and worker take up to a hundred together; an operator's command beside them would be refused.
    max_connections: 200,
    [supervisorSetting]: process.pid,
  };
  const words = ['-D', folder.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const { child, tether } = await untilReady(folder, binaries, words, Date.now() + startWithinMs);
  return supervise(child, tether, folder, binaries, socketFolder, (database) =>
    socketFolder === null
      ? `postgresql://redress:${password}@127.0.0.1:${port}/${database}`
      : `postgresql://redress@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder).replaceAll('%2F', '/')}`,
  );
}

interface Running {
  readonly child: ChildProcess;
  readonly tether: Tether;
}

async function untilReady(folder: DataFolder, binaries: Binaries, words: string[], end: number): Promise<Running> {
  for (;;) {
    const logged = rotate(folder.log);
    const running = launch(folder, binaries, words);
    const outcome = await ready(running.child, folder.data, end);
    if (outcome === 'ready') return running;
    running.child.kill('SIGKILL');
    running.tether.cut();
    const said = lastWords(folder.log, logged);
    if (outcome === 'late') {
      throw new EmbeddedPostgresError(
        'startTimeout',
        `PostgreSQL did not start in time; its log is ${folder.log}. ${said}`.trim(),
      );
    }
    // After kill -9 of the postmaster its children need a moment to notice and to let go of the shared memory.
    if (!/pre-existing shared memory|is still in use/.test(said) || Date.now() > end) {
      await freeDataFolder(folder.data);
      throw new EmbeddedPostgresError('startFailed', `PostgreSQL did not start: ${said}`);
    }
    await sleep(50);
  }
}

/** Opens a session of its own for the server, so that Ctrl-C in the terminal reaches its supervisor only. */
function launch(folder: DataFolder, binaries: Binaries, words: string[]): Running {
  const log = openSync(folder.log, 'a', 0o600);
  try {
    return endWithParent(binaries, words, (program, all) =>
      spawn(program, all, {
        ...folder.runAs,
        cwd: '/',
        env: environment(),
        detached: true,
        windowsHide: true,
        stdio: ['ignore', log, log],
      }),
    );
  } finally {
    closeSync(log);
  }
}

async function ready(child: ChildProcess, dataFolder: string, end: number): Promise<'ready' | 'ended' | 'late'> {
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  while (!ended) {
    const found = readPostmaster(dataFolder);
    if (found !== null && found.pid === child.pid && found.status === 'ready') return 'ready';
    if (Date.now() > end) return 'late';
    await sleep(5);
  }
  return 'ended';
}

function supervise(
  child: ChildProcess,
  tether: Tether,
  folder: DataFolder,
  binaries: Binaries,
  socketFolder: string | null,
  url: (database: string) => string,
): EmbeddedPostgres {
  const logged = statSync(folder.log).size;
  let asked = false;
  const ended = new Promise<{ asked: boolean; lastWords: string }>((resolve) => {
    const settle = (): void => {
      tether.cut();
      if (socketFolder !== null && !socketFolder.startsWith(folder.root))
        rmSync(socketFolder, { recursive: true, force: true });
      resolve({ asked, lastWords: asked ? '' : lastWords(folder.log, logged) });
    };
    if (child.exitCode !== null || child.signalCode !== null) settle();
    else child.once('exit', settle);
  });
  const notices = [
    ...(folder.moved ? [`PostgreSQL's user cannot reach the data folder: its data is in ${folder.root}.`] : []),
    ...(binaries.copiedTo === null
      ? []
      : [`PostgreSQL's programs cannot run where npm put them: copied to ${binaries.copiedTo}.`]),
  ];
  return {
    url,
    pid: child.pid ?? 0,
    version: binaries.major,
    notices,
    ended,
    async stop() {
      asked = true;
      tether.signal('SIGINT');
      const inTime = await Promise.race([ended.then(() => true), sleep(30_000, false, { ref: false })]);
      if (!inTime) tether.signal('SIGQUIT');
      await ended;
    },
    kill() {
      asked = true;
      tether.signal('SIGQUIT');
    },
  };
}

/** Starts a new log past 10 MB, keeping one old one; answers where what comes next begins. */
function rotate(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) rmSync(log);
  return size > 10_000_000 ? 0 : size;
}

/** The fatal line with the one before it, which often says why, and the hint after it; one line in all. */
function lastWords(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString('utf8').trim().split('\n');
  const fatal = lines.findLastIndex((line) => /FATAL|PANIC/.test(line));
  const telling = fatal < 0 ? lines.slice(-2) : lines.slice(Math.max(0, fatal - 1), fatal + 2);
  return telling.map((line) => line.replace(/^[\d:. -]+UTC \[\d+\] /, '')).join(' ');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
