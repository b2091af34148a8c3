import { dirname, join, relative } from 'node:path/posix';
import { refusedAmong, refusedIn, root, type Violation } from './planted-tree.js';

/** Who may import whom, from the top down; nobody imports a line above its own, or a neighbour. */
const picture: Readonly<Record<string, string>> = {
  'apps/api':
    'projections casework notices evidence access organisation processing privacy event-store platform cases deadlines',
  'apps/worker':
    'projections casework notices evidence access organisation processing privacy event-store platform cases deadlines',
  'apps/cli':
    'projections casework notices evidence access organisation processing privacy event-store platform cases deadlines',
  'apps/web': '',
  projections: 'access organisation processing privacy event-store platform cases deadlines',
  'libs/casework': 'access organisation processing privacy event-store platform cases deadlines',
  'libs/notices': 'access organisation processing privacy event-store platform cases deadlines',
  'libs/evidence': 'access organisation processing privacy event-store platform',
  'libs/access': 'organisation processing privacy event-store platform',
  'libs/organisation': 'processing privacy event-store platform',
  'libs/processing': 'privacy event-store platform',
  'libs/privacy': 'event-store platform',
  'libs/event-store': 'platform',
  'libs/platform': '',
  'libs/cases': 'deadlines',
  'libs/deadlines': '',
};
const folders = Object.keys(picture);

/** A file in each folder, and in each folder a file for every other folder, which imports that one's. */
const target = (folder: string) => (folder.startsWith('apps/') ? `${folder}/src/thing.ts` : `${folder}/thing.ts`);
const importer = (from: string, to: string) => join(dirname(target(from)), `imports-${to.replace('/', '-')}.ts`);
const specifier = (from: string, to: string) => {
  if (to.startsWith('apps/'))
    return relative(dirname(target(from)), target(to))
      .replace(/^(?=[^.])/, './')
      .replace('.ts', '.js');
  return `@redress/${to.replace('libs/', '')}/thing.js`;
};
const pairs = folders.flatMap((from) => folders.filter((to) => to !== from).map((to) => [from, to] as const));

const planted: readonly { rule: string; what: string; path: string; text: string; to: string }[] = [
  {
    rule: 'domain-imports-a-framework',
    what: 'a framework in the domain',
    path: 'libs/cases/overdue-payment/injected.ts',
    text: `import { Injectable } from '@nestjs/common';\nexport { Injectable };`,
    to: 'node_modules/@nestjs/common/',
  },
  {
    rule: 'domain-imports-a-framework',
    what: 'a framework in the domain, if only its types',
    path: 'libs/cases/overdue-payment/typed.ts',
    text: `import type { Type } from '@nestjs/common';\nexport type Kind = Type;`,
    to: 'node_modules/@nestjs/common/',
  },
  {
    rule: 'domain-imports-a-framework',
    what: 'a database in the domain',
    path: 'libs/deadlines/clock/stored.ts',
    text: `import { Pool } from 'pg';\nexport { Pool };`,
    to: 'node_modules/pg/',
  },
  {
    rule: 'domain-touches-the-machine',
    what: 'files in the domain',
    path: 'libs/deadlines/law/read.ts',
    text: `import { readFileSync } from 'node:fs';\nexport { readFileSync };`,
    to: 'fs',
  },
  {
    rule: 'domain-touches-the-machine',
    what: 'randomness in the domain',
    path: 'libs/cases/shared/random.ts',
    text: `import { randomUUID } from 'node:crypto';\nexport { randomUUID };`,
    to: 'crypto',
  },
  {
    rule: 'sideways-between-case-kinds',
    what: 'a case kind which knows another',
    path: 'libs/cases/complaint/like-a-claim.ts',
    text: `import { thing } from '../overdue-payment/thing.js';\nexport { thing };`,
    to: 'libs/cases/overdue-payment/thing.ts',
  },
  {
    rule: 'sideways-between-case-kinds',
    what: 'a handler which knows another case kind',
    path: 'libs/casework/complaint/handler.ts',
    text: `import { thing } from '@redress/cases/overdue-payment/thing.js';\nexport { thing };`,
    to: 'libs/cases/overdue-payment/thing.ts',
  },
  {
    rule: 'shared-by-cases-knows-a-kind',
    what: 'a shared piece which knows a case kind',
    path: 'libs/cases/shared/partial.ts',
    text: `import { thing } from '../overdue-payment/thing.js';\nexport { thing };`,
    to: 'libs/cases/overdue-payment/thing.ts',
  },
  {
    rule: 'sideways-between-views',
    what: 'a view which reads another view’s folder',
    path: 'projections/worklist/boarded.ts',
    text: `import { thing } from '@redress/projections/sla-board/thing.js';\nexport { thing };`,
    to: 'projections/sla-board/thing.ts',
  },
  {
    rule: 'view-reads-the-registry',
    what: 'a view which reads the registry',
    path: 'projections/worklist/registered.ts',
    text: `import { thing } from '../registry.js';\nexport { thing };`,
    to: 'projections/registry.ts',
  },
  {
    rule: 'cycle',
    what: 'a cycle',
    path: 'libs/access/egg.ts',
    text: `import { hen } from './hen.js';\nexport const egg = () => hen;`,
    to: 'libs/access/hen.ts',
  },
  {
    rule: 'cannot-resolve',
    what: 'an import of nothing',
    path: 'libs/access/lost.ts',
    text: `import { gone } from './gone.js';\nexport { gone };`,
    to: './gone.js',
  },
  {
    rule: 'orphan',
    what: 'a file which no program reaches',
    path: 'libs/access/for-nobody.ts',
    text: 'export const unused = true;',
    to: 'libs/access/for-nobody.ts',
  },
  {
    rule: 'production-imports-tests',
    what: 'production code which needs a test’s',
    path: 'libs/access/tested.ts',
    text: `import { thing } from './testing/thing.js';\nexport { thing };`,
    to: 'libs/access/testing/thing.ts',
  },
  {
    rule: 'production-imports-a-development-dependency',
    what: 'production code which needs a development dependency',
    path: 'apps/api/src/checked.ts',
    text: `import fc from 'fast-check';\nexport { fc };`,
    to: 'node_modules/fast-check/',
  },
  {
    rule: 'undeclared-package',
    what: 'a package which only happens to be installed',
    path: 'apps/api/src/borrowed.ts',
    text: `import * as express from 'body-parser';\nexport { express };`,
    to: 'node_modules/body-parser/',
  },
];
const targetsOfPlanted = [
  'apps/api/src/main.ts',
  'libs/cases/overdue-payment/thing.ts',
  'projections/sla-board/thing.ts',
  'projections/registry.ts',
  'libs/access/testing/thing.ts',
  'test/thing.ts',
];

