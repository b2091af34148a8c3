import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type TestDatabase, testDatabase } from '../../test/database.js';
import { migrate } from './migrate.js';

class First1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema es');
    await runner.query('create table es.events (n int)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema es cascade');
  }
}

class Second1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('insert into es.events values (1)');
    await runner.query('select pg_sleep(0.1)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from es.events');
  }
}

class Broken1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('insert into es.events values (2)');
    await runner.query('no such statement');
  }
  async down(): Promise<void> {}
}

/** What a server does to every session when it stops. */
class CutsTheOthers1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = 'redress migrate'`);
    await runner.query('select pg_sleep(0.1)');
  }
  async down(): Promise<void> {}
}

const names = async ({ pool }: TestDatabase): Promise<string[]> =>
  (await pool.query<{ name: string }>('select name from platform.migrations order by id')).rows.map(({ name }) => name);

describe('migrating', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await testDatabase()));
  afterEach(() => database.drop());

  test('runs each migration once, in order, and notes it', async () => {
    expect(await migrate(database.url, [First1700000000000])).toEqual(['First1700000000000']);
    expect(await migrate(database.url, [First1700000000000, Second1700000000001])).toEqual(['Second1700000000001']);
    expect(await migrate(database.url, [First1700000000000, Second1700000000001])).toEqual([]);
    expect(await names(database)).toEqual(['First1700000000000', 'Second1700000000001']);
  });

  test('is safe when several start at once', async () => {
    const ran = await Promise.all(
      [1, 2, 3].map(() => migrate(database.url, [First1700000000000, Second1700000000001])),
    );
    expect(ran.flat()).toEqual(['First1700000000000', 'Second1700000000001']);
    expect((await database.pool.query('select n from es.events')).rows).toEqual([{ n: 1 }]);
  });

  test('leaves nothing of a migration that fails, keeps those before it, and holds no lock', async () => {
    await expect(migrate(database.url, [First1700000000000, Broken1700000000002])).rejects.toThrow('syntax error');
    expect((await database.pool.query('select n from es.events')).rows).toEqual([]);
    expect(await names(database)).toEqual(['First1700000000000']);
    expect(await migrate(database.url, [First1700000000000, Second1700000000001])).toEqual(['Second1700000000001']);
  });

  test('does not end the process when the server cuts the session that holds the lock', async () => {
    expect(await migrate(database.url, [CutsTheOthers1700000000003])).toEqual(['CutsTheOthers1700000000003']);
    expect(await names(database)).toEqual(['CutsTheOthers1700000000003']);
  });

  test('refuses a list in another order than it would run in', async () => {
    await expect(migrate(database.url, [Second1700000000001, First1700000000000])).rejects.toThrow('is not later');
  });
});
