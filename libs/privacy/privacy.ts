import type { Pool } from 'pg';
import { KeyRing } from './key-ring.js';
import { PostgresKeys } from './postgres-keys.js';
import { PrivacyRegister } from './register.js';
import { Vault } from './vault.js';

/** What a program needs to seal, to open and to forget. */
export interface Privacy {
  readonly vault: Vault;
  readonly register: PrivacyRegister;
  /** Opened at the start of a program, so that a master key which is missing is heard of there. */
  readonly ring: KeyRing;
}

/** @param logIsHere the log is in the same database */
export function openPrivacy(pool: Pool, masterKeyPath: string, logIsHere: boolean): Privacy {
  const ring = new KeyRing(pool, masterKeyPath);
  return {
    vault: new Vault(new PostgresKeys(pool, ring, logIsHere)),
    register: new PrivacyRegister(pool, ring),
    ring,
  };
}
