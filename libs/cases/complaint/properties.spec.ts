import fc from 'fast-check';
import { bodies, wayTo, yuan } from '../testing/complaint.js';
import { circumstances } from '../testing/machine.js';
import type { FoldedEvent } from '../shared/case-kind.js';
import { correctable } from './corrections.js';
import { commandNames, moves, type Command, type CommandName } from './commands.js';
import { decide } from './decide.js';
import type { ComplaintEvent } from './events.js';
import {
  closed,
  evolve,
  initial,
  refundOutstanding,
  refundsOutstanding,
  statuses,
  type State,
  type Status,
} from './state.js';

const days = ['2025-08-01', '2025-09-09', '2025-09-10', '2025-09-11', '2025-10-05'];
const money = fc.integer({ min: 0, max: 400_000 }).map((cents) => yuan((cents / 100).toFixed(2)));

/** The members of a body that a run draws anew; the rest stands as in the specimen. */
const drawn: { readonly [C in CommandName]?: fc.Arbitrary<object> } = {
  grade: fc.record({ grade: fc.constantFrom('general', 'hard') }),
  regrade: fc.record({ grade: fc.constantFrom('general', 'hard') }),
  checkCharge: fc.record({
    charge: fc.integer({ min: 1, max: 3 }),
    listed: fc.constantFrom('listed', 'aboveList', 'notListed'),
    allowed: fc.option(money),
    refund: fc.option(fc.record({ amount: money, by: fc.constant('2025-10-06') })),
  }),
  recordRefund: fc.record({ charge: fc.integer({ min: 1, max: 3 }), amount: money }),
  issueResult: fc.record({
    outcome: fc.constantFrom('resolved', 'partlyResolved', 'notResolved', 'unfounded', 'referred'),
    explanation: fc.option(fc.constant('说明')),
  }),
  feedBack: fc.record({ to: fc.constantFrom('complainant', 'acceptingAuthority') }),
  answerReferral: fc.record({ referral: fc.integer({ min: 1, max: 3 }) }),
  correctFact: fc.record({
    event: fc.constantFrom('e0', 'e0', 'e1', 'e2', 'e9'),
    field: fc.constantFrom('occurredAt', 'occurredAt', ...Object.keys(correctable.ComplaintLodged!)),
    was: fc.constant('x'),
    is: fc.constantFrom(...days, '更正', 'minor'),
  }),
};

const commandOf = (name: CommandName) =>
  (drawn[name] ?? fc.constant({})).map(
    (changes) => ({ name, body: { ...bodies[name], ...changes } }) as unknown as Command,
  );

const steps = fc.record({
  command: fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .constantFrom<CommandName>('grade', 'transfer', 'beginHandling', 'checkCharge', 'recordRefund', 'issueResult')
        .chain(commandOf),
    },
    { weight: 3, arbitrary: fc.constantFrom<CommandName>('feedBack', 'conclude', 'reopen').chain(commandOf) },
    { weight: 8, arbitrary: fc.constantFrom(...commandNames).chain(commandOf) },
  ),
  on: fc.oneof({ weight: 8, arbitrary: fc.constant('2025-09-10') }, { weight: 1, arbitrary: fc.constantFrom(...days) }),
});
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;
/** From a way to some status on, so that runs go deep. */
const runs = fc
  .tuple(
    fc.constantFrom<Status>('lodged', 'accepted', 'inHandling', 'resultIssued', 'concluded'),
    fc.array(steps, { maxLength: 30 }),
  )
  .map(([status, later]) => [...wayTo[status].map((command): Step => ({ command, on: '2025-09-10' })), ...later]);

interface Seen {
  readonly before: State;
  readonly step: Step;
  readonly events: readonly ComplaintEvent[];
  readonly state: State;
}

function walk(run: readonly Step[], look: (seen: Seen) => void): readonly FoldedEvent[] {
  let state: State = initial;
  const log: FoldedEvent[] = [];
  for (const step of run) {
    const today = step.on > '2025-09-10' ? step.on : '2025-09-10';
    const decision = decide(step.command, state, circumstances(step.on, today));
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

test('what is closed stays closed until it is reopened', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ before, step, state }) => {
        if (before.status === 'none' || !closed.has(before.status) || state.status === before.status) return;
        expect(step.command.name).toBe('reopen');
      });
    }),
    { numRuns: 400 },
  );
});

test('nobody is paid back more than was charged beyond the list, and what is owed is never below nothing', () => {
  const cents = (text: string) => BigInt(text.replace('.', ''));
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ state, events }) => {
        if (state.status === 'none') return;
        for (const check of state.findings.charges) {
          expect(cents(check.refund?.amount ?? '0.00') <= cents(check.excess)).toBe(true);
          expect(cents(check.excess) <= cents(check.charged)).toBe(true);
        }
        expect(refundsOutstanding(state)).toMatch(/^\d+\.\d\d$/);
        for (const event of events) {
          if (event.type === 'RefundRecorded') {
            expect(event.data.outstanding).toBe(refundOutstanding(state, event.data.charge));
          }
        }
      });
    }),
    { numRuns: 400 },
  );
});

const anyEvent = fc
  .tuple(fc.array(runs, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat()))
  .map(([some, picks]) => {
    const pool = some.flatMap((run) => walk(run, () => undefined));
    return Array.from({ length: 40 }, () => pool[picks.next().value! % pool.length]!);
  });

test('the fold bears events in whatever order, with gaps and repeated (invariant 15)', () => {
  fc.assert(
    fc.property(anyEvent, (events) => {
      const state = events.reduce<State>(evolve, initial);
      if (state.status === 'none') return expect(events.some(({ type }) => type === 'ComplaintLodged')).toBe(false);
      expect(statuses).toContain(state.status);
      expect(refundsOutstanding(state)).toMatch(/^\d+\.\d\d$/);
    }),
    { numRuns: 400 },
  );
});
