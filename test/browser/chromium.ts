import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

/** A browser for one spec file, with a folder of its own which goes when it closes. */
export interface TestBrowser {
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const packageFolder = join(root, 'node_modules/@sparticuz/chromium');

export async function launchBrowser(): Promise<TestBrowser> {
  const programs = await unpacked();
  const executablePath = join(programs, 'chromium');
  const own = await mkdtemp(join(tmpdir(), 'redress-browser-'));
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox'],
    env: { ...process.env, TMPDIR: own, HOME: own, ...libraries(executablePath, programs) },
  });
  return {
    context: (options) => browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options }),
    async close() {
      await browser.close();
      await rm(own, { recursive: true, force: true });
    },
  };
}

/**
 * The browser inside the npm package, unpacked once a version into `.cache`.
 *
 * Not by the package's own function: that takes whatever browser an older version left in the temporary folder.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  // tar-fs comes with the package, as its own dependency.
  const { extract } = createRequire(join(packageFolder, 'package.json'))('tar-fs') as {
    extract(into: string): NodeJS.WritableStream;
  };
  const archive = (name: string) => createReadStream(join(packageFolder, 'bin', name));
  const program = createWriteStream(join(half, 'chromium'), { mode: 0o755 });
  await pipeline(archive('chromium.br'), createBrotliDecompress(), program);
  await pipeline(archive('al2023.tar.br'), createBrotliDecompress(), extract(half));
  await rename(half, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another spec file unpacked it meanwhile.
    if (!existsSync(folder)) throw error;
    await rm(half, { recursive: true, force: true });
  });
  return folder;
}

/** Beyond glibc the browser links libnss3, libnspr4 and libexpat only; the package carries them for a system without. */
function libraries(executablePath: string, programs: string): Record<string, string> {
  const runs = spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0;
  return runs ? {} : { LD_LIBRARY_PATH: join(programs, 'lib') };
}
