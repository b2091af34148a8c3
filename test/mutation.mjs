import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `npm run mutation -- deadlines` (or a folder or file in it: `deadlines/clock`): the mutation score of a pure lib. */
const root = join(import.meta.dirname, '..');
const names = process.argv.slice(2);
const wrong = names.find((name) => !/^(cases|deadlines)(\/|$)/.test(name) || !existsSync(join(root, 'libs', name)));
if (names.length === 0 || wrong !== undefined) {
  process.stderr.write('npm run mutation -- cases|deadlines[/folder[/file.ts]] …\n');
  process.exit(2);
}
const patterns = names.map((name) => (name.endsWith('.ts') ? `libs/${name}` : `libs/${name}/**/*.ts`));
const mutate = [...patterns, '!libs/**/*.spec.ts', '!libs/*/specimens/**', '!libs/*/testing/**'].join(',');
const stryker = join(
  dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')),
  'bin/stryker.js',
);
const child = spawn(process.execPath, [stryker, 'run', 'stryker.config.mjs', '--mutate', mutate], {
  cwd: root,
  stdio: 'inherit',
});
child.once('close', (code) => process.exit(code ?? 1));
