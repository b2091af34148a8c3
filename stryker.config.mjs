import base from './jest.config.mjs';

/** The pure libs are mutated; their specs need no database. test/mutation.mjs names the folder. */
const { globalSetup: _setup, globalTeardown: _teardown, maxWorkers: _workers, ...jest } = base;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: true,
    config: {
      ...jest,
      roots: ['<rootDir>/libs/cases', '<rootDir>/libs/deadlines'],
      // It compiles the folder into processes of their own, where no mutant can be switched on.
      testPathIgnorePatterns: ['/node_modules/', 'time-zones\\.spec\\.ts$'],
      cacheDirectory: '<rootDir>/.jest-cache',
    },
  },
  ignorePatterns: ['/.cache', '/.data*', '/.git', '/dist', '/apps', '/projections', '/docs', '/reports'],
  tempDirName: '.cache/stryker',
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  // Texts for people are data: another wording is no fault.
  mutator: { excludedMutations: ['StringLiteral'] },
  thresholds: { high: 90, low: 85, break: 85 },
  concurrency: 2,
  timeoutMS: 10_000,
};
