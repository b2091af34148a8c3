import { randomUUID } from 'node:crypto';
import { sweepOfInstalments } from '../../apps/worker/src/missed-instalments.js';
import { sweepOnce } from '../../apps/worker/src/sweep.js';
import { createLogger } from '@redress/platform/logging.js';
import { Follower } from '@redress/processing/testing/follow.js';
import { stuckWork } from '@redress/projections/stuck-work.js';
import { instalments } from '@redress/projections/instalments/projection.js';
import { World } from './escalation-world.js';

let world: World;

beforeEach(async () => {
  world = await World.open('2025-12-02');
  await Follower.open(world.desk.memory, world.pool, instalments);
});

afterEach(() => world.close());

const keptBack = async () =>
  (await world.pool.query<{ subject: string; tries: number }>('SELECT subject, tries FROM processing.held_back')).rows;

/** As if the longest pause had passed. */
const later = () =>
  world.pool.query(
    `UPDATE processing.held_back SET tried_at = clock_timestamp() - interval '1 hour', again_at = clock_timestamp()`,
  );

test('a rung which its case refuses is not tried each second, and an operator is told of it for as long as it is due', async () => {
  const caseId = await world.received();
  await world.catchUp();
  const red = `UPDATE views.escalation_rung SET due_on = $2 WHERE case_id = $1 AND rule = 'result' AND rung = 'red'`;
  // The view is wrong: it is not due for a month.
  await world.pool.query(red, [caseId, world.today]);
  const worker = world.worker();
  for (let second = 0; second < 20; second++) await worker.tick();
  expect((await keptBack())[0]!.tries).toBeLessThan(5);
  expect(await stuckWork(world.pool, world.today, 10)).toEqual([]);
  for (let hour = 0; hour < 5; hour++) {
    await later();
    await worker.tick();
  }
  expect(await stuckWork(world.pool, world.today, 10)).toMatchObject([
    { timer: 'escalation', caseId, reason: 'rungNotDue', dueOn: world.today },
  ]);
  expect(await world.fired(caseId)).toEqual([]);
  await world.pool.query(red, [caseId, '2026-01-05']);
  expect(await stuckWork(world.pool, world.today, 10)).toEqual([]);
});

test('one that failed fires when it is tried again, and is told no longer', async () => {
  const caseId = await world.received(0);
  world.pass(29);
  await world.catchUp();
  const broken = world.worker({ before: () => Promise.reject(new Error('the store refuses')) });
  for (let hour = 0; hour < 6; hour++) {
    await broken.tick();
    await later();
  }
  const stuck = await stuckWork(world.pool, world.today, 100);
  expect(stuck.length).toBeGreaterThan(0);
  expect(stuck.every(({ reason }) => reason === 'Error: the store refuses')).toBe(true);
  await world.worker().tick();
  expect(await world.fired(caseId)).toHaveLength(stuck.length);
  await world.catchUp();
  expect(await stuckWork(world.pool, world.today, 100)).toEqual([]);
});

test('frappe #3279, for instalments: a page of those that are refused keeps none behind them from its turn', async () => {
  await world.pool.query(
    `INSERT INTO views.open_instalment (case_id, plan, instalment, due_on)
     SELECT n::text, $1, 1, DATE '2025-01-01' FROM generate_series(1, 450) n`,
    [randomUUID()],
  );
  const { memory: store, clock, privacy } = world.desk;
  const parts = { pool: world.pool, store, clock, privacy, logger: createLogger('faults', 'fatal'), owner: 'spec' };
  await sweepOnce(parts, sweepOfInstalments(parts), 60, () => false);
  expect(new Set((await keptBack()).map(({ subject }) => subject)).size).toBe(450);
});
