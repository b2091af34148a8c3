import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from './planted-tree.js';

/** The rules of the editor and of the check, without those that need the whole program's types. */
const rules = [
  ...jest.requireActual<{ default: Linter.Config[] }>('../../eslint.config.mjs').default,
  tseslint.configs.disableTypeChecked as Linter.Config,
];
const linter = new Linter({ cwd: root });

/** The lines at which a domain file helps itself to a clock, to randomness or to the process. */
function taken(path: string, text: string): readonly number[] {
  const messages = linter.verify(text, rules, { filename: join(root, path) });
  const broken = messages.filter(({ fatal }) => fatal);
  if (broken.length > 0) throw new Error(`${path}: ${broken[0]?.message}`);
  return messages.filter(({ ruleId }) => ruleId?.startsWith('no-restricted-')).map(({ line }) => line);
}

const domainFiles = ['libs/cases', 'libs/deadlines'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`),
);

describe('the domain is told the time, ids and data', () => {
  test.each([
    ['Date.now', 'export const now = () => Date.now();'],
    ['Date.now, taken apart', 'export const { now } = Date;'],
    ['new Date() without an argument', 'export const now = () => new Date();'],
    ['Date() as a string', 'export const now = () => Date();'],
    ['the running time', 'export const now = () => performance.now();'],
    ['Temporal.Now', `import { Temporal } from 'temporal-polyfill';\nexport const now = () => Temporal.Now.instant();`],
    ['Math.random', 'export const any = () => Math.random();'],
    ['crypto.randomUUID', 'export const id = () => crypto.randomUUID();'],
    ['the same by way of globalThis', 'export const id = () => globalThis.crypto.randomUUID();'],
    ['the environment', 'export const zone = () => process.env.TZ;'],
    ['a timer', 'export const later = (then: () => void) => setTimeout(then, 1);'],
  ])('%s is refused', (_, text) => {
    expect(taken('libs/cases/overdue-payment/decide.ts', text)).not.toEqual([]);
    expect(taken('libs/deadlines/clock/clock.ts', text)).not.toEqual([]);
  });

  test('a date which is given is not', () => {
    expect(taken('libs/deadlines/clock/clock.ts', 'export const at = (text: string) => new Date(text);')).toEqual([]);
  });

  test('so it stands in every domain file', () => {
    expect(domainFiles.length).toBeGreaterThan(20);
    expect(
      domainFiles.flatMap((path) =>
        taken(path, readFileSync(join(root, path), 'utf8')).map((line) => `${path}:${line}`),
      ),
    ).toEqual([]);
  });
});
