/** `npm run check`: everything that is known without running the programs; each step with its time, the failed ones with what they said. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const packaged = (name, path) => join(dirname(resolve(`${name}/package.json`)), path);

const typed = join(root, 'test/typed-check.mjs');

/** The longest first: two run at a time. */
const steps = {
  'types and lint': [typed, '--lint', '.', '--without', 'apps/web', 'tsconfig.json', 'test/browser/tsconfig.json'],
  'types and lint of the pages': [typed, '--lint', 'apps/web', 'apps/web/tsconfig.json'],
  format: [
    packaged('prettier', 'bin/prettier.cjs'),
    ...['--check', '.', '--log-level', 'warn'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier'],
  ],
  boundaries: [
    // Its package does not export package.json.
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
    ...['apps', 'libs', 'projections', 'test'],
  ],
  licences: [join(root, 'test/licences.mjs')],
};

/** @returns whether every step passed */
export async function check() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const waiting = Object.entries(steps);
  let passed = true;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, words] = next;
      const { ok, seconds, said } = await run(words);
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(27)} ${seconds.toFixed(1).padStart(5)} s`);
      if (!ok) console.log(`${said.trim()}\n`);
      passed &&= ok;
    }
  };
  await Promise.all([work(), work()]);
  return passed;
}

function run(words) {
  const begun = performance.now();
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
    child.once('error', reject);
    child.once('close', (code) => done({ ok: code === 0, seconds: (performance.now() - begun) / 1000, said }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await check()) ? 0 : 1;
