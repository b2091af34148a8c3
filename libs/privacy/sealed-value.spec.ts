import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { BrokenSealError, isSealed, seal, unseal } from './sealed-value.js';

const key = Buffer.alloc(32, 7);
const stream = 'overduePayment-0192a000-0000-8000-8000-000000000001';
const at = '0192a000-0000-8000-8000-00000000000a/data.claim.facts';
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

test('66: any JSON value opens as it was sealed, and shows nothing of itself before', () => {
  fc.assert(
    fc.property(json, (value) => {
      const sealed = seal(key, 'k', stream, at, value);
      expect(isSealed(JSON.parse(JSON.stringify(sealed)))).toBe(true);
      expect(unseal(key, stream, sealed)).toEqual(value);
    }),
  );
  expect(JSON.stringify(seal(key, 'k', stream, at, '13800000000'))).not.toContain('138000');
});

test('the same value is sealed to other bytes each time', () => {
  expect(seal(key, 'k', stream, at, '王芳').sealed).not.toBe(seal(key, 'k', stream, at, '王芳').sealed);
});

test('67: with another key it fails, as a broken seal', () => {
  fc.assert(
    fc.property(json, (value) => {
      const sealed = seal(key, 'k', stream, at, value);
      expect(() => unseal(randomBytes(32), stream, sealed)).toThrow(BrokenSealError);
    }),
  );
});

test('one changed byte, wherever it is, breaks the seal; so do bytes too few', () => {
  const sealed = seal(key, 'k', stream, at, { name: '王芳', phone: '13800000000' });
  const bytes = Buffer.from(sealed.sealed, 'base64url');
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes);
    changed[i]! ^= 1;
    expect(() => unseal(key, stream, { ...sealed, sealed: changed.toString('base64url') })).toThrow(BrokenSealError);
    const short = bytes.subarray(0, i).toString('base64url');
    expect(() => unseal(key, stream, { ...sealed, sealed: short })).toThrow(BrokenSealError);
  }
});

test('a value put in the place of another, or into another case, does not open', () => {
  const one = seal(key, 'k', stream, at, 'one');
  const other = seal(key, 'k', stream, `${at}x`, 'other');
  expect(() => unseal(key, stream, { ...one, sealed: other.sealed })).toThrow(BrokenSealError);
  expect(() => unseal(key, `${stream}x`, one)).toThrow(BrokenSealError);
});

test.each([
  null,
  1,
  'sealed',
  [],
  { sealed: '', key: '' },
  { sealed: '', key: '', at: 1 },
  { sealed: '', key: '', at: '', more: 1 },
])('%j is no sealed value', (value) => expect(isSealed(value)).toBe(false));
