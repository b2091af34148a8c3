import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hmac } from './hmac.js';

test('is the HMAC of RFC 2104, whatever the lengths of key and text', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1300, maxLength: 1500 }));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), text, (key, words) => {
      expect(hmac(key, words)).toBe(createHmac('sha256', key).update(words).digest('hex'));
    }),
  );
});

test('answers cases 2 and 6 of RFC 4231, and a short one after a longer', () => {
  const jefe = () => hmac(Buffer.from('Jefe'), 'what do ya want for nothing?');
  const answer = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(jefe()).toBe(answer);
  const long = hmac(Buffer.alloc(131, 0xaa), 'Test Using Larger Than Block-Size Key - Hash Key First');
  expect(long).toBe('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
  expect(jefe()).toBe(answer);
});
