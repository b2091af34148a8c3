import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verifyStream } from '../chain.js';
import { MemoryEventStore } from '../memory/memory-store.js';
import type { AppendResult, EventStore, NewEvent, Position, RecordedEvent, Revision } from '../port.js';
import type { ContractAdapter, Property } from './property.js';
import { freshCategory, readOn, sampleEvent } from './samples.js';

type Step =
  | {
      readonly do: 'append';
      readonly stream: number;
      readonly on: 'none' | 'exists' | 'any' | number;
      readonly count: number;
    }
  | { readonly do: 'repeat'; readonly step: number }
  | { readonly do: 'read'; readonly stream: number; readonly from: number; readonly backwards: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      stream: fc.nat(3),
      on: fc.oneof(
        fc.constantFrom('none' as const, 'exists' as const, 'any' as const),
        fc.integer({ min: -2, max: 0 }),
      ),
      count: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), step: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      stream: fc.nat(3),
      from: fc.nat(4),
      backwards: fc.boolean(),
    }),
  },
);

/**
 * The same workload on two stores gives the same, but for what is theirs to choose. A number as expectation counts from
 * the revision the stream has: 0 is the right one.
 */
export function differentialProperties({ store }: ContractAdapter): Property[] {
  return [
    {
      number: 71,
      name: 'a random workload, one call after the other, gives what the store in memory gives',
      run: () =>
        fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
            const category = freshCategory();
            const commands = steps.map((each) =>
              each.do === 'append' ? Array.from({ length: each.count }, (_, n) => sampleEvent({ n })) : [],
            );
            const ours = await play(store(), category, steps, commands);
            assert.deepEqual(ours, await play(new MemoryEventStore(), category, steps, commands));
          }),
          { numRuns: 25, seed: 71 },
        ),
    },
    {
      number: 72,
      name: 'under a random concurrent workload revisions and positions only rise, and every chain verifies',
      run: () =>
        fc.assert(
          fc.asyncProperty(
            fc.array(fc.record({ stream: fc.nat(2), count: fc.integer({ min: 1, max: 3 }) })),
            async (appends) => {
              const category = freshCategory();
              const start = await store().head();
              const results = await Promise.all(
                appends.map(({ stream, count }) =>
                  store().append(
                    `${category}-${stream}`,
                    'any',
                    Array.from({ length: count }, () => sampleEvent()),
                  ),
                ),
              );
              assert.ok(results.every(({ outcome }) => outcome === 'appended'));
              const log = await readOn(store(), start, 1000, [category]);
              assert.equal(
                log.length,
                appends.reduce((sum, { count }) => sum + count, 0),
              );
              for (const stream of new Set(log.map((event) => event.stream))) {
                const events = log.filter((event) => event.stream === stream);
                assert.deepEqual(verifyStream(events), { ok: true, events: events.length });
              }
              assert.ok(log.every((event, i) => i === 0 || BigInt(event.position) > BigInt(log[i - 1]!.position)));
            },
          ),
          { numRuns: 15, seed: 72 },
        ),
    },
  ];
}

async function play(store: EventStore, category: string, steps: readonly Step[], commands: readonly NewEvent[][]) {
  const start = await store.head();
  const expectations: ('none' | 'exists' | 'any' | { revision: Revision })[] = [];
  const told: unknown[] = [];
  for (const [i, each] of steps.entries()) {
    if (each.do === 'read') {
      const from = String(each.from) as Revision;
      const direction = each.backwards ? 'backwards' : 'forwards';
      told.push(
        (await store.readStream(`${category}-${each.stream}`, { from, direction, limit: 3 })).map(withoutChoices),
      );
      continue;
    }
    const at = each.do === 'append' ? i : each.step;
    const append = steps[at];
    if (append?.do !== 'append' || at > i) continue;
    const stream = `${category}-${append.stream}`;
    const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
    const head = Number(last?.revision ?? -1);
    expectations[i] =
      each.do === 'repeat'
        ? expectations[at]!
        : typeof append.on === 'string'
          ? append.on
          : { revision: String(Math.max(head + append.on, 0)) as Revision };
    told.push(normalised(await store.append(stream, expectations[i], commands[at]!)));
  }
  const log = await readOn(store, start, 7, [category]);
  return { told, log: log.map(withoutChoices) };
}

function normalised(result: AppendResult): unknown {
  return result.outcome === 'conflict'
    ? result
    : { outcome: result.outcome, revision: result.revision, events: result.events.map(withoutChoices) };
}

/** Without what a store chooses itself: the position and the time. */
function withoutChoices(event: RecordedEvent): RecordedEvent {
  return { ...event, position: '0' as Position, recordedAt: '' };
}
