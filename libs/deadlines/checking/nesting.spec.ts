import { DEEPEST_NESTING, lineOfTooDeep } from './nesting.js';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test('a document as deep as may be is not too deep, one level more is, at its line', () => {
  expect(lineOfTooDeep(nested(DEEPEST_NESTING))).toBeNull();
  expect(lineOfTooDeep(`{\n"a":\n${nested(DEEPEST_NESTING)}}`)).toBe(3);
});

test('brackets within a text nest nothing, an escaped quotation mark does not end it', () => {
  expect(lineOfTooDeep(JSON.stringify([`"${nested(200)}\\`, '['.repeat(200)]))).toBeNull();
});

test('what is closed is left behind', () => {
  expect(lineOfTooDeep(`[${Array.from({ length: 500 }, () => '[{}]').join(',')}]`)).toBeNull();
});

test('a text of a hundred thousand brackets is answered, not a stack exhausted', () => {
  expect(lineOfTooDeep(nested(100_000))).toBe(1);
});
