/**
 * Who may import whom. Imports run downwards only; the pure libs stand beside the ladder.
 * test/architecture/boundaries.spec.ts plants a file against each of these rules and sees it refused.
 */

/** From the top down; what stands on one line are neighbours, and neighbours do not know one another. */
const ladder = [
  ['apps/api', 'apps/worker', 'apps/cli'],
  ['projections', 'libs/casework', 'libs/notices', 'libs/evidence'],
  ['libs/access'],
  ['libs/organisation'],
  ['libs/processing'],
  ['libs/privacy'],
  ['libs/event-store'],
  ['libs/platform'],
];
/** The domain, pure: cases → deadlines. */
const knowsTheDomain = ['apps/api', 'apps/worker', 'apps/cli', 'projections', 'libs/casework', 'libs/notices'];
const domainPackages = ['decimal.js', 'stdnum', 'temporal-polyfill'];

const kinds = ['complaint', 'overdue-payment', 'credit-repair', 'ip-fast-track'];
const sharedByViews = ['exporting', 'followed-case', 'law-in-force', 'testing'];
/** Programs start here, and the maker of docs/openapi.json; everything in production is reached from here, … */
const entries = [
  '^apps/(api|worker|cli)/src/main\\.ts$',
  '^apps/cli/bin/',
  '^apps/api/src/openapi-document\\.ts$',
  '^apps/web/src/main\\.tsx$',
];
/** … but what a program finds by its name at run time, … */
const foundByName = ['^apps/web/src/text/(zh-CN|en)/', '^apps/web/vite\\.config\\.ts$', '\\.d\\.ts$'];
/** … and what stands ready, proved by its specs, before the first page or command asks for it. */
const readyForUse = [
  '^libs/deadlines/(payment|size)/', // no page shows payment terms or size types yet
  '^libs/deadlines/interest/fixed-compensation\\.ts$', // the fixed sums of other regimes; no command asks for them yet
  '^libs/processing/replay\\.ts$', // the operator's command line has no word for it yet
];

const ours = '^(apps|libs|projections)/';
const testMaterial = ['\\.spec\\.tsx?$', '^test/', '/(testing|specimens)/', '^libs/event-store/contract/'];
const inside = (...folders) => `^(${folders.join('|').replaceAll('.', '\\.')})/`;

const upwards = ladder.slice(1).flatMap((level, index) =>
  level.map((folder) => ({
    name: `upwards-from-${folder.split('/').pop()}`,
    comment: `${folder} is imported by what stands above it, and does not import it.`,
    severity: 'error',
    from: { path: inside(folder) },
    to: { path: inside(...ladder.slice(0, index + 1).flat()) },
  })),
);

/** The one ordered list of all migrations names those of its neighbours. */
const listsMigrations = '^libs/casework/preparation/migrations\\.ts$';

const sideways = ladder
  .filter((level) => level.length > 1)
  .flatMap((level) =>
    level.map((folder) => ({
      name: `sideways-from-${folder.split('/').pop()}`,
      comment: 'Neighbours on one level do not import one another.',
      severity: 'error',
      from: { path: inside(folder), pathNot: listsMigrations },
      to: { path: inside(...level.filter((neighbour) => neighbour !== folder)) },
    })),
  );

const domain = [
  {
    name: 'domain-imports-something-of-ours',
    comment: 'cases and deadlines import nothing of ours but cases → deadlines.',
    severity: 'error',
    from: { path: inside('libs/cases', 'libs/deadlines'), pathNot: testMaterial },
    to: { path: '^(apps|libs|projections|test)/', pathNot: inside('libs/cases', 'libs/deadlines') },
  },
  {
    name: 'upwards-from-deadlines',
    comment: 'cases → deadlines, never back.',
    severity: 'error',
    from: { path: inside('libs/deadlines') },
    to: { path: ours, pathNot: inside('libs/deadlines') },
  },
  {
    name: 'domain-imports-a-framework',
    comment: `The domain needs no framework and no database: of npm it takes ${domainPackages.join(', ')}.`,
    severity: 'error',
    from: { path: inside('libs/cases', 'libs/deadlines'), pathNot: testMaterial },
    to: {
      path: '(^|/)node_modules/',
      pathNot: `(^|/)node_modules/(${domainPackages.join('|').replaceAll('.', '\\.')})/`,
    },
  },
  {
    name: 'domain-touches-the-machine',
    comment: 'No files, no network, no process, no randomness in the domain: what it needs comes in with the command.',
    severity: 'error',
    from: { path: inside('libs/cases', 'libs/deadlines'), pathNot: testMaterial },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'knows-no-case',
    comment: 'What stands below casework and projections knows no case and no deadline.',
    severity: 'error',
    from: { path: '^libs/', pathNot: inside(...knowsTheDomain, 'libs/cases', 'libs/deadlines') },
    to: { path: inside('libs/cases', 'libs/deadlines') },
  },
];

