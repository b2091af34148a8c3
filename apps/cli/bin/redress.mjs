#!/usr/bin/env node
// Plain JavaScript: it runs before anything is compiled.
import { BuildError, buildPrograms, buildWeb } from './build.mjs';

try {
  await buildPrograms();
  const { run } = await import(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));
  process.exit(await run(process.argv.slice(2), buildWeb));
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
