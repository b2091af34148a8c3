import fc from 'fast-check';
import { caseNumber, kindLetters, readCaseNumber, type CaseKind } from './case-number.js';

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const kinds = Object.keys(kindLetters) as CaseKind[];
const numbers = fc
  .tuple(fc.constantFrom(...kinds), fc.integer({ min: 2020, max: 2199 }), fc.uuid())
  .map(([kind, year, id]) => caseNumber(kind, year, id));

test('a case number is a function of kind, year and case id, and prints in groups', () => {
  const number = caseNumber('overduePayment', 2026, '0192a000-0000-8000-8000-000000000001');
  expect(number).toBe(caseNumber('overduePayment', 2026, '0192a000-0000-8000-8000-000000000001'));
  expect(number).toMatch(/^OP-2026-0000-0000-0001[0-9A-Z]$/);
});

test('a number reads back as it is printed', () => {
  fc.assert(fc.property(numbers, (number) => readCaseNumber(number) === number));
});

test('a number reads back as people write it: lower case, full width, no hyphens, spaces, O for 0, 0 for O, I and L for 1', () => {
  const slips = fc.array(fc.nat({ max: 30 }), { minLength: 30, maxLength: 30 });
  const written = (number: string, slip: readonly number[]) =>
    [...number]
      .map((symbol, i) => {
        const n = slip[i % slip.length]!;
        if (symbol === '-') return ['-', '', ' ', '－', '—'][n % 5]!;
        const same = symbol === '0' || symbol === 'O' ? '0Oo' : symbol === '1' || symbol === 'I' ? '1IiLl' : symbol;
        const chosen = same[n % same.length]!;
        if (n % 7 === 3) return chosen.toLowerCase();
        return n % 7 === 5 ? String.fromCharCode(chosen.charCodeAt(0) + 0xfee0) : chosen;
      })
      .join('');
  fc.assert(fc.property(numbers, slips, (number, slip) => readCaseNumber(` ${written(number, slip)}\n`) === number));
});

test('every single wrong symbol is found, in the kind, the year and the check character too', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), fc.nat(), (number, at, other) => {
      const places = [...number].flatMap((symbol, i) => (symbol === '-' ? [] : [i]));
      const place = places[at % places.length]!;
      const plain = number[place]!.replace('O', '0').replace('I', '1');
      const wrong = [...symbols].filter((symbol) => symbol !== plain)[other % 31]!;
      return readCaseNumber(number.slice(0, place) + wrong + number.slice(place + 1)) === null;
    }),
    { numRuns: 2000 },
  );
});

test('an exchange of neighbours is found unless they are 0 and Z', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 8, max: 20 }), (number, at) => {
      const [a, b] = [number[at]!, number[at + 1]!];
      fc.pre(a !== '-' && b !== '-' && a !== b && !('0Z'.includes(a) && '0Z'.includes(b)));
      return readCaseNumber(number.slice(0, at) + b + a + number.slice(at + 2)) === null;
    }),
  );
});

test('what is no case number reads as null, whatever it is', () => {
  const none = ['', 'OP', 'XX-2026-0000-0000-00010', 'OP-26-0000-0000-00010', 'OP-2026-UUUU-0000-00010', '\u0000'];
  expect(none.map(readCaseNumber)).toEqual(none.map(() => null));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readCaseNumber(text) === null));
});
