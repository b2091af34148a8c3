import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildPrograms } from '../../apps/cli/bin/build.mjs';
import { measure } from './measure.mjs';
import { table } from './table.mjs';

/** `npm run bench -- <name>`: ours beside peers and ceilings, in one run on one server. Never fails a test: it is read. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));
const usage = `npm run bench -- ${names.join('|')} [--scale small|full] [--json]`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { scale: { type: 'string', default: 'small' }, json: { type: 'boolean', default: false } },
  });
  const [name, ...rest] = positionals;
  if (!names.includes(name) || rest.length > 0 || !['small', 'full'].includes(values.scale)) throw new Error(usage);
  await buildPrograms();
  const { benchmark } = await import(`./${name}.bench.mjs`);
  const result = await measure(name, benchmark, values.scale);
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : table(result));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
