import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './planted-tree.js';

const foldersOf = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`);

const sources = ['.ci', 'apps', 'libs', 'projections', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !/(^|\/)(dist|node_modules)\//.test(path)),
);

test('nest-cli.json names every app but the web, every lib, and the projections', () => {
  const { projects } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8')) as {
    projects: Record<string, { root: string }>;
  };
  const folders = [...foldersOf('apps').filter((path) => path !== 'apps/web'), ...foldersOf('libs'), 'projections'];
  expect(
    Object.values(projects)
      .map((project) => project.root)
      .sort(),
  ).toEqual(folders.sort());
  for (const [name, project] of Object.entries(projects)) expect(name).toBe(basename(project.root));
});

/** A file which grows past 250 lines is telling something. A spec is a list, and may tell it a little later. */
const allowed = (path: string) => (/\.spec\.tsx?$/.test(path) ? 400 : 300);
const long: Readonly<Record<string, string>> = {
  'apps/web/src/api/schema.d.ts': 'generated from docs/openapi.json',
};
const lengthOf = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length - 1;

test('no source file is longer than 300 lines, no spec than 400', () => {
  const grown = sources.filter((path) => /\.(ts|tsx|mjs|cjs|js|sql)$/.test(path) && lengthOf(path) > allowed(path));
  expect(grown.filter((path) => !(path in long)).map((path) => `${path} ${lengthOf(path)}`)).toEqual([]);
  expect(Object.keys(long).filter((path) => !grown.includes(path))).toEqual([]);
});

test('no file or folder is named after nothing in particular', () => {
  const vague = sources.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(path));
  // i18next's own word for the texts which every page may show.
  expect(vague.filter((path) => !/^apps\/web\/src\/text\/(en|zh-CN)\/common\.ts$/.test(path))).toEqual([]);
});

test('nothing hides where a thing lives: no barrels', () => {
  expect(sources.filter((path) => /(^|\/)index\.(ts|tsx|mjs)$/.test(path))).toEqual([]);
});
