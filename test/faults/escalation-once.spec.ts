import fc from 'fast-check';
import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import { readClock } from '@redress/processing/timers/clock-guard.js';
import { World } from './escalation-world.js';

jest.setTimeout(600_000);

/** Received two days later, on Thursday 2025-12-04: the result is due on 2026-01-03, in a year whose notice is not out yet. */
const begin = '2025-12-02';

type Act = 'correct' | 'extend' | 'import';
type Fault =
  | { readonly kind: 'killed'; readonly at: number; readonly written: boolean }
  | { readonly kind: 'two' | 'frozen' | 'back' | 'ahead' | 'lagging' | 'replay' };

interface Day {
  readonly acts: readonly Act[];
  readonly faults: readonly Fault[];
}

const done: Readonly<Record<Act, (world: World, caseId: string) => Promise<void>>> = {
  correct: (world, caseId) => world.correctReceipt(caseId, '2025-12-03'),
  extend: (world, caseId) => world.act(caseId, 'head', 'extendHandling', { totalDays: 45 }),
  import: (world) => world.importCalendar(),
};

const faults: Readonly<Record<Fault['kind'], (world: World, fault: Fault) => Promise<void>>> = {
  /** `kill -9` around an append: what was written stays, what was not is not. */
  async killed(world, fault) {
    if (fault.kind !== 'killed') return;
    let appends = 0;
    let gone = false;
    const die = () => {
      if (++appends <= fault.at) return;
      gone = true;
      throw new Error('killed');
    };
    await world.worker({ ...(fault.written ? { after: die } : { before: die }), isGone: () => gone }).tick();
  },
  async two(world) {
    await Promise.all([world.worker().tick(), world.worker().tick(), world.worker().tick()]);
  },
  /** One stands still in the middle of a rung until the other, which took its lease over, has done all the work. */
  async frozen(world) {
    let thaw = () => {};
    const thawed = new Promise<void>((resolve) => (thaw = resolve));
    const frozen = world.worker({ before: () => thawed }).tick();
    await world.worker().tick();
    thaw();
    await frozen;
  },
  async back(world) {
    const worker = world.worker();
    await worker.tick();
    await behold(world, -40, () => Promise.all([worker.tick(), world.worker().tick()]));
  },
  async ahead(world) {
    const worker = world.worker();
    await worker.tick();
    await behold(world, 30, () => Promise.all([worker.tick(), worker.tick(), world.worker().tick()]));
    expect(await readClock(world.pool)).toMatchObject({ haltedAt: expect.any(String) as string });
    await world.confirmClock();
  },
  /** Twice on the same rows: the view has not seen what the first tick fired. */
  async lagging(world) {
    await world.worker().tick();
    await world.worker().tick();
  },
  replay: (world) => world.foldAnew(),
};

/** What happens while PostgreSQL's clock is wrong by so many days: nothing is recorded. */
async function behold(world: World, days: number, happens: () => Promise<unknown>): Promise<void> {
  const head = await world.desk.memory.head();
  world.skew = days;
  await happens();
  world.skew = 0;
  expect(await world.desk.memory.head()).toBe(head);
}

async function live(days: readonly Day[]): Promise<readonly string[]> {
  const world = await World.open(begin, 2025);
  try {
    const caseId = await world.received();
    for (const { acts, faults: all } of days) {
      world.pass(2);
      for (const act of acts) await done[act](world, caseId);
      await world.catchUp();
      for (const fault of all) await faults[fault.kind](world, fault);
      await world.worker().tick();
      await world.catchUp();
    }
    const keys = (await world.fired(caseId)).map(rungKey);
    expect(new Set(keys).size).toBe(keys.length);
    return await world.told(caseId);
  } finally {
    await world.close();
  }
}

const fault = fc.oneof(
  fc.record({ kind: fc.constant('killed' as const), at: fc.integer({ min: 0, max: 2 }), written: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('two', 'frozen', 'back', 'ahead', 'lagging', 'replay') }),
) as fc.Arbitrary<Fault>;

const faultless = (days: readonly Day[]) => days.map(({ acts }) => ({ acts, faults: [] }));

test('13: killed, doubled, frozen, its clock moved, its view folded anew: the same rungs, each once a run', async () => {
  const planned = fc.record({
    correct: fc.integer({ min: 0, max: 15 }),
    extend: fc.integer({ min: 0, max: 15 }),
    import: fc.integer({ min: 0, max: 15 }),
    faults: fc.array(fc.array(fault, { maxLength: 2 }), { minLength: 28, maxLength: 28 }),
  });
  await fc.assert(
    fc.asyncProperty(planned, async ({ faults: all, ...on }) => {
      const days = all.map((faults, i): Day => ({
        acts: (Object.keys(on) as Act[]).filter((act) => on[act] === i),
        faults,
      }));
      const rungs = await live(days);
      expect(rungs).toEqual(await live(faultless(days)));
      expect(rungs.length).toBeGreaterThan(2);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
