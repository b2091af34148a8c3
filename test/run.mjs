/**
 * `npm test`: the check, the build, then every spec. `npm test -- <words>` builds and hands the words to Jest alone,
 * as `npm test -- contract` does for the specs whose path holds the word.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { BuildError, buildPrograms, buildWeb } from '../apps/cli/bin/build.mjs';
import { check } from './check.mjs';

const words = process.argv.slice(2);
process.exitCode = (words.length > 0 || (await check())) && (await built()) ? await jest() : 1;

async function built() {
  try {
    await buildPrograms();
    await buildWeb();
    return true;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    return false;
  }
}

/** @returns its exit code; 1 when a signal ended it */
function jest() {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const program = createRequire(import.meta.url).resolve('jest/bin/jest');
  const child = spawn(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit' });
  return new Promise((done, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => done(code ?? 1));
  });
}
