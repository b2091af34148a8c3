import base from './jest.config.mjs';

/** A folder of a pure lib, mutated under the specs which hold it; test/mutation.mjs names both. */
const { MUTATED = 'deadlines', MUTATED_SPECS = MUTATED } = process.env;
const report = `.cache/mutation/${MUTATED.replace('/', '-')}`;
const { globalSetup: _setup, globalTeardown: _teardown, maxWorkers: _workers, reporters: _reporters, ...jest } = base;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`libs/${MUTATED}/**/*.ts`, '!libs/**/*.spec.ts', '!libs/*/specimens/**', '!libs/*/testing/**'],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: false,
    config: {
      ...jest,
      roots: MUTATED_SPECS.split(',').map((folder) => `<rootDir>/libs/${folder}`),
      // It compiles the folder into processes of their own, where no mutant can be switched on.
      testPathIgnorePatterns: ['/node_modules/', 'time-zones\\.spec\\.ts$'],
      cacheDirectory: '<rootDir>/.jest-cache',
    },
  },
  ignorePatterns: [
    '/.cache',
    '/.data*',
    '/.git',
    '/dist',
    '/apps',
    '/projections',
    '/docs/*',
    '!/docs/cases',
    '/reports',
    '/test-results',
  ],
  tempDirName: '.cache/stryker',
  incremental: true,
  incrementalFile: `${report}.incremental.json`,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  htmlReporter: { fileName: `${report}.html` },
  jsonReporter: { fileName: `${report}.json` },
  // Texts for people are data: another wording is no fault.
  mutator: { excludedMutations: ['StringLiteral'] },
  // A sandbox lies beneath the modules it needs; looking for them would read the sandboxes of other runs.
  symlinkNodeModules: false,
  concurrency: 2,
  // A busy machine makes a run slow; a mutant counts as found only where it makes the specs hang in earnest.
  timeoutMS: 10_000,
  warnings: { slow: false },
};
