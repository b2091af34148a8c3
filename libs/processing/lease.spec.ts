import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { holdsLease, releaseLease, takeLease } from './lease.js';
import { CreateProcessing1763710000000 } from './migrations/create-processing.js';
import { inTransaction } from './transaction.js';

describe('56: A lease', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await migrate(database.url, [CreateProcessing1763710000000]);
  });

  afterAll(() => database.drop());
  afterEach(() => database.pool.query('TRUNCATE processing.leases'));

  const take = (owner: string, seconds = 60) => takeLease(database.pool, 'escalation', owner, seconds);

  it('is the first owner’s; a second is refused', async () => {
    expect(await take('one')).toEqual({ name: 'escalation', owner: 'one', token: '1' });
    expect(await take('two')).toBeNull();
  });

  it('is prolonged by its owner under the same token', async () => {
    await take('one');
    expect(await take('one')).toMatchObject({ token: '1' });
  });

  it('changes hands after its release, with a higher token', async () => {
    await releaseLease(database.pool, (await take('one'))!);
    expect(await take('two')).toMatchObject({ owner: 'two', token: '2' });
  });

  it('changes hands when it expired, and not before', async () => {
    await take('one', 2);
    expect(await take('two')).toBeNull();
    await pause(2_050);
    expect(await take('two')).toMatchObject({ owner: 'two', token: '2' });
  });

  it('has a new token after it lapsed, for its old owner as well', async () => {
    await take('one', 0);
    expect(await take('one')).toMatchObject({ token: '2' });
  });

  it('goes to one of many who ask at once', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, (_, i) => take(`worker-${i}`)));
    expect(taken.filter((lease) => lease !== null)).toHaveLength(1);
  });

  it('54: is refused to the transaction of an owner who lost it', async () => {
    const stale = (await take('one', 0))!;
    const current = (await take('two'))!;
    await inTransaction(database.pool, async (client) => {
      expect(await holdsLease(client, stale)).toBe(false);
      expect(await holdsLease(client, current)).toBe(true);
    });
  });

  it('does not change hands while a transaction under it is open, though it expires', async () => {
    const lease = (await take('one', 2))!;
    let taken: Promise<unknown> | undefined;
    let done = false;
    await inTransaction(database.pool, async (client) => {
      expect(await holdsLease(client, lease)).toBe(true);
      await pause(2_050);
      taken = take('two').then(() => expect(done).toBe(true));
      await pause(50);
      done = true;
    });
    await taken;
  });

  it('a release that comes too late changes nothing', async () => {
    const stale = (await take('one', 0))!;
    await take('two');
    await releaseLease(database.pool, stale);
    expect(await take('three')).toBeNull();
  });
});
