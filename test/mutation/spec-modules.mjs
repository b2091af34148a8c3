import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

/**
 * The TypeScript modules below `root`, compiled once and evaluated as often as a fresh start is wanted: a mutant must not
 * find what another one left in a module's memory. Packages are Node's own and stay as they are.
 */
export function specModules(root) {
  const packages = createRequire(join(root, 'package.json'));
  const compiled = new Map();

  return {
    specsIn: (folder) => specsBelow(join(root, 'libs', folder)),
    /** @returns {(file: string) => unknown} a `require` with a registry of its own */
    freshly() {
      const registry = new Map();
      return function load(file) {
        const known = registry.get(file);
        if (known !== undefined) return known.exports;
        const module = { exports: {} };
        registry.set(file, module);
        const evaluate = compiled.get(file) ?? compile(file);
        compiled.set(file, evaluate);
        const within = (name) => {
          const local = localFile(name, file);
          return local === undefined ? packages(name) : load(local);
        };
        evaluate(within, module, module.exports, file, dirname(file));
        return module.exports;
      };
    },
  };

  function localFile(name, importer) {
    if (name.startsWith('@redress/')) return sourceOf(join(root, 'libs', name.slice('@redress/'.length)));
    return name.startsWith('.') ? sourceOf(resolve(dirname(importer), name)) : undefined;
  }
}

function specsBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => join(folder, name))
    .sort();
}

function sourceOf(imported) {
  const source = imported.replace(/\.js$/, '.ts');
  return existsSync(source) ? source : imported;
}

function compile(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    sourceMaps: false,
  });
  return compileFunction(code, ['require', 'module', 'exports', '__filename', '__dirname'], { filename: file });
}
