import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm run mutation -- deadlines` (or a folder in it: `deadlines/clock`): the mutation score of a pure lib, folder by folder.
 * A folder is held by its own specs alone, so a mutant that only a neighbour's spec would catch counts as survived; and
 * what did not change since the last run is not run again.
 */
const root = join(import.meta.dirname, '../..');
const required = 85;

/** Folders which read no data of their own are held by the specs of those that read through them. */
const heldBy = {
  'deadlines/checking': ['deadlines/checking', 'deadlines/law', 'deadlines/calendar'],
  'cases/shared': ['cases'],
};

const names = process.argv.slice(2);
const wrong = names.find(
  (name) => !/^(cases|deadlines)(\/[\w-]+)?$/.test(name) || !existsSync(join(root, 'libs', name)),
);
if (names.length === 0 || wrong !== undefined) {
  process.stderr.write('npm run mutation -- cases|deadlines[/folder] …\n');
  process.exit(2);
}

const reports = join(root, '.cache/mutation');
mkdirSync(reports, { recursive: true });
const total = { killed: 0, survived: 0 };
for (const folder of names.flatMap(foldersOf)) {
  await run(folder);
  const counts = countsOf(folder);
  total.killed += counts.killed;
  total.survived += counts.survived;
  tell(folder, counts);
}
const score = tell('total', total);
process.exit(score >= required ? 0 : 1);

function foldersOf(name) {
  if (name.includes('/')) return [name];
  return readdirSync(join(root, 'libs', name), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['specimens', 'testing'].includes(entry.name))
    .map((entry) => `${name}/${entry.name}`);
}

function run(folder) {
  const stryker = join(
    dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')),
    'bin/stryker.js',
  );
  const child = spawn(process.execPath, [stryker, 'run', 'test/mutation/stryker.config.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATED: folder, MUTATED_SPECS: (heldBy[folder] ?? [folder]).join(',') },
  });
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${folder}: stryker ended with ${code}`)),
    ),
  );
}

/** A mutant which makes the specs hang is found as well as one that fails them. */
function countsOf(folder) {
  const { files } = JSON.parse(readFileSync(join(reports, `${folder.replace('/', '-')}.json`), 'utf8'));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  return { killed: count('Killed', 'Timeout'), survived: count('Survived', 'NoCoverage') };
}

function tell(name, { killed, survived }) {
  const valid = killed + survived;
  const percent = valid === 0 ? 100 : (100 * killed) / valid;
  process.stdout.write(`${name}: ${percent.toFixed(2)} % (${killed} of ${valid})\n`);
  return percent;
}
