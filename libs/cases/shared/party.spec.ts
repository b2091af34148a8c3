import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { isCreditCode } from './party.js';

const symbols = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const bodies = fc
  .tuple(
    fc.constantFrom('91', '92', '11', '12', '52', 'N2', 'Y1'),
    fc.constantFrom('310115', '310104', '350100', '500110', '110000'),
    fc.array(fc.constantFrom(...symbols), { minLength: 9, maxLength: 9 }),
  )
  .map(([kind, division, organisation]) => kind + division + organisation.join(''));
const codeOf = (body: string) => body + symbols.find((check) => isCreditCode(body + check))!;

test('codes as published are valid', () => {
  const published = ['91350100M000100Y43', '913100001322070091', '11310000002420146C', '91310000132207009E'];
  expect(published.filter(isCreditCode)).toEqual(published.filter((code) => stdnum.CN!.uscc!.validate(code).isValid));
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
});

test('exactly one check character fits each code', () => {
  fc.assert(fc.property(bodies, (body) => symbols.filter((check) => isCreditCode(body + check)).length === 1));
});

test('every single wrong symbol is found', () => {
  fc.assert(
    fc.property(bodies, fc.nat({ max: 17 }), fc.nat({ max: 29 }), (body, at, n) => {
      const code = codeOf(body);
      const wrong = symbols.filter((symbol) => symbol !== code[at])[n]!;
      return !isCreditCode(code.slice(0, at) + wrong + code.slice(at + 1));
    }),
  );
});

/** stdnum 1.12 looks for a thirty-second symbol where the sum is a multiple of 31: it refused one company in thirty-one. */
test('a code whose check character is 0 is valid', () => {
  expect(isCreditCode('913501006QJQ7R9KX0')).toBe(true);
});

test('it agrees with stdnum wherever that library reads the standard as it is', () => {
  fc.assert(
    fc.property(bodies, fc.constantFrom(...symbols), (body, check) => {
      fc.pre(/^\d\d/.test(body) && codeOf(body)[17] !== '0');
      return isCreditCode(body + check) === stdnum.CN!.uscc!.validate(body + check).isValid;
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
