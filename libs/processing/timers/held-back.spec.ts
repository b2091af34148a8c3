import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { withProcessing } from '../testing/follow.js';
import { forgetHeldBack, holdBack, isHeldBack } from './held-back.js';

describe('Work that is due and refused', () => {
  const work = { timer: 'bell', subject: 'one', key: 'noon' };
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase(withProcessing);
  });

  afterEach(() => database.drop());

  const one = async <T>(sql: string) => (await database.pool.query<{ value: T }>(sql)).rows[0]?.value ?? null;
  const pause = () =>
    one<number>(`SELECT extract(epoch FROM again_at - tried_at)::float8 AS value FROM processing.held_back`);
  const isKept = () => one<boolean>(`SELECT ${isHeldBack('bell', `'one'`, `'noon'`)} AS value`);
  const move = (seconds: number) =>
    database.pool.query(
      `UPDATE processing.held_back SET tried_at = tried_at + make_interval(secs => $1), again_at = again_at + make_interval(secs => $1)`,
      [seconds],
    );

  it('is tried again at once, then after pauses which double, an hour at most', async () => {
    const pauses: (number | null)[] = [];
    for (let tries = 1; tries <= 16; tries++) {
      expect(await holdBack(database.pool, work, 'no')).toBe(tries);
      pauses.push(await pause());
    }
    expect(pauses.slice(0, 5)).toEqual([0, 1, 2, 4, 8]);
    expect(pauses.slice(-3)).toEqual([3600, 3600, 3600]);
  });

  it('is kept back until then and no longer, nor by a clock that was ahead', async () => {
    for (let n = 0; n < 8; n++) await holdBack(database.pool, work, new Error('no\0'));
    expect(await isKept()).toBe(true);
    await move(86_400);
    expect(await isKept()).toBe(false);
    await move(-86_400 - 127);
    expect(await isKept()).toBe(false);
  });

  it('is forgotten when it could have been tried again and was not: it is due no more', async () => {
    await holdBack(database.pool, work, 'no');
    await forgetHeldBack(database.pool, 'bell');
    expect(await pause()).toBe(0);
    await move(-61);
    await forgetHeldBack(database.pool, 'other');
    expect(await pause()).toBe(0);
    await forgetHeldBack(database.pool, 'bell');
    expect(await pause()).toBeNull();
  });
});
