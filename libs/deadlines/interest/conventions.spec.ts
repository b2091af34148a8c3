import { debt } from '../specimens/interest.js';
import { ALLOCATIONS, conventionsOf, DAY_COUNTS, ENDS, SCOPES } from './conventions.js';

test('every convention stands in both languages, and no two say the same', () => {
  const texts = [DAY_COUNTS, ENDS, ALLOCATIONS, SCOPES].flatMap((table) => Object.values(table));
  expect(texts).toHaveLength(10);
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[a-z][^\u4e00-\u9fff]*$/);
  }
  expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
});

test('a sheet names the conventions which no rule fixes, each only where it was chosen', () => {
  expect(conventionsOf(debt())).toEqual({
    zh: '一年按365日；首尾均计；先息后本；合计一次四舍五入至分',
    en: 'a year of 365 days; both ends counted; interest before principal; the sum rounded once, half-up, to 0.01',
  });
  const other = conventionsOf(
    debt({ dayCount: 'months', endInclusive: false, allocation: 'principalFirst', compounding: 'monthly' }),
  );
  expect(other.zh).toBe('整月按十二分之一，余日按360；算头不算尾；先本后息；按月复利；合计一次四舍五入至分');
  expect(other.en).toContain('compound with monthly rests');
});
