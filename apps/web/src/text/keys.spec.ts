import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(__dirname, '..');
const pages = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.tsx') || path.endsWith('-words.ts'),
);

type Texts = Readonly<Record<string, unknown>>;
const texts = (part: string) => jest.requireActual<{ default: Texts }>(join(__dirname, 'en', part)).default;
const has = (part: string, key: string) => {
  const found = key.split('.').reduce<unknown>((value, step) => (value as Texts | undefined)?.[step], texts(part));
  const plural = key.replace(/([^.]+)$/, '$1_other');
  return (
    typeof found === 'string' ||
    plural.split('.').reduce<unknown>((value, step) => (value as Texts | undefined)?.[step], texts(part)) !== undefined
  );
};

describe('the texts a page asks for', () => {
  it.each(pages)('are there: %s', (path) => {
    const code = readFileSync(join(source, path), 'utf8');
    const parts = new Set(['common', ...[...code.matchAll(/useText\('([\w-]+)'\)/g)].map((match) => match[1]!)]);
    const asked = [...code.matchAll(/\bt\('([\w:.-]+)'/g)].map((match) => match[1]!);
    const missing = asked.filter((key) => {
      const [part, rest] = key.includes(':') ? (key.split(':') as [string, string]) : [null, key];
      return part === null ? ![...parts].some((one) => has(one, rest)) : !has(part, rest);
    });
    expect(missing).toEqual([]);
  });
});
