import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';

/** A user other than root as whom PostgreSQL runs; PostgreSQL refuses to run as root. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Null when the process is not root: PostgreSQL then runs as the same user. An existing data folder keeps its owner. */
export function chooseRunAs(dataFolder: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const passwd = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = passwd.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/** Whether the user may pass through every existing folder above `path`, by the mode bits. */
export function canReach(path: string, user: RunAs | null): boolean {
  if (user === null) return true;
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  for (folder = realpathSync(folder); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder outside the checkout, always the same one for the same `purpose`, which an unprivileged user can pass through. */
export function ownFolder(purpose: string): string {
  const owner = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(`${owner} ${purpose}`).digest('hex').slice(0, 12);
  const folder = join('/var/tmp', `redress-${hash}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  // Anybody may write to /var/tmp: a folder prepared by somebody else under this name is not to be trusted.
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o022) !== 0) {
    throw new EmbeddedPostgresError('folderNotWritable', `${folder} exists and belongs to another user; remove it.`);
  }
  return folder;
}

export function giveTo(user: RunAs | null, path: string): void {
  if (user !== null) chownSync(path, user.uid, user.gid);
}
