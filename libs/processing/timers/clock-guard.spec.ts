import { MemoryEventStore } from '@redress/event-store/memory/memory-store.js';
import { migrate } from '@redress/platform/migrate.js';
import { testDatabase, type TestDatabase } from '../../../test/database.js';
import { CreateProcessing1763710000000 } from '../migrations/create-processing.js';
import { WatchClock1795425000000 } from '../migrations/watch-clock.js';
import { ClockAheadError, ClockGuard, confirmClock, readClock } from './clock-guard.js';
import { judgeClock } from './judge-clock.js';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('The clock', () => {
  let database: TestDatabase;
  let at: number;
  let monotonic: number;

  beforeEach(async () => {
    database = await testDatabase();
    await migrate(database.url, [CreateProcessing1763710000000, WatchClock1795425000000]);
    at = Date.now();
    monotonic = 0;
  });

  afterEach(() => database.drop());

  const guard = () =>
    new ClockGuard(
      database.pool,
      new MemoryEventStore(),
      14,
      () => Promise.resolve(new Date(at).toISOString()),
      () => monotonic,
    );
  const pass = (ms: number) => {
    at += ms;
    monotonic += ms;
  };

  it('which goes on as it should fires and records', async () => {
    const clock = guard();
    expect(await clock.tick()).toBeNull();
    pass(60 * minute);
    expect(await clock.tick()).toBeNull();
    expect(await clock.nowForRecording()).toBe(new Date(at).toISOString());
  });

  it('back: nothing fires until it has come to where it was, then all is normal', async () => {
    const clock = guard();
    await clock.tick();
    at -= 60 * minute;
    expect(await clock.tick()).toBe('wentBack');
    expect(await guard().tick()).toBe('wentBack');
    await expect(clock.nowForRecording()).resolves.toBeDefined();
    pass(61 * minute);
    expect(await clock.tick()).toBeNull();
  });

  it('ahead: nothing fires and nothing is recorded until it is confirmed, in no process', async () => {
    const [clock, other] = [guard(), guard()];
    await clock.tick();
    await other.tick();
    at += 6 * minute;
    expect(await clock.tick()).toBe('ranAhead');
    await expect(clock.nowForRecording()).rejects.toThrow(ClockAheadError);
    await expect(other.nowForRecording()).rejects.toThrow(ClockAheadError);
    expect(await guard().tick()).toBe('ranAhead');
    expect(await readClock(database.pool)).toMatchObject({ why: 'ranAhead', haltedAt: expect.any(String) as string });
    await confirmClock(database.pool, 'operator');
    expect(await clock.tick()).toBeNull();
    await expect(other.nowForRecording()).resolves.toBeDefined();
  });

  it('ahead is met by the first command, before any tick', async () => {
    const clock = guard();
    await clock.nowForRecording();
    at += 10 * day;
    await expect(clock.nowForRecording()).rejects.toThrow('not to be trusted (ranAhead)');
  });

  it('at a start: more than fourteen days past what is known needs a confirmation; a shorter standstill does not', async () => {
    await guard().tick();
    pass(13 * day);
    expect(await guard().tick()).toBeNull();
    pass(15 * day);
    expect(await guard().tick()).toBe('aheadOfLog');
    await confirmClock(database.pool, 'operator');
    expect((await readClock(database.pool)).haltedAt).toBeNull();
  });

  it('slow corrections of a time server change nothing', () => {
    const before = { at: 0, monotonic: 0 };
    const known = { before, lastTick: 0, newest: null };
    expect(judgeClock({ at: 5 * minute, monotonic: 0 }, known, { days: 14 })).toBeNull();
    expect(judgeClock({ at: 5 * minute + 1, monotonic: 0 }, known, { days: 14 })).toBe('ranAhead');
    expect(judgeClock({ at: -1_000, monotonic: 9 }, known, { days: 14 })).toBeNull();
    expect(judgeClock({ at: -1_001, monotonic: 9 }, known, { days: 14 })).toBe('wentBack');
  });
});
