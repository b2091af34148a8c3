import { DataSource, type Logger, type MigrationInterface } from 'typeorm';
import { withSession } from './database.js';

/** A migration by hand; its name ends in the 13 digits of its time, by which TypeORM orders. */
export type Migration = new () => MigrationInterface;

/** Any number that no other use of advisory locks in this database takes: "migrate" in ASCII, cut to 32 bits. */
const migrationLock = 0x6d696772;

/**
 * Brings the tables of truth up to date: runs what `platform.migrations` has not yet, each in a transaction of its own. Two
 * programs that start at once are safe: the second waits, and finds nothing to do.
 * @returns the names of the migrations that ran
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  assertOrdered(migrations);
  return withSession(url, 'redress migrate', async (lock) => {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    await lock.query('create schema if not exists platform');
    return runPending(url, migrations);
  });
}

async function runPending(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'platform',
    migrationsTableName: 'migrations',
    migrations: [...migrations],
    applicationName: 'redress migrate',
    logger: silent,
  });
  await source.initialize();
  try {
    return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

/** TypeORM prints a failed migration to the console; the error is thrown to the caller as well. */
const nothing = (): void => undefined;
const silent: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

/** TypeORM would sort silently; a list in another order than it runs in would mislead its reader. */
function assertOrdered(migrations: readonly Migration[]): void {
  const times = migrations.map(({ name }) => {
    const [time] = /\d{13}$/.exec(name) ?? [];
    if (time === undefined) throw new Error(`${name}: a migration's name ends in 13 digits`);
    return Number(time);
  });
  const late = times.findIndex((time, index) => index > 0 && time <= (times[index - 1] ?? 0));
  if (late > 0)
    throw new Error(`${migrations[late]?.name} stands after ${migrations[late - 1]?.name} but is not later`);
}
