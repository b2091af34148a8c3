import fc from 'fast-check';
import { replaceAt, sensitiveValues, type SensitivePath } from './sensitive-path.js';

const data = {
  claim: { complainant: { name: '申精', contact: { name: '王芳', phone: '138' } }, facts: '未付' },
  defects: [
    { item: '执照', what: '未附' },
    { item: '合同', what: '' },
  ],
  attendees: ['王芳', '孙立'],
  respondent: null,
};
const paths: readonly SensitivePath[] = [
  { path: 'claim.complainant.contact', of: 'person' },
  { path: 'claim.facts', of: 'text' },
  { path: 'defects[].what', of: 'text' },
  { path: 'attendees[]', of: 'person' },
  { path: 'respondent.contact', of: 'person' },
  { path: 'claim.facts.inner', of: 'text' },
  { path: 'claim[].facts', of: 'text' },
  { path: 'toString', of: 'text' },
];

test('finds what stands at the paths, each member of a list by its place; nothing absent, null or empty', () => {
  expect(sensitiveValues(data, paths)).toEqual([
    { path: 'claim.complainant.contact', of: 'person', value: { name: '王芳', phone: '138' } },
    { path: 'claim.facts', of: 'text', value: '未付' },
    { path: 'defects[0].what', of: 'text', value: '未附' },
    { path: 'attendees[0]', of: 'person', value: '王芳' },
    { path: 'attendees[1]', of: 'person', value: '孙立' },
  ]);
});

test('what is sealed already is left as it is', () => {
  const sealed = { sealed: 'x', key: 'k', at: 'e/p' };
  expect(sensitiveValues({ claim: { facts: sealed } }, paths)).toEqual([]);
});

test('replaces what is named and keeps everything else, in a copy', () => {
  const before = structuredClone(data);
  const replaced = replaceAt(
    data,
    paths,
    new Map([
      ['attendees[1]', 'X'],
      ['defects[0].what', 'Y'],
    ]),
  );
  expect(replaced).toEqual({
    ...data,
    attendees: ['王芳', 'X'],
    defects: [{ item: '执照', what: 'Y' }, data.defects[1]],
  });
  expect(data).toEqual(before);
});

test('any data passes unchanged where nothing is to be replaced', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (any) => {
      expect(replaceAt(any, paths, new Map())).toEqual(any);
    }),
  );
});
