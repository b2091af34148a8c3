/**
 * The contract of the event store against a real EventStoreDB or KurrentDB: `npm run test:eventstoredb -- --url esdb://…`.
 * It appends events, which nothing deletes: give it a server for tests. The suite is bundled into one file first, which
 * runs anywhere with Node alone.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const folder = join(import.meta.dirname, '../../.cache/contract');
const name = 'eventstoredb-contract.mjs';

await build({
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: join(import.meta.dirname, 'eventstoredb-runner.ts'),
    outDir: folder,
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: name } },
  },
});
process.stderr.write(`The suite is one file: ${join(folder, name)}\n`);

const { status } = spawnSync(process.execPath, [join(folder, name), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
