import fc from 'fast-check';
import { applied, circumstances, standing, type Standing } from '../testing/machine.js';
import { machine, wayTo } from '../testing/ip-fast-track-machine.js';
import { bodies, hearingDay, matters, request, today } from '../testing/ip-fast-track.js';
import type { FoldedEvent } from '../shared/case-kind.js';
import type { Command, CommandName } from './commands.js';
import type { IpEvent } from './events.js';
import { correctable } from './corrections.js';
import { ipFastTrack as kind } from './kind.js';
import { commandNames, moves } from './moves.js';
import { evolve, initial, statuses, type State, type Status } from './state.js';

const days = ['2026-03-01', today, '2026-03-04', hearingDay, '2026-03-30'];

/** The members of a body that a run draws anew; the rest stands as in the specimen. */
const drawn: { readonly [C in CommandName]?: fc.Arbitrary<object> } = {
  lodge: fc.constantFrom(...Object.values(matters)).map((matter) => ({ request: request(matter) })),
  issueRuling: fc.record({
    basis: fc.constantFrom('hearing', 'papers', 'repeatInfringement'),
    infringes: fc.boolean(),
  }),
  decideJurisdiction: fc.record({ outcome: fc.constantFrom('upheld', 'rejected', 'outOfTime') }),
  recordDefence: fc.record({ timeBar: fc.boolean() }),
  decideTimeBar: fc.record({ upheld: fc.boolean(), knownOn: fc.constantFrom('2020-01-01', '2025-01-01') }),
  holdHearing: fc.record({ absent: fc.constantFrom('none', 'complainant', 'respondent', 'both') }),
  recordOpinion: fc.record({ agrees: fc.boolean() }),
  refuseMediation: fc.record({ ground: fc.constantFrom('noAnswer', 'disagrees') }),
  recordPoliceAnswer: fc.constantFrom({ outcome: 'caseFiled', number: '1' }, { outcome: 'noCrime', number: null }),
  serveRuling: fc.record({ party: fc.constantFrom('complainant', 'respondent') }),
  correctFact: fc.record({
    event: fc.constantFrom('e0', 'e0', 'e1', 'e2', 'e3', 'e4'),
    field: fc.constantFrom('occurredAt', 'occurredAt', 'number', ...Object.keys(correctable.RequestFiled!)),
    was: fc.constant('x'),
    is: fc.constantFrom(...days, '更正', 'utilityModel'),
  }),
};

const commandOf = (name: CommandName) =>
  (drawn[name] ?? fc.constant({})).map(
    (changes) => ({ name, body: { ...bodies[name], ...changes } }) as unknown as Command,
  );

const steps = fc.record({
  command: fc.constantFrom(...commandNames).chain(commandOf),
  on: fc.oneof({ weight: 6, arbitrary: fc.constant(today) }, { weight: 3, arbitrary: fc.constantFrom(...days) }),
});
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

const runs = fc
  .tuple(fc.constantFrom<Status>(...statuses), fc.array(steps, { maxLength: 25 }))
  .map(([status, later]) => [...wayTo[status].map((one): Step => ({ command: one, on: today })), ...later]);

interface Seen {
  readonly before: State;
  readonly step: Step;
  readonly events: readonly IpEvent[];
  readonly state: State;
}

function walk(run: readonly Step[], look: (seen: Seen) => void): readonly FoldedEvent[] {
  let at: Standing<State> = standing(kind);
  const log: FoldedEvent[] = [];
  for (const step of run) {
    const before = at.state;
    const decision = kind.decide(step.command, before, circumstances(step.on));
    const events = decision.outcome === 'accepted' ? decision.events : [];
    events.forEach(({ type, data }, i) => {
      const id = `e${at.events + i}`;
      log.push({ id, revision: id.slice(1), type, schema: 1, data: data, on: step.on });
    });
    at = applied(kind, at, events, step.on);
    look({ before, step, events, state: at.state });
  }
  return log;
}

test('whatever is commanded in whatever order, the case stays in the table', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ before, step, events, state }) => {
        reached.add(state.status);
        if (events.length === 0) return expect(state).toBe(before);
        expect(moves[step.command.name]).toContain(before.status);
        expect(['none', ...machine.statuses]).toContain(state.status);
      });
    }),
    { numRuns: 600 },
  );
  expect(statuses.filter((status) => !reached.has(status))).toEqual([]);
});

test('a refusal names its ground, and deciding again on the same state decides the same', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ before, step }) => {
        const decision = kind.decide(step.command, before, circumstances(step.on));
        expect(kind.decide(step.command, before, circumstances(step.on))).toEqual(decision);
        if (decision.outcome === 'refused') expect(decision.refusals.length).toBeGreaterThan(0);
      });
    }),
  );
});

test('the route and the number of a case never change, and pauses come in pairs', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ before, state }) => {
        if (state.status === 'none') return;
        if (before.status !== 'none') {
          expect([state.route, state.caseNumber]).toEqual([before.route, before.caseNumber]);
        }
        const open = state.procedure.pauses.filter(({ to }) => to === null).map(({ ground }) => ground);
        expect(new Set(open).size).toBe(open.length);
        expect(state.status === 'stayed').toBe(state.status === 'stayed' && open.includes('stay'));
      });
    }),
  );
});

test('the fold bears events in whatever order, with gaps and repeated (invariant 15)', () => {
  const anyEvents = fc
    .tuple(fc.array(runs, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat()))
    .map(([some, picks]) => {
      const pool = some.flatMap((run) => walk(run, () => undefined));
      return pool.length === 0 ? [] : Array.from({ length: 40 }, () => pool[picks.next().value! % pool.length]!);
    });
  const opening = ['RequestFiled', 'MediationRequested', 'PriorityRequested', 'IpComplaintLodged'];
  fc.assert(
    fc.property(anyEvents, (events) => {
      const state = events.reduce<State>(evolve, initial);
      if (state.status === 'none') return expect(events.some(({ type }) => opening.includes(type))).toBe(false);
      expect(statuses).toContain(state.status);
      expect(kind.summaryOf(state)).not.toBeNull();
    }),
    { numRuns: 400 },
  );
});

test('an event of a later release is left alone but for the list of events', () => {
  const lodged = applied(kind, standing(kind), [], today).state;
  const unknown = { id: 'x', revision: '9', type: 'CasePraised', schema: 1, data: {}, on: today };
  expect(evolve(lodged, unknown)).toBe(lodged);
  const { procedure: _, ...before } = evolve(initial, opened()) as Exclude<State, { status: 'none' }>;
  const { procedure: __, ...after } = evolve(evolve(initial, opened()), unknown) as Exclude<State, { status: 'none' }>;
  expect(after).toEqual(before);
});

function opened(): FoldedEvent {
  return walk([{ command: wayTo.complaintLodged[0]!, on: today }], () => undefined)[0]!;
}
