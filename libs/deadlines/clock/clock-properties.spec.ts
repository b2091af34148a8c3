import fc from 'fast-check';
import { addDays, type PlainDate, plainDate } from '../calendar/plain-date.js';
import { event, specimenLaw, specimenRule } from '../specimens/histories.js';
import { releaseLaw, releasePacks } from '../specimens/release.js';
import { type ClockFact, type HistoryEvent } from './clock.js';
import { clockFacts, packsFor } from './derive-clocks.js';

const laws = [
  specimenLaw(specimenRule()),
  specimenLaw(specimenRule({ unit: 'D', length: 30 })),
  specimenLaw(specimenRule({ unit: 'D', length: 30, roll: 'nextWorkday' })),
  specimenLaw(specimenRule({ unit: 'month', length: 3 })),
];
const anyLaw = fc.constantFrom(...laws);
const base = plainDate('2024-02-01');
const day = (offset: number): PlainDate => addDays(base, offset);
const offset = fc.integer({ min: 0, max: 120 });
const filed = event('Filed', base);
const pause = (from: number, to: number, ground: string): readonly HistoryEvent[] => [
  event('Paused', day(from), { ground }),
  event('Resumed', day(to), { ground }),
];

function dates(history: readonly HistoryEvent[], law: (typeof laws)[number]): readonly unknown[] {
  return clockFacts(history, law).map((fact: ClockFact) => [fact.dueOn, fact.state, fact.remaining]);
}

test('splitting a pause changes nothing', () => {
  fc.assert(
    fc.property(anyLaw, offset, offset, offset, (law, ...cuts) => {
      const [a, m, b] = cuts.sort((x, y) => x - y);
      const whole = dates([filed, ...pause(a, b, 'x')], law);
      expect(dates([filed, ...pause(a, m, 'x'), ...pause(m, b, 'x')], law)).toEqual(whole);
      expect(dates([filed, ...pause(a, m, 'x'), ...pause(m, b, 'y')], law)).toEqual(whole);
    }),
  );
});

test('pausing and resuming at once changes nothing, not even the run', () => {
  fc.assert(
    fc.property(anyLaw, offset, (law, at) => {
      const [bare, paused] = [clockFacts([filed], law), clockFacts([filed, ...pause(at, at, 'x')], law)];
      expect(paused.map((fact) => [fact.dueOn, fact.run])).toEqual(bare.map((fact) => [fact.dueOn, fact.run]));
    }),
  );
});

test('overlapping pauses leave out their union, in whatever order they were recorded', () => {
  const spans = fc.array(fc.tuple(offset, fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(anyLaw, spans, (law, given) => {
      const pauses = given.map(([from, length], at) => pause(from, from + length, `ground ${at}`));
      const union = new Set(given.flatMap(([from, length]) => Array.from({ length }, (_, at) => from + at + 1)));
      const daily = [...union].map((left) => pause(left - 1, left, `day ${left}`));
      expect(dates([filed, ...pauses.flat()], law)).toEqual(dates([filed, ...daily.flat()], law));
      expect(dates([...pauses.reverse().flat(), filed], law)).toEqual(dates([filed, ...pauses.flat()], law));
    }),
  );
});

test('a longer pause never makes a clock due earlier, and an open one leaves what was left on its first day', () => {
  fc.assert(
    fc.property(anyLaw, offset, offset, offset, (law, from, one, two) => {
      const [short, long] = [Math.min(one, two), Math.max(one, two)];
      const due = (length: number) => clockFacts([filed, ...pause(from, from + length, 'x')], law)[0]?.dueOn as string;
      expect(due(long) >= due(short)).toBe(true);
      const open = clockFacts([filed, event('Paused', day(from), { ground: 'x' })], law)[0] as ClockFact;
      if (open.state === 'paused') expect(open.remaining).toBeGreaterThan(0);
      else expect(open.dueOn).toBe(due(0));
    }),
  );
});

describe('correcting the day of an event, within the order of the steps,', () => {
  const law = { packs: packsFor('overduePayment', releasePacks()), calendar: releaseLaw().calendar };
  const steps = [
    event('ClaimLodged', '2026-03-02'),
    event('FormallyAccepted', '2026-03-02'),
    event('Transferred', '2026-03-02'),
    event('MaterialsReceived', '2026-03-02'),
    event('ResultIssued', '2026-03-02'),
    { ...event('ResultFedBack', '2026-03-02', { to: 'complainant' }), id: 'told 1' },
    { ...event('ResultFedBack', '2026-03-02', { to: 'acceptingAuthority' }), id: 'told 2' },
  ];
  const onDay = (step: HistoryEvent, at: number) => ({
    ...step,
    occurredAt: `${addDays(plainDate('2026-03-02'), at)}T00:00:00+08:00`,
  });

  /** The steps as recorded with a wrong day, its correction, and the steps as they truly were. */
  const corrected = fc
    .record({
      days: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: steps.length }),
      which: fc.nat(),
      moved: fc.nat(),
    })
    .map(({ days, which, moved }) => {
      days.sort((a, b) => a - b);
      const at = which % days.length;
      const [since, until] = [days[at - 1] ?? 0, days[at + 1] ?? 70];
      const recorded = days.map((day, n) => onDay(steps[n]!, day));
      const truly = recorded.map((step, n) => (n === at ? onDay(step, since + (moved % (until - since + 1))) : step));
      const { id, occurredAt } = truly[at]!;
      const correction = event('FactCorrected', '2026-05-20', { event: id, field: 'occurredAt', occurredAt });
      return { recorded, correction, truly };
    });

  test('leaves the same clocks, in the same states and runs', () => {
    const clocks = (history: readonly HistoryEvent[]) =>
      clockFacts(history, law).map(({ rule, subject, run, state }) => [rule, subject, run, state]);
    fc.assert(
      fc.property(corrected, ({ recorded, correction }) => {
        expect(clocks([...recorded, correction])).toEqual(clocks(recorded));
      }),
    );
  });

  test('moves them to where they would stand, had it been recorded so', () => {
    fc.assert(
      fc.property(corrected, ({ recorded, correction, truly }) => {
        expect(dates([...recorded, correction], law)).toEqual(dates(truly, law));
      }),
    );
  });
});
