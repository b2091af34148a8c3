import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = (language: string) => join(__dirname, language);
const parts = readdirSync(folder('zh-CN'));

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path];
  return Object.entries(value as object).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}

/** English tells one from many; Chinese does not. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');
const textsOf = (language: string, part: string) =>
  jest.requireActual<{ default: object }>(join(folder(language), part)).default;
const keys = (language: string, part: string) =>
  [...new Set(keysOf(textsOf(language, part)).map(withoutPlural))].sort();

describe('the texts', () => {
  it('come in the same parts in both languages', () => {
    expect(readdirSync(folder('en'))).toEqual(parts);
  });

  it.each(parts)('%s has the same keys in both languages', (part) => {
    expect(keys('en', part)).toEqual(keys('zh-CN', part));
  });

  it.each(parts)('%s names the same values in both languages', (part) => {
    const values = (language: string) => {
      const found: Record<string, Set<string>> = {};
      const walk = (value: unknown, path: string) => {
        if (typeof value === 'string') {
          const names = (found[withoutPlural(path)] ??= new Set());
          for (const [, name] of value.matchAll(/\{\{(\w+)\}\}/g)) names.add(name!);
        } else Object.entries(value as object).forEach(([key, inner]) => walk(inner, `${path}.${key}`));
      };
      walk(textsOf(language, part), '');
      return Object.fromEntries(Object.entries(found).map(([path, names]) => [path, [...names].sort()]));
    };
    expect(values('en')).toEqual(values('zh-CN'));
  });

  it.each(parts)('%s leaves no text empty, and no Chinese in the English', (part) => {
    const english = JSON.stringify(textsOf('en', part));
    expect(english).not.toMatch(/:""/);
    expect(JSON.stringify(textsOf('zh-CN', part))).not.toMatch(/:""/);
    const chinese = [...english.matchAll(/"([^"]*\p{Script=Han}[^"]*)"/gu)].map((match) => match[1]);
    expect(
      chinese.filter((text) => !/关怀版|中文|清欠维权|2025年8月30日|万|补记|元|法释|依据/.test(text ?? '')),
    ).toEqual([]);
  });
});
