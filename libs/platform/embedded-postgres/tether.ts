import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { Binaries } from './binaries.js';

/** Holds a PostgreSQL server to the life of this process, kill -9 included. */
export interface Tether {
  signal(signal: 'SIGINT' | 'SIGQUIT'): void;
  /** To be called when the server has ended: its process id may be somebody else's from now on. */
  cut(): void;
}

/** Waits for the end of its input, which comes when the process at the other end dies of whatever cause. */
const watch = `
  process.stdin.on('end', () => {
    const [, pid, pgCtl] = process.argv;
    if (pgCtl) require('node:child_process').spawnSync(pgCtl, ['kill', 'INT', pid]);
    else try { process.kill(Number(pid), 'SIGINT'); } catch {}
  }).resume();`;

/**
 * Starts the server by `launch` so that it shuts down fast when this process is gone: on Linux by the kernel's word to it
 * (setpriv of util-linux; that of BusyBox cannot), elsewhere by a small process which waits for this one's end.
 */
export function endWithParent(
  binaries: Binaries,
  words: readonly string[],
  launch: (program: string, words: readonly string[]) => ChildProcess,
): { child: ChildProcess; tether: Tether } {
  const setpriv = findSetpriv();
  const windows = process.platform === 'win32';
  const child =
    setpriv === null
      ? launch(binaries.postgres, words)
      : launch(setpriv, ['--pdeathsig=INT', '--', binaries.postgres, ...words]);
  const pid = String(child.pid);
  const watcher =
    setpriv === null && child.pid !== undefined
      ? spawn(process.execPath, ['-e', watch, pid, ...(windows ? [binaries.pgCtl] : [])], {
          cwd: '/',
          detached: true,
          windowsHide: true,
          stdio: ['pipe', 'ignore', 'ignore'],
        })
      : null;
  watcher?.unref();
  (watcher?.stdin as Socket | undefined)?.unref();
  return {
    child,
    tether: {
      signal(signal) {
        // Windows knows no signals: pg_ctl brings them to PostgreSQL by a pipe.
        if (windows) spawnSync(binaries.pgCtl, ['kill', signal.slice(3), pid], { windowsHide: true });
        else child.kill(signal);
      },
      cut() {
        watcher?.kill('SIGKILL');
      },
    },
  };
}

function findSetpriv(): string | null {
  if (process.platform !== 'linux') return null;
  const able = (path: string): boolean =>
    existsSync(path) && spawnSync(path, ['--pdeathsig=INT', '--', 'true'], { stdio: 'ignore' }).status === 0;
  return ['/usr/bin/setpriv', '/bin/setpriv'].find(able) ?? null;
}
