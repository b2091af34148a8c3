/**
 * `node test/typed-check.mjs --lint <folder> [--without <folder>] <tsconfig.json>…`: the types of these programs, and the
 * lint of a folder whose files are theirs; each program is made once for both. Exits 1 and says what is wrong.
 */
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ESLint } from 'eslint';
import ts from 'typescript';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lint: { type: 'string' }, without: { type: 'string' } },
});
const root = dirname(import.meta.dirname);
const format = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (path) => path,
  getNewLine: () => '\n',
};

/** Parsed once for all programs, where they would parse it alike. */
const parsed = new Map();

function programOf(configPath) {
  const config = ts.getParsedCommandLineOfConfigFile(
    configPath,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic },
  );
  const host = ts.createCompilerHost(config.options, true);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (path, how, ...rest) => {
    const key = JSON.stringify([path, how]);
    if (!parsed.has(key)) parsed.set(key, parse(path, how, ...rest));
    return parsed.get(key);
  };
  const program = ts.createProgram({ rootNames: config.fileNames, options: config.options, host });
  return { program, own: config.fileNames, found: config.errors };
}

function onUnRecoverableConfigFileDiagnostic(diagnostic) {
  throw new Error(ts.formatDiagnostic(diagnostic, format));
}

/** What a program imports of another is that one's to check. */
function faultsOfTypes({ program, own, found }) {
  const ownFiles = own.map((path) => program.getSourceFile(path));
  return [
    ...found,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ownFiles.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

const programs = positionals.map((path) => programOf(`${root}/${path}`));
const faults = programs.flatMap(faultsOfTypes);
process.stdout.write(ts.formatDiagnostics(faults, format));

const eslint = new ESLint({
  cwd: root,
  ignorePatterns: values.without === undefined ? [] : [values.without],
  overrideConfig: {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { programs: programs.map(({ program }) => program) } },
  },
});
const results = await eslint.lintFiles(values.lint);
const wrong = results.filter(({ errorCount, warningCount }) => errorCount + warningCount > 0);
process.stdout.write(await (await eslint.loadFormatter('stylish')).format(wrong));
process.exitCode = faults.length + wrong.length > 0 ? 1 : 0;
