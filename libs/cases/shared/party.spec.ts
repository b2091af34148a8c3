import fc from 'fast-check';
import { isCreditCode } from './party.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100-2015, worked out here a second time; the organisation's own check character is GB/T 11714. */
function creditCode(division: string, organisation: string): string {
  const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const inner = [3, 7, 9, 10, 5, 8, 4, 2];
  const own = 11 - ([...organisation].reduce((all, one, i) => all + values.indexOf(one) * inner[i]!, 0) % 11);
  const body = `91${division}${organisation}${own === 10 ? 'X' : own === 11 ? '0' : String(own)}`;
  const total = [...body].reduce((all, one, i) => all + alphabet.indexOf(one) * weights[i]!, 0);
  return body + alphabet[(31 - (total % 31)) % 31]!;
}

const divisions = fc.constantFrom('310115', '310104', '350100', '500110', '110000');
const organisations = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 8, maxLength: 8 })
  .map((symbols) => symbols.join(''));

test('codes as published are valid', () => {
  expect(['91350100M000100Y43', '91310115MADEM00117', '91310000132207927P'].map(isCreditCode)).toEqual([
    true,
    true,
    true,
  ]);
});

test('a code made by the standard is valid, and each other check character is not', () => {
  fc.assert(
    fc.property(divisions, organisations, (division, organisation) => {
      const code = creditCode(division, organisation);
      expect(isCreditCode(code)).toBe(true);
      const others = [...alphabet].filter((symbol) => symbol !== code[17]);
      expect(others.filter((symbol) => isCreditCode(code.slice(0, 17) + symbol))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('every single wrong symbol is found', () => {
  fc.assert(
    fc.property(divisions, organisations, fc.nat({ max: 17 }), fc.nat({ max: 29 }), (division, organisation, at, n) => {
      const code = creditCode(division, organisation);
      const wrong = [...alphabet].filter((symbol) => symbol !== code[at])[n]!;
      return !isCreditCode(code.slice(0, at) + wrong + code.slice(at + 1));
    }),
  );
});

test.each([
  '',
  '91310115MADEM0011',
  '91310115MADEM001177',
  '91310115madem00117',
  '91310115MADEM0011７',
  ' 91310115MADEM00117',
  '91310115MADEM00117\n',
  '91310115 MADEM00117',
  'OOOOOOOOOOOOOOOOOO',
])('%j is no credit code', (text) => expect(isCreditCode(text)).toBe(false));
