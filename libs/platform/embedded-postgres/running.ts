import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder, passwordOf } from './data-folder.js';
import { isPostgres, lookUpProcess } from './processes.js';

/** The connection string of a database of the embedded server which another program runs over this folder; null when none does. */
export function runningServerUrl(folder: string, database: string): string | null {
  if (!existsSync(folder)) return null;
  const opened = openDataFolder(folder);
  const file = join(opened.data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port, socketFolder = '', , , status] = readFileSync(file, 'utf8').split('\n');
  const running = lookUpProcess(Number(pid));
  if (running === null || !isPostgres(running) || status?.trim() !== 'ready') return null;
  return socketFolder === ''
    ? `postgresql://redress:${passwordOf(opened)}@127.0.0.1:${port}/${database}`
    : `postgresql://redress@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder).replaceAll('%2F', '/')}`;
}
