import * as phrases from './phrases.js';

/** Every text of the module, however deep it stands. */
function textsOf(value: unknown): readonly { zh: unknown; en: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [{ zh: value.zh, en: value.en }];
  return Object.values(value).flatMap(textsOf);
}

test('every phrase of an explanation stands in both languages, and no two say the same', () => {
  const texts = textsOf({ ...phrases });
  expect(texts).toHaveLength(22);
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[a-z][^\u4e00-\u9fff]*$/);
  }
  expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
});