const neighbours = [
  {
    name: 'sideways-between-case-kinds',
    comment: 'A case kind knows its own folder and what all kinds share.',
    severity: 'error',
    from: { path: `^(?:libs/cases|libs/casework|apps/api/src)/(${kinds.join('|')})/` },
    to: { path: `^(libs/cases|libs/casework|apps/api/src)/(${kinds.join('|')})/`, pathNot: '/$1/' },
  },
  {
    name: 'shared-by-cases-knows-a-kind',
    comment: 'What all kinds share knows none of them; the kernel of casework is handed its kind.',
    severity: 'error',
    from: { path: inside('libs/cases/shared', 'libs/casework/kernel'), pathNot: testMaterial },
    to: { path: `^libs/(cases|casework)/(${kinds.join('|')})/` },
  },
  {
    name: 'sideways-between-views',
    comment: `A view's folder knows no other view: they share ${sharedByViews.join(', ')} and reader.ts.`,
    severity: 'error',
    from: { path: '^projections/([^/]+)/' },
    to: { path: '^projections/[^/]+/', pathNot: ['^projections/$1/', `^projections/(${sharedByViews.join('|')})/`] },
  },
  {
    name: 'view-reads-the-registry',
    comment: 'The registry lists the views; a view does not ask for its neighbours through it.',
    severity: 'error',
    from: { path: '^projections/', pathNot: ['^projections/registry\\.ts$', ...testMaterial] },
    to: { path: '^projections/registry\\.ts$' },
  },
  {
    name: 'web-imports-only-its-own',
    comment: 'The pages know the server by HTTP and the generated types.',
    severity: 'error',
    from: { path: '^apps/web/' },
    to: { path: '^(apps|libs|projections|test)/', pathNot: '^apps/web/' },
  },
  {
    name: 'nothing-imports-the-web',
    comment: 'The server serves the built pages as files.',
    severity: 'error',
    from: { path: ours, pathNot: '^apps/web/' },
    to: { path: '^apps/web/' },
  },
];

const health = [
  {
    name: 'cycle',
    comment: "With decorator metadata a cycle throws at run time: Cannot access 'A' before initialization.",
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'cannot-resolve',
    comment: 'An import which is not resolved would be checked by no rule. What the benchmarks run is built first.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '(^|/)dist/' },
  },
  {
    name: 'orphan',
    comment:
      'No program reaches this file: it is for tests only (then it stands in testing/ or specimens/), or for nobody.',
    severity: 'error',
    from: { path: entries },
    to: { path: ours, pathNot: [...entries, ...foundByName, ...readyForUse, ...testMaterial], reachable: false },
  },
  {
    name: 'production-imports-tests',
    comment: 'Test material is not built.',
    severity: 'error',
    from: { path: ours, pathNot: testMaterial },
    to: { path: testMaterial },
  },
  {
    name: 'production-imports-a-development-dependency',
    comment:
      'Types are gone at run time, the pages are bundled, and the build itself runs before anything is installed for production.',
    severity: 'error',
    from: { path: ours, pathNot: [...testMaterial, '^apps/web/', '^apps/cli/bin/build\\.mjs$'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'undeclared-package',
    comment: 'A package which only happens to be installed is not ours to import: package.json names what we use.',
    severity: 'error',
    from: { path: '^(apps|libs|projections|test)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...upwards, ...sideways, ...domain, ...neighbours, ...health],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count as well: who names another's types knows it.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^apps/web/(dist|public)/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
