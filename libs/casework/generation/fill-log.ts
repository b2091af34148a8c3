import { importRows } from '@redress/event-store/import/import-log.js';
import { openPool, withSession } from '@redress/platform/database.js';
import { migrate } from '@redress/platform/migrate.js';
import { ImportedKeys } from '@redress/privacy/import-keys.js';
import { KeyRing } from '@redress/privacy/key-ring.js';
import { migrations } from '../preparation/migrations.js';
import type { Plan } from './city.js';
import { GeneratingThreads } from './generated-rows.js';

export interface FilledDatabase {
  readonly databaseUrl: string;
  readonly masterKeyPath: string;
}

/**
 * Fills the empty log of a database with a generated one, through the log's own import path; the views follow by themselves,
 * or by a rebuild.
 *
 * @param progress hears how many events are written, some times a second
 * @param threads begun before, while the database was being started
 * @returns the number of events
 * @throws LogNotEmptyError
 */
export async function fillLog(
  { databaseUrl, masterKeyPath }: FilledDatabase,
  plan: Plan,
  progress: (events: number) => void,
  threads = new GeneratingThreads(plan),
): Promise<number> {
  const pool = openPool(databaseUrl, { applicationName: 'redress-generate' });
  try {
    await migrate(databaseUrl, migrations);
    return await withSession(databaseUrl, 'redress-generate log', (log) =>
      withSession(databaseUrl, 'redress-generate keys', async (keys) => {
        const ring = await new KeyRing(pool, masterKeyPath).open();
        const imported = await ImportedKeys.begin(keys);
        // The keys are durable before the log which they open is.
        const rows = async function* () {
          yield* threads.rows(ring, (some) => imported.add(some));
          await imported.commit();
        };
        return importRows(log, rows(), progress);
      }),
    );
  } finally {
    await threads.end();
    await pool.end();
  }
}
