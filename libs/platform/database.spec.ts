import { type TestDatabase, testDatabase } from '../../test/database.js';
import { ensureDatabase, openPool } from './database.js';

let database: TestDatabase;
beforeAll(async () => (database = await testDatabase()));
afterAll(() => database.drop());

describe('a pool', () => {
  test('gives dates as plain dates and large numbers as strings', async () => {
    const { rows } = await database.pool.query<Record<string, unknown>>(
      `select date '2026-02-16' as day, 9007199254740993::int8 as position, 12.30::numeric(18,2) as money, null::date as none`,
    );
    expect(rows).toEqual([{ day: '2026-02-16', position: '9007199254740993', money: '12.30', none: null }]);
  });

  test('ends a transaction which was left open, and shows its name', async () => {
    const { rows } = await database.pool.query<Record<string, unknown>>(
      `select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('application_name') as name`,
    );
    expect(rows).toEqual([{ idle: '1min', name: 'spec' }]);
  });

  test('outlives a session which the server cuts', async () => {
    const pool = openPool(database.url, { applicationName: 'to be cut', max: 1 });
    await pool.query('select 1');
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to be cut'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await pool.end();
  });
});

describe('making sure of a database', () => {
  test('makes it once, whatever its name, also when two ask at once', async () => {
    const url = new URL(database.url);
    url.pathname = `/${encodeURIComponent('清欠 "x"')}`;
    await Promise.all([ensureDatabase(url.href), ensureDatabase(url.href)]);
    await ensureDatabase(url.href);
    const pool = openPool(url.href, { applicationName: 'spec' });
    await expect(pool.query('show server_encoding')).resolves.toMatchObject({ rows: [{ server_encoding: 'UTF8' }] });
    await pool.end();
    await database.pool.query(`drop database "清欠 ""x""" with (force)`);
  });

  test('says in one line that nothing answers, and does not show the password', async () => {
    const refused = await ensureDatabase('postgresql://me:secret@127.0.0.1:1/redress').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      name: 'OperatorError',
      message:
        'The database at 127.0.0.1:1/redress does not answer (connect ECONNREFUSED 127.0.0.1:1); check DATABASE_URL.',
    });
  });
});
