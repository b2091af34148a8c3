import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What stops a build, in words for whoever started it. */
export class BuildError extends Error {}

const isSpec = (path) => /\.spec\.tsx?$/.test(path);
const isProgram = (path) => path.endsWith('.ts') && !path.endsWith('.d.ts');

/** Compiles apps (but the web app), libs and projections into `dist`, with their data files; nothing when it is up to date. */
export async function buildPrograms() {
  const sources = (await filesUnder(root, ['apps', 'libs', 'projections'])).filter(
    (path) => !isSpec(path) && !path.startsWith('apps/web/') && ['.ts', '.json', '.sql'].includes(extname(path)),
  );
  const stamp = await hashOf([...sources, '.swcrc', 'apps/cli/bin/build.mjs']);
  await unlessStamped(join(root, 'dist/.stamp'), stamp, async () => {
    const { transform } = await import('@swc/core').catch((cause) => {
      throw new BuildError('The compiler is not installed: run npm ci with the development dependencies.', { cause });
    });
    const options = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
    options.jsc.baseUrl = root;
    const outputs = new Set(['dist/.stamp']);
    await Promise.all(
      sources.map(async (path) => {
        const text = await readFile(join(root, path), 'utf8');
        const output = join('dist', isProgram(path) ? path.replace(/\.ts$/, '.js') : path);
        outputs.add(output);
        if (!isProgram(path)) return replaceFile(output, text);
        const filename = join(root, path);
        const { code, map } = await transform(text, {
          ...options,
          swcrc: false,
          configFile: false,
          cwd: root,
          filename,
        }).catch((cause) => {
          throw new BuildError(`${path} does not compile:\n${cause.message}`, { cause });
        });
        outputs.add(`${output}.map`);
        await replaceFile(`${output}.map`, map);
        await replaceFile(output, `${code}\n//# sourceMappingURL=${output.split('/').pop()}.map\n`);
      }),
    );
    const stale = (await filesUnder(root, ['dist'])).filter((path) => !outputs.has(path));
    await Promise.all(stale.map((path) => rm(join(root, path))));
  });
}

/** Builds the pages into `apps/web/dist`; nothing when they are up to date. Aborting `signal` ends it without a trace. */
export async function buildWeb(signal) {
  const web = 'apps/web';
  const sources = (await filesUnder(root, [web])).filter((path) => !isSpec(path) && !path.startsWith(`${web}/dist/`));
  const stamp = await hashOf([...sources, 'package-lock.json']);
  await unlessStamped(join(root, web, 'dist/.stamp'), stamp, async () => {
    const half = join(root, `.cache/web-${process.pid}`);
    try {
      await viteBuild(join(root, web), half, signal);
      await rm(join(root, web, 'dist'), { recursive: true, force: true });
      await rename(half, join(root, web, 'dist'));
    } finally {
      await rm(half, { recursive: true, force: true });
    }
  });
}

function viteBuild(web, output, signal) {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const words = [
    vite,
    'build',
    '--config',
    join(web, 'vite.config.ts'),
    '--outDir',
    output,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: web,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new BuildError(`The pages do not build:\n${stripVTControlCharacters(said).trim()}`)),
    );
  });
}

/** One build at a time: two starts at once would mix what they write. */
async function unlessStamped(file, stamp, build) {
  const stamped = async () => (await readFile(file, 'utf8').catch(() => '')) === stamp;
  if (await stamped()) return;
  const unlock = await lockBuild();
  try {
    if (await stamped()) return;
    await build();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, stamp);
  } finally {
    await unlock();
  }
}

async function lockBuild() {
  const file = join(root, '.cache/build.lock');
  const mine = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(mine, String(process.pid));
  try {
    for (const end = Date.now() + 120_000; Date.now() < end; await sleep(50)) {
      // A link appears with its content, so that whoever finds the lock finds its owner.
      const locked = await link(mine, file).then(
        () => true,
        (error) => (error.code === 'EEXIST' ? false : Promise.reject(error)),
      );
      if (locked) return () => rm(file, { force: true });
      await dropLockOfTheDead(file);
    }
    throw new BuildError(`Another build does not end; if none runs, remove ${file}.`);
  } finally {
    await rm(mine, { force: true });
  }
}

async function dropLockOfTheDead(file) {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  try {
    if (pid) process.kill(pid, 0);
  } catch (error) {
    // Two that find the same dead owner may both build: each file is replaced whole, and both write the same.
    if (error.code === 'ESRCH') await rm(file, { force: true });
  }
}

/** A reader sees the old file or the new one, never half of one. */
async function replaceFile(path, text) {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  await writeFile(half, text);
  await rename(half, file);
}

async function filesUnder(base, folders) {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(base, folder), { withFileTypes: true, recursive: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(base.length).replaceAll('\\', '/'));
    }),
  );
  return lists.flat().sort();
}

async function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path))));
  paths.forEach((path, index) => hash.update(`${path}\0${texts[index].length}\0`).update(texts[index]));
  return hash.digest('hex');
}
