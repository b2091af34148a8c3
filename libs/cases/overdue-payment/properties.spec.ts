import fc from 'fast-check';
import { minhang, pudong } from '../testing/procedure.js';
import { applied, at, bodies, lodgedOn, wayTo, yuan } from '../testing/overdue-payment.js';
import { commandNames, moves, type Command, type CommandName } from './commands.js';
import { correctable } from './corrections.js';
import { decide } from './decide.js';
import type { DatedEvent, OverduePaymentEvent } from './events.js';
import { outstanding, paid } from './owed.js';
import { evolve, initial, statuses, type State, type Status } from './state.js';

const days = ['2025-02-01', '2025-07-10', '2025-09-09', '2025-09-10', '2025-09-11', '2025-10-05'];
const money = fc.integer({ min: 0, max: 120_000_000 }).map((cents) => yuan((cents / 100).toFixed(2)));

/** The members of a body that a run draws anew; the rest stands as in the specimen. */
const drawn: { readonly [C in CommandName]?: fc.Arbitrary<object> } = {
  recordReply: fc.record({ admitted: money }),
  agreeSettlement: fc.array(money, { maxLength: 3 }).map((amounts) => ({
    instalments: amounts.map((amount) => ({ dueOn: '2025-10-05', amount })),
    total: yuan((amounts.reduce((all, one) => all + Math.round(Number(one) * 100), 0) / 100).toFixed(2)),
  })),
  recordPayment: fc.record({ amount: money, instalment: fc.option(fc.integer({ min: 1, max: 4 })) }),
  extendHandling: fc.record({ totalDays: fc.integer({ min: 1, max: 120 }) }),
  issueResult: fc.record({
    outcome: fc.constantFrom('paidInFull', 'settled', 'partlyPaid', 'notSettled', 'unfounded'),
  }),
  feedBack: fc.record({ to: fc.constantFrom('complainant', 'acceptingAuthority') }),
  assignMediator: fc.record({ mediator: fc.constantFrom(null, { id: 'a', name: '甲' }, { id: 'b', name: '乙' }) }),
  recordMissedInstalment: fc.record({ instalment: fc.integer({ min: 1, max: 3 }) }),
  issueSupervisoryOrder: fc.record({ ground: fc.constantFrom('noAnswer', 'improperAnswer') }),
  assessReply: fc.record({ proper: fc.boolean() }),
  disputeParts: fc.record({ lines: money.map((disputed) => [{ line: 1, disputed, reason: '' }]) }),
  decideDispatchObjection: fc.record({
    upheld: fc.boolean(),
    to: fc.constantFrom('acceptingAuthority', minhang, pudong, null),
  }),
  rateSatisfaction: fc.record({ rating: fc.integer({ min: 1, max: 5 }) }),
  reopen: fc.record({ ground: fc.constantFrom('newFacts', 'objectionUpheld') }),
  correctFact: fc.record({
    event: fc.integer({ min: 0, max: 25 }).map((at) => `e${at}`),
    field: fc.constantFrom('occurredAt', 'amount', ...Object.keys(correctable.ClaimLodged!).map(firstLine)),
    was: fc.constant('x'),
    is: fc.constantFrom('2025-09-01', '2025-09-09', '1.00', '900000.00', '更正'),
  }),
  fireRung: fc.record({ rung: fc.constantFrom('amber', 'red'), run: fc.constantFrom('r1', 'r2') }),
};

function firstLine(path: string): string {
  return path.replace('[]', '[0]');
}

const commandOf = (name: CommandName) =>
  (drawn[name] ?? fc.constant({})).map(
    (changes) => ({ name, body: { ...bodies[name], ...changes } }) as unknown as Command,
  );

/** Common ways on more often than the ends. */
const steps = fc.record({
  command: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<CommandName>('accept', 'transfer', 'receiveMaterials').chain(commandOf) },
    {
      weight: 12,
      arbitrary: fc
        .constantFrom<CommandName>('assignMediator', 'agreeSettlement', 'recordPayment', 'issueResult', 'feedBack')
        .chain(commandOf),
    },
    { weight: 3, arbitrary: fc.constantFrom(...commandNames).chain(commandOf) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom<CommandName>(
          'withdraw',
          'mergeCase',
          'handToPlatform',
          'terminate',
          'decline',
          'requestSupplement',
        )
        .chain(commandOf),
    },
  ),
  on: fc.oneof({ weight: 8, arbitrary: fc.constant('2025-09-10') }, { weight: 1, arbitrary: fc.constantFrom(...days) }),
});
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;
/** From a way to some status on, so that runs go deep. */
const runs = fc
  .tuple(
    fc.constantFrom<Status>('lodged', 'accepted', 'inHandling', 'settled', 'resultIssued'),
    fc.array(steps, { maxLength: 25 }),
  )
  .map(([status, later]) => [
    ...wayTo[status].map((one): Step => ({ command: lodgedOn(one, '2025-09-09'), on: '2025-09-09' })),
    ...later,
  ]);

