import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors.js';
import { isAlive, isPostgres, lookUpProcess } from './processes.js';

/** What `postmaster.pid` in a data folder says. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** The state the postmaster last noted; a process killed meanwhile leaves it behind. */
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown';
}

export function readPostmaster(dataFolder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const status = (['starting', 'ready', 'stopping'] as const).find((word) => word === lines[7]?.trim());
  return { pid: Number(lines[0]), port: Number(lines[3]), status: status ?? 'unknown' };
}

/**
 * Leaves the data folder free for a start: stops a server whose supervisor was killed, and clears the trace of one whose
 * process id now belongs to something else. A server killed itself needs nothing: PostgreSQL recovers.
 * @throws EmbeddedPostgresError `folderInUse` while another living supervisor runs it, or the orphan will not stop.
 */
export async function freeDataFolder(dataFolder: string): Promise<void> {
  // Windows does not tell whose process an id is; there the server has ended with its supervisor (tether.ts).
  if (process.platform === 'win32') return;
  const found = readPostmaster(dataFolder);
  if (found === null || !isAlive(found.pid)) return;
  const running = lookUpProcess(found.pid);
  // PostgreSQL takes any process of that id for a running server, even one that has ended and waits for its parent to notice.
  if (running === null || !isPostgres(running) || !servesFolder(running.arguments, dataFolder)) {
    rmSync(join(dataFolder, 'postmaster.pid'));
    return;
  }
  const supervisor = supervisorIn(running.arguments);
  // The system gives an orphan another parent, so a supervisor which is still the parent still lives.
  if (supervisor !== null && supervisor === running.parent) {
    throw inUse(dataFolder, `by process ${supervisor}; stop that one first, or set REDRESS_DATA_DIR to another folder`);
  }
  await stopProcess(found.pid);
  if (lookUpProcess(found.pid) !== null)
    throw inUse(dataFolder, `by PostgreSQL process ${found.pid}, which does not stop`);
}

/** Clears a socket's lock which a killed server left; PostgreSQL takes a process that only waits to be noticed for that server. */
export function freeSocket(socketFolder: string, port: number): void {
  const lock = join(socketFolder, `.s.PGSQL.${port}.lock`);
  if (process.platform === 'win32' || !existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const running = lookUpProcess(pid);
  if (running === null || !isPostgres(running)) rmSync(lock, { force: true });
}

/** The setting by which a postmaster carries the process id of its supervisor. */
export const supervisorSetting = 'redress.supervisor';

function supervisorIn(words: readonly string[]): number | null {
  const setting = words.find((word) => word.startsWith(`${supervisorSetting}=`));
  return setting === undefined ? null : Number(setting.slice(supervisorSetting.length + 1));
}

function servesFolder(words: readonly string[], dataFolder: string): boolean {
  return words.some((word) => resolve(word) === resolve(dataFolder)) || words.join(' ').includes(` ${dataFolder} `);
}

async function stopProcess(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 15],
    ['SIGQUIT', 5],
  ] as const) {
    if (lookUpProcess(pid) !== null) process.kill(pid, signal);
    for (const end = Date.now() + seconds * 1000; lookUpProcess(pid) !== null && Date.now() < end;) await sleep(10);
    if (lookUpProcess(pid) === null) return;
  }
}

function inUse(dataFolder: string, whom: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError('folderInUse', `The data folder ${dataFolder} is in use ${whom}.`);
}
