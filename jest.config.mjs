/** One Jest for every suite; each spec file that needs PostgreSQL takes a database of its own (test/database.ts). */
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  'temporal-polyfill',
  'temporal-utils',
  'temporal-spec',
];
const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/projections', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  moduleNameMapper: {
    '^@redress/projections/(.*)\\.js$': '<rootDir>/projections/$1',
    '^@redress/(.*)\\.js$': '<rootDir>/libs/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '\\.tsx?$': swc('typescript'),
    '\\.m?js$': swc('ecmascript'),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  cacheDirectory: '<rootDir>/.cache/jest',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  maxWorkers: 2,
  // A busy machine makes a test with a database or a process of its own slow, not wrong.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/some-test-ran.mjs'],
};