interface Seen {
  readonly before: State;
  readonly step: Step;
  readonly events: readonly OverduePaymentEvent[];
  readonly state: State;
}

function dated(events: readonly OverduePaymentEvent[], from: number, on: string): readonly DatedEvent[] {
  return events.map((event, i) => ({ ...event, id: `e${from + i}`, revision: String(from + i), on }));
}

function walk(run: readonly Step[], look: (seen: Seen) => void): readonly DatedEvent[] {
  let state: State = initial;
  const log: DatedEvent[] = [];
  for (const step of run) {
    const decision = decide(step.command, state, at(step.on));
    const events = decision.outcome === 'accepted' ? decision.events : [];
    const before = state;
    state = applied(state, events, step.on);
    log.push(...dated(events, log.length, step.on));
    look({ before, step, events, state });
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
      });
    }),
    { numRuns: 1000 },
  );
  expect(statuses.filter((status) => !reached.has(status))).toEqual([]);
});

test('a refusal names its ground, and deciding again on the same state decides the same', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ before, step }) => {
        const decision = decide(step.command, before, at(step.on));
        expect(decide(step.command, before, at(step.on))).toEqual(decision);
        if (decision.outcome === 'refused') expect(decision.refusals.length).toBeGreaterThan(0);
      });
    }),
  );
});

test('sums reconcile at every step: what is open and what was paid of it make up what is owed, to the cent', () => {
  fc.assert(
    fc.property(runs, (run) => {
      walk(run, ({ state, events }) => {
        if (state.status === 'none') return;
        const cents = (text: string) => BigInt(text.replace('.', ''));
        const of = (settlement: number | null) =>
          state.payments
            .filter((one) => one.settlement === settlement)
            .reduce((all, { principal }) => all + cents(principal), 0n);
        const owed = cents(state.settlements.at(-1)?.total ?? state.total);
        expect(cents(outstanding(state)) + of(state.settlements.length || null)).toBe(owed);
        expect(of(null) <= cents(state.total)).toBe(true);
        const interest = state.payments.reduce((all, one) => all + cents(one.interest), 0n);
        const costs =
          state.payments.reduce((all, one) => all + cents(one.amount) - cents(one.principal), 0n) - interest;
        const every = [null, ...state.settlements.keys()].map((at) => of(at === null ? null : at + 1));
        expect(every.reduce((all, one) => all + one, interest + costs)).toBe(cents(paid(state)));
        for (const event of events) {
          if (event.type === 'PaymentRecorded') expect(event.data.outstanding).toBe(outstanding(state));
          if (event.type === 'ResultIssued') expect(event.data.outstanding).toBe(outstanding(state));
        }
      });
    }),
    { numRuns: 500 },
  );
});

test('money keeps two decimals in every event', () => {
  const members = /"(?:amount|total|outstanding|paid|disputed|admitted)":("[^"]*"|[^",}]*)/g;
  fc.assert(
    fc.property(runs, (run) => {
      const text = JSON.stringify(walk(run, () => undefined));
      expect(
        [...text.matchAll(members)].map(([, value]) => value).filter((value) => !/^"\d+\.\d\d"$/.test(value!)),
      ).toEqual([]);
    }),
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
      if (state.status === 'none') return expect(events.some(({ type }) => type === 'ClaimLodged')).toBe(false);
      expect(statuses).toContain(state.status);
      expect(outstanding(state)).toMatch(/^\d+\.\d\d$/);
      expect(paid(state)).toMatch(/^\d+\.\d\d$/);
    }),
    { numRuns: 500 },
  );
});

test('an event of a later release is left alone', () => {
  const data = { ...bodies.lodge, caseNumber: '', total: yuan('1.00'), disputed: yuan('0.00'), scopes: null };
  const lodged = evolve(initial, { type: 'ClaimLodged', data, id: 'e0', revision: '0', on: '2025-08-01' });
  const unknown = {
    type: 'ClaimPraised',
    data: {},
    id: 'e1',
    revision: '1',
    on: '2025-08-01',
  } as unknown as DatedEvent;
  expect(evolve(initial, unknown)).toBe(initial);
  if (lodged.status === 'none') throw new Error('the lodging left nothing');
  const { events, ...procedure } = lodged.procedure;
  expect(evolve(lodged, unknown)).toEqual({
    ...lodged,
    procedure: {
      ...procedure,
      events: [...events, { id: 'e1', revision: '1', type: 'ClaimPraised', on: '2025-08-01' }],
    },
  });
});
