import tseslint from 'typescript-eslint';

/** The domain is told the time, ids and data; its imports are held by .dependency-cruiser.cjs. */
const told = 'The domain is pure: time, ids and data come in with the command.';
const impureGlobals = [
  'performance',
  'crypto',
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'globalThis',
];
const purity = {
  files: ['libs/cases/**/*.ts', 'libs/deadlines/**/*.ts'],
  ignores: ['**/*.spec.ts', 'libs/deadlines/specimens/**'],
  rules: {
    'no-restricted-globals': ['error', ...impureGlobals.map((name) => ({ name, message: told }))],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: told },
      { object: 'Math', property: 'random', message: told },
      { object: 'Temporal', property: 'Now', message: told },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]', message: told },
    ],
  },
};

/** One program a file: of several, each would be made until one is found that has the file. */
const typesOf = (project) => ({ parserOptions: { project, tsconfigRootDir: import.meta.dirname } });

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.cache', '.data', 'coverage', 'apps/web/dist', 'apps/web/src/api/schema.d.ts'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: typesOf('./tsconfig.json'),
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      'no-console': 'error',
    },
  },
  { files: ['apps/web/**'], languageOptions: typesOf('./apps/web/tsconfig.json') },
  { files: ['test/browser/**'], languageOptions: typesOf('./test/browser/tsconfig.json') },
  purity,
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off', 'no-console': 'off' },
  },
);
