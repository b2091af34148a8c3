import * as argon2 from '@node-rs/argon2';
import { hashPassword, passwordMatches } from './passwords.js';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...real, verify: jest.fn(real.verify) };
});

const verify = jest.mocked(argon2.verify);
const costOf = (hash: unknown) => /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$/.exec(String(hash))?.[0];

test('a password matches its own hash alone', async () => {
  const hash = await hashPassword('redress-demo');
  expect(await passwordMatches(hash, 'redress-demo')).toBe(true);
  expect(await passwordMatches(hash, 'redress-dem0')).toBe(false);
});

test('an unknown account is verified as dearly as a known one, so that time tells nobody which names there are', async () => {
  const hash = await hashPassword('redress-demo');
  verify.mockClear();
  await passwordMatches(hash, 'wrong');
  expect(await passwordMatches(null, 'wrong')).toBe(false);
  const [known, unknown] = verify.mock.calls.map(([against]) => costOf(against));
  expect(unknown).toBe(known);
  expect(known).toBeDefined();
});
