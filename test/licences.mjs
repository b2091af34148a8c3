/** Holds the licence of every package against what an Apache-2.0 distribution may carry; exits 1 and names the ones at fault. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** May be shipped with us: permissive, at most asking that their notice be kept. */
const shippable = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0', // asks for nothing
  'OFL-1.1', // fonts, bundled and not sold by themselves
  'PostgreSQL',
  'Python-2.0', // argparse
  'Unlicense',
  'Zlib',
];
/** May be used to build and to test, where nothing of it is shipped. */
const usable = [...shippable, 'CC-BY-4.0', 'MPL-2.0'];
/** Peers of a benchmark whose packages state no licence: run beside us, never shipped. */
const unstated = ['emmett', 'emmett-postgresql', 'dumbo', 'pongo'].map((name) => `@event-driven-io/${name}`);

/** `A`, `(A OR B)`, `A AND B`: whether the expression can be met with licences of the list. */
export function isMetBy(expression, list) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/ AND /.test(bare)) return bare.split(' AND ').every((part) => isMetBy(part, list));
  return bare.split(' OR ').some((licence) => list.includes(licence));
}

/**
 * Every package of a lock file which may not be there, as a sentence each.
 * @param bundled names of the development dependencies which the built pages carry
 * @param manifestOf the package.json at a path of the lock file; null where it is not installed (another platform's)
 */
export function faultsOf(lock, bundled, manifestOf) {
  const shipped = new Set(closureOf(lock, bundled));
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, entry]) => {
      const name = path.replace(/^.*node_modules\//, '');
      const tool = entry.dev === true && !shipped.has(path);
      const licence = entry.license ?? licenceOf(manifestOf(path));
      if (licence === null)
        return tool && unstated.includes(name) ? [] : [`${name} ${entry.version} states no licence`];
      if (isMetBy(licence, tool ? usable : shippable)) return [];
      return [`${name} ${entry.version} is under ${licence}${tool ? '' : ', and would be shipped'}`];
    });
}

/** `licenses: [{ type }]` is how packages of before 2014 say it. */
function licenceOf(manifest) {
  return manifest?.license ?? manifest?.licenses?.map(({ type }) => type).join(' OR ') ?? null;
}

/** The paths in the lock file of these packages and of all they need, found as Node finds them. */
function closureOf(lock, names) {
  const reached = new Set();
  const visit = (name, from) => {
    for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
      const path = `${base && `${base}/`}node_modules/${name}`;
      const entry = lock.packages[path];
      if (entry && reached.has(path)) return;
      if (entry) {
        reached.add(path);
        for (const needed of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) visit(needed, path);
        return;
      }
      if (base === '') return;
    }
  };
  for (const name of names) visit(name, '');
  return reached;
}

/** The packages which the sources of the pages import; the bundler puts them into what we ship. */
function bundledInto(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name) && !/\.spec\.tsx?$|\.d\.ts$/.test(entry.name),
  );
  const names = files.flatMap((file) => {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8');
    return [...text.matchAll(/(?:from|import)\s*\(?'((?:@[\w.-]+\/)?[a-z][\w.-]*)[/']/g)].map((match) => match[1]);
  });
  return [...new Set(names)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const installed = (path) => {
    try {
      return read(`${path}/package.json`);
    } catch (error) {
      if (error.code === 'ENOENT') return null;
      throw error;
    }
  };
  const bundled = bundledInto(join(root, 'apps/web/src'));
  const faults = faultsOf(read('package-lock.json'), bundled, installed);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
