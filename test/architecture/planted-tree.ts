import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Every import under `base` which .dependency-cruiser.cjs refuses. */
export function refusedIn(base: string): readonly Violation[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'projections', 'test'];
  const answer = execFileSync(process.execPath, [program, ...words], { cwd: base, maxBuffer: 2 ** 26 });
  const { summary } = JSON.parse(answer.toString()) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** What the rules say of a tree of these files, by path; below the root, so that packages are found as anywhere else. */
export function refusedAmong(files: Readonly<Record<string, string>>): readonly Violation[] {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const base = mkdtempSync(join(root, '.cache/planted-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      copyFileSync(join(root, name), join(base, name));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(base, path)), { recursive: true });
      writeFileSync(join(base, path), text);
    }
    return refusedIn(base);
  } finally {
    rmSync(base, { recursive: true });
  }
}
