import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the least cost that OWASP's password storage cheat sheet recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password nobody knows, at the same cost: what an unknown account is verified against. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$hr3NbFAddIG9VsVw3pxQYQ$t1EzqYfJ9jkXZ0DMSpqitVtghgBTZR3NdmpWSgMsYTo';

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Takes as long for an account that does not exist (`passwordHash` null) as for one that does. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? decoy, password);
  return passwordHash !== null && matches;
}
