import { Client } from 'pg';
import { importLog } from '@redress/event-store/import/import-log.js';
import { openPool } from '@redress/platform/database.js';
import { migrate } from '@redress/platform/migrate.js';
import { ImportedKeys } from '@redress/privacy/import-keys.js';
import { KeyRing } from '@redress/privacy/key-ring.js';
import { Vault } from '@redress/privacy/vault.js';
import { migrations } from '../preparation/migrations.js';
import type { Plan } from './city.js';
import { generatedLog } from './generate-log.js';

export interface FilledDatabase {
  readonly databaseUrl: string;
  readonly masterKeyPath: string;
}

/**
 * Fills the empty log of a database with a generated one, through the log's own import path; the views follow by themselves,
 * or by a rebuild.
 *
 * @param progress hears how many events are written, some times a second
 * @returns the number of events
 * @throws LogNotEmptyError
 */
export async function fillLog(
  { databaseUrl, masterKeyPath }: FilledDatabase,
  plan: Plan,
  progress: (events: number) => void,
): Promise<number> {
  await migrate(databaseUrl, migrations);
  const pool = openPool(databaseUrl, { applicationName: 'redress-generate' });
  const log = new Client({ connectionString: databaseUrl, application_name: 'redress-generate log' });
  const keys = new Client({ connectionString: databaseUrl, application_name: 'redress-generate keys' });
  try {
    await Promise.all([log.connect(), keys.connect()]);
    const made = await ImportedKeys.begin(keys, await new KeyRing(pool, masterKeyPath).open());
    // The keys are durable before the log which they open is.
    const appends = async function* () {
      yield* generatedLog(plan, new Vault(made));
      await made.commit();
    };
    return await importLog(log, appends(), progress);
  } finally {
    await Promise.all([log.end(), keys.end(), pool.end()]);
  }
}
