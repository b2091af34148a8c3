import { type TestDatabase, testDatabase } from '../../test/database.js';
import { now } from './server-clock.js';

let database: TestDatabase;
beforeAll(async () => (database = await testDatabase()));
afterAll(() => database.drop());

test('the time is told in UTC with microseconds, whatever the session thinks its zone is', async () => {
  const client = await database.pool.connect();
  await client.query(`set time zone 'Asia/Shanghai'`);
  const told = await now(client);
  client.release();
  expect(told).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
  expect(Math.abs(Date.parse(told) - Date.now())).toBeLessThan(60_000);
});

test('the time goes on inside a transaction', async () => {
  const client = await database.pool.connect();
  await client.query('begin');
  const [first, second] = [await now(client), await now(client)];
  await client.query('rollback');
  client.release();
  expect(second > first).toBe(true);
});