describe('imports run downwards only', () => {
  let refused: readonly Violation[];
  beforeAll(() => {
    refused = refusedAmong({
      ...Object.fromEntries(
        [...folders.map(target), ...targetsOfPlanted].map((path) => [path, 'export const thing = 1;']),
      ),
      ...Object.fromEntries(
        pairs.map(([from, to]) => [
          importer(from, to),
          `import { thing } from '${specifier(from, to)}';\nexport { thing };`,
        ]),
      ),
      'libs/access/hen.ts': `import { egg } from './egg.js';\nexport const hen = () => egg;`,
      ...Object.fromEntries(planted.map(({ path, text }) => [path, text])),
    });
  });

  test.each(folders)('%s imports what stands below it, and nothing else of ours', (from) => {
    const others = folders.filter((to) => to !== from);
    const allowed = others.filter(
      (to) => !refused.some((violation) => violation.from === importer(from, to) && violation.to === target(to)),
    );
    const short = (folder: string) => folder.replace('libs/', '');
    expect(allowed.map(short).sort()).toEqual((picture[from] ?? '').split(' ').filter(Boolean).sort());
  });

  test.each(planted)('$what is refused', ({ rule, path, to }) => {
    const found = refused.filter(
      (violation) => violation.rule === rule && [violation.from, violation.to].includes(path),
    );
    expect(found.map((violation) => `${violation.from} ${violation.to}`).join('\n')).toContain(to);
  });

  test('nothing else is refused among them', () => {
    const orphansAside = refused.filter(({ rule }) => rule !== 'orphan');
    const pathsOfPlanted = planted.map(({ path }) => path);
    const expected = new Set([
      ...pathsOfPlanted,
      'libs/access/hen.ts',
      ...pairs.map(([from, to]) => importer(from, to)),
    ]);
    expect(orphansAside.filter(({ from }) => !expected.has(from))).toEqual([]);
  });

  test('every rule is proved by a file it refuses', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
    const proved = new Set(refused.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
  });

  test('so it stands in the whole tree', () => {
    expect(refusedIn(root).map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
  });
});
