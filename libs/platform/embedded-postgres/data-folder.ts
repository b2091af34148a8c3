import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeFolder } from '../make-folder.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './errors.js';
import { isAlive } from './processes.js';
import { canReach, chooseRunAs, giveTo, ownFolder, type RunAs } from './run-as.js';

/** `<folder>/data` is PostgreSQL's own; beside it stand the socket, the log and, for TCP, the password. */
export interface DataFolder {
  readonly root: string;
  readonly data: string;
  readonly log: string;
  readonly runAs: RunAs | null;
  /** True when `root` is not the folder asked for, which the user PostgreSQL runs as cannot reach. */
  readonly moved: boolean;
}

/** @throws EmbeddedPostgresError `folderNotWritable` */
export function openDataFolder(folder: string): DataFolder {
  const asked = resolve(folder);
  const runAs = chooseRunAs(join(asked, 'data'));
  try {
    makeFolder(asked);
    const moved = !canReach(asked, runAs);
    const root = moved ? join(ownFolder(asked), 'postgres') : asked;
    if (moved) makeFolder(root);
    giveTo(runAs, root);
    accessSync(root, constants.W_OK);
    const data = join(root, 'data');
    if (existsSync(data)) accessSync(data, constants.W_OK);
    return { root, data, log: join(root, 'postgres.log'), runAs, moved };
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      'folderNotWritable',
      `The data folder ${asked} cannot be written (${(error as NodeJS.ErrnoException).code}); set REDRESS_DATA_DIR to one that can.`,
      { cause: error },
    );
  }
}

/** PostgreSQL keeps its socket's path in 108 bytes, the last of them zero. */
const longestSocketPath = 107;

/** The folder of the unix socket, open to PostgreSQL's user alone. */
export function openSocketFolder({ root, runAs }: DataFolder, port: number): string {
  const beside = join(root, 'socket');
  const fits = Buffer.byteLength(join(beside, `.s.PGSQL.${port}`)) <= longestSocketPath && !/[,"@]/.test(beside);
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = fits ? beside : join(tmpdir(), `redress-${hash}`);
  makeFolder(folder, 0o700);
  giveTo(runAs, folder);
  chmodSync(folder, 0o700);
  return folder;
}

/** The password of a server on TCP, where anybody on the machine can connect. */
export function passwordOf({ root }: DataFolder): string {
  const file = join(root, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/**
 * Makes the data folder's database unless it is there. An initdb that was cut off leaves nothing behind which looks like one:
 * it works in a folder of its own, renamed at the end.
 * @throws EmbeddedPostgresError `versionMismatch`, `initFailed`
 */
export async function initialise(
  folder: DataFolder,
  binaries: Binaries,
  how: { password: string | null; sync: boolean },
) {
  dropHalfMade(folder.root);
  const version = join(folder.data, 'PG_VERSION');
  if (existsSync(version)) {
    const made = readFileSync(version, 'utf8').trim();
    if (made === binaries.major) return;
    throw new EmbeddedPostgresError(
      'versionMismatch',
      `The data folder ${folder.data} was made by PostgreSQL ${made}, this is ${binaries.major}: set PG_BIN to the programs of version ${made}, or REDRESS_DATA_DIR to another folder.`,
    );
  }
  const half = join(folder.root, `data.new-${process.pid}`);
  const secret = join(folder.root, `password.new-${process.pid}`);
  if (how.password !== null) {
    writeFileSync(secret, how.password, { mode: 0o600 });
    giveTo(folder.runAs, secret);
  }
  const told = await run(binaries.initdb, folder.runAs, [
    ...['-D', half, '--username=redress', '--encoding=UTF8', '--locale=C', '--no-instructions'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(how.password === null ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${secret}`]),
    ...(how.sync ? [] : ['--no-sync']),
  ]);
  rmSync(secret, { force: true });
  if (told !== null)
    throw new EmbeddedPostgresError('initFailed', `PostgreSQL could not make its data folder: ${told}`);
  try {
    renameSync(half, folder.data);
  } catch (error) {
    // Another start, at the same moment, was first.
    if (!existsSync(version)) throw error;
    rmSync(half, { recursive: true });
  }
}

function dropHalfMade(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(/^(?:data|password)\.new-(\d+)$/.exec(name)?.[1]);
    if (pid && (pid === process.pid || !isAlive(pid))) rmSync(join(root, name), { recursive: true });
  }
}

/** Null when the program succeeded, else its last word. */
function run(program: string, runAs: RunAs | null, words: readonly string[]): Promise<string | null> {
  return new Promise((done, fail) => {
    const child = spawn(program, words, {
      ...runAs,
      cwd: '/',
      env: environment(),
      windowsHide: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
    child.once('error', fail);
    child.once('close', (code) => {
      const lines = said.trim().split('\n');
      done(code === 0 ? null : (lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1)) || `exit ${code}`);
    });
  });
}

/** The caller's environment without what would redirect PostgreSQL (PGDATA, PGPORT …) or change its words. */
export function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
