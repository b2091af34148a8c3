/** A folder of a pure lib, mutated under the specs which hold it; run.mjs names both. */
const { MUTATED = 'deadlines', MUTATED_SPECS = MUTATED } = process.env;
const report = `.cache/mutation/${MUTATED.replace('/', '-')}`;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`libs/${MUTATED}/**/*.ts`, '!libs/**/*.spec.ts', '!libs/*/specimens/**', '!libs/*/testing/**'],
  testRunner: 'in-process',
  plugins: ['./test/mutation/in-process-runner.mjs'],
  coverageAnalysis: 'perTest',
  inProcess: {
    folders: MUTATED_SPECS.split(','),
    // It compiles the folder into processes of their own, where no mutant can be switched on.
    left: ['time-zones.spec.ts'],
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
