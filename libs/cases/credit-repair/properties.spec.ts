import fc from 'fast-check';
import type { FoldedEvent } from '../shared/case-kind.js';
import { bodies, found, market, record, request, ruling, today, wayTo } from '../testing/credit-repair.js';
import { circumstances } from '../testing/machine.js';
import { correctable } from './corrections.js';
import { commandNames, moves, type Command, type CommandName } from './commands.js';
import { repairConditions } from './conditions.js';
import { decide } from './decide.js';
import type { CreditRepairEvent } from './events.js';
import { conductClasses, recordForms } from './record.js';
import { closed, evolve, initial, statuses, type State, type Status } from './state.js';

const days = ['2026-03-01', '2026-09-09', '2026-09-10', '2026-09-11', '2027-03-11'];

const requests = fc
  .record({
    of: fc.constantFrom(record, market),
    class: fc.constantFrom(...conductClasses),
    form: fc.constantFrom(...recordForms),
    foundOn: fc.constantFrom('2023-01-01', '2025-01-01', '2026-03-10', '2026-09-01'),
    ruling: fc.option(fc.constant(ruling)),
  })
  .map(({ of, ruling: brought, ...changes }) => ({
    ...request,
    ruling: brought,
    record: { ...of, ...changes, publishedOn: null },
  }));

/** The members of a body that a run draws anew; the rest stands as in the specimen. */
const drawn: { readonly [C in CommandName]?: fc.Arbitrary<object> } = {
  lodge: fc.record({ request: requests }),
  reviewConditions: fc.subarray([...repairConditions]).map((unproved) => ({ conditions: found(...unproved) })),
  decideRepair: fc.record({ repaired: fc.boolean() }),
  reachMaximum: fc.record({ corrected: fc.boolean(), sectorRule: fc.option(fc.constant('行业规定')) }),
  findFalsePromise: fc.record({ adopted: fc.option(fc.constant({ barMonths: 12 })) }),
  raiseObjection: fc.record({ by: fc.constantFrom('platform', 'source', 'creditService') }),
  decideObjection: fc.record({ upheld: fc.boolean(), correction: fc.option(fc.constant('更正')) }),
  correctFact: fc.record({
    event: fc.constantFrom('e0', 'e0', 'e1', 'e2', 'e9'),
    field: fc.constantFrom('occurredAt', 'occurredAt', ...Object.keys(correctable.RepairRequested!)),
    was: fc.constant('x'),
    is: fc.constantFrom(...days, '更正', 'minor'),
  }),
};

const commandOf = (name: CommandName) =>
  (drawn[name] ?? fc.constant({})).map(
    (changes) => ({ name, body: { ...bodies[name], ...changes } }) as unknown as Command,
  );

const usual: readonly CommandName[] = [
  ...(['passToDepartment', 'accept', 'reviewConditions', 'decideRepair', 'endPublicity', 'shareResult'] as const),
  ...(['tellResult', 'reachMaximum', 'raiseObjection', 'decideObjection', 'reopen'] as const),
];
const steps = fc.record({
  command: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...usual).chain(commandOf) },
    { weight: 7, arbitrary: fc.constantFrom(...commandNames).chain(commandOf) },
  ),
  on: fc.oneof({ weight: 8, arbitrary: fc.constant(today) }, { weight: 1, arbitrary: fc.constantFrom(...days) }),
});
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;
/** From a way to some status on, so that runs go deep; or with a request of their own. */
const runs = fc
  .tuple(
    fc.oneof(
      fc.constantFrom<Status>('requested', 'passed', 'accepted', 'repaired').map((status) => wayTo[status]),
      commandOf('lodge').map((lodge) => [lodge]),
    ),
    fc.array(steps, { maxLength: 30 }),
  )
  .map(([way, later]) => [...way.map((command): Step => ({ command, on: today })), ...later]);

interface Seen {
  readonly before: State;
  readonly step: Step;
  readonly events: readonly CreditRepairEvent[];
  readonly state: State;
}

function walk(run: readonly Step[], look: (seen: Seen) => void): readonly FoldedEvent[] {
  let state: State = initial;
  const log: FoldedEvent[] = [];
  for (const step of run) {
    const decision = decide(step.command, state, circumstances(step.on, step.on > today ? step.on : today));
    const events = decision.outcome === 'accepted' ? decision.events : [];
    const before = state;
    for (const { type, data } of events) {
      const folded = { id: `e${log.length}`, revision: String(log.length), type, schema: 1, data, on: step.on };
      log.push(folded);
      state = evolve(state, log.at(-1)!);
    }
    look({ before, step, events, state });
  }
  return log;
}

test('a run of commands never leaves the table, and a refusal changes nothing', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ before, step, events, state }) => {
        expect(['none', ...statuses]).toContain(state.status);
        if (events.length === 0) expect(state).toBe(before);
        else expect(moves[step.command.name]).toContain(before.status);
      });
    }),
    { numRuns: 400 },
  );
});

test('what is closed stays closed until it is reopened, or a false promise voids it', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ before, step, state }) => {
        if (before.status === 'none' || !closed.has(before.status) || state.status === before.status) return;
        expect(['reopen', 'findFalsePromise']).toContain(step.command.name);
      });
    }),
    { numRuns: 400 },
  );
});

test('nothing is repaired without its conditions, and nobody is concluded untold', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ state, events }) => {
        for (const event of events) {
          if (event.type === 'RepairDecided') expect(event.data.repaired).toBe(event.data.unproved.length === 0);
        }
        if (state.status !== 'concluded') return;
        expect(state.told).toBe(true);
        if (state.result === 'repaired') expect([state.publicityEnded, state.shared]).toEqual([true, true]);
      });
    }),
    { numRuns: 400 },
  );
});

test('at most one objection is open', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ state }) => {
        if (state.status === 'none') return;
        expect(state.objections.filter(({ upheld }) => upheld === null).length).toBeLessThanOrEqual(1);
      });
    }),
    { numRuns: 200 },
  );
});

const anyEvent = fc
  .tuple(fc.array(runs, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat()))
  .map(([some, picks]) => {
    const pool = some.flatMap((run) => walk(run, () => undefined));
    return pool.length === 0 ? [] : Array.from({ length: 40 }, () => pool[picks.next().value! % pool.length]!);
  });

test('the fold bears events in whatever order, with gaps and repeated (invariant 15)', () => {
  fc.assert(
    fc.property(anyEvent, (events) => {
      const state = events.reduce<State>(evolve, initial);
      if (state.status === 'none') return expect(events.some(({ type }) => type === 'RepairRequested')).toBe(false);
      expect(statuses).toContain(state.status);
    }),
    { numRuns: 400 },
  );
});
