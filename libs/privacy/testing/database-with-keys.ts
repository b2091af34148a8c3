import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppendInGroups1795383000000 } from '@redress/event-store/migrations/append-in-groups.js';
import { AppendOneEvent1795410000000 } from '@redress/event-store/migrations/append-one-event.js';
import { CreateEventStore1763700000000 } from '@redress/event-store/migrations/create-event-store.js';
import { migrate } from '@redress/platform/migrate.js';
import type { Pool } from 'pg';
import { testDatabase } from '../../../test/database.js';
import { KeyRing } from '../key-ring.js';
import { CreatePrivacy1795400000000 } from '../migrations/create-privacy.js';
import { TakeKeys1795415000000 } from '../migrations/take-keys.js';
import { PostgresKeys } from '../postgres-keys.js';
import { PrivacyRegister } from '../register.js';
import { Vault } from '../vault.js';

const template = {
  name: 'privacy: three',
  prepare: async (url: string) =>
    void (await migrate(url, [
      CreateEventStore1763700000000,
      AppendInGroups1795383000000,
      CreatePrivacy1795400000000,
      AppendOneEvent1795410000000,
      TakeKeys1795415000000,
    ])),
};

/** A database with keys in it, and a master key beside it. */
export interface DatabaseWithKeys {
  readonly url: string;
  readonly pool: Pool;
  readonly masterKeyPath: string;
  readonly vault: Vault;
  readonly register: PrivacyRegister;
  /** As another process would open them. */
  vaultAnew(path?: string): Vault;
  drop(): Promise<void>;
}

export async function databaseWithKeys(): Promise<DatabaseWithKeys> {
  const database = await testDatabase(template);
  const { url, pool } = database;
  const folder = mkdtempSync(join(tmpdir(), 'redress-keys-'));
  const masterKeyPath = join(folder, 'master-key');
  const vaultAnew = (path = masterKeyPath) => new Vault(new PostgresKeys(pool, new KeyRing(pool, path), true));
  return {
    url,
    pool,
    masterKeyPath,
    vault: vaultAnew(),
    register: new PrivacyRegister(pool, new KeyRing(pool, masterKeyPath)),
    vaultAnew,
    async drop() {
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
