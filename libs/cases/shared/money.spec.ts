import fc from 'fast-check';
import { exceeds, isZero, minus, money, nothing, sum, type Money } from './money.js';

const cents = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n });
const written = (amount: bigint) => {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as Money;
};

test.each([
  ['0', '0.00'],
  ['0.1', '0.10'],
  ['1280000', '1280000.00'],
  ['999999999999999.99', '999999999999999.99'],
])('%s yuan is written %s', (text, expected) => expect(money(text)).toBe(expected));

test.each([
  '',
  '-1',
  '-0.00',
  '+1',
  '1.005',
  '1.',
  '.5',
  '01',
  '00',
  '1,280,000.00',
  '1e3',
  '１２',
  ' 1',
  '1 ',
  'NaN',
  'Infinity',
  '0x10',
  '1000000000000000',
  '1\n',
])('%j is no sum of money', (text) => expect(money(text)).toBeNull());

test('a sum read keeps its value and has two places', () => {
  fc.assert(fc.property(cents, (amount) => money(written(amount)) === written(amount)));
});

test('addition and subtraction are exact to the cent, as whole numbers are, up to a hundred of the largest sums', () => {
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 100 }), (amounts) => {
      const total = amounts.reduce((all, one) => all + one, 0n);
      expect(sum(amounts.map(written))).toBe(written(total));
    }),
  );
  fc.assert(fc.property(cents, cents, (a, b) => minus(written(a), written(b)) === written(a - b)));
});

test('one sum exceeds another as their cents do', () => {
  fc.assert(fc.property(cents, cents, (a, b) => exceeds(written(a), written(b)) === a > b));
  fc.assert(fc.property(cents, (a) => isZero(written(a)) === (a === 0n)));
  expect(sum([])).toBe(nothing);
});
