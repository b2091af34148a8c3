import fc from 'fast-check';
import { clockFacts } from '@redress/deadlines/clock/derive-clocks.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { Row } from '@redress/processing/projection.js';
import { foldedEvent, kindNamed, todaysEvent } from '../followed-case/case-kinds.js';
import { caseColumns } from '../followed-case/case-row.js';
import { historyEvent } from '../followed-case/history.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { ToldCase } from '../followed-case/told-case.js';
import { lawInLog } from '../law-in-force/law-in-force.js';
import { mostUrgent } from '../law-in-force/standing.js';
import { instantAfter, randomHistory } from '../testing/random-history.js';
import { historyRows } from './rows.js';

const kind = kindNamed('overduePayment');
const isLaw = ({ stream }: RecordedEvent) => !stream.startsWith('overduePayment-');
const time = (text: string) => Date.parse(text);

/** When the events took effect, one after the other looked up among the corrections. */
function effect(event: RecordedEvent, known: readonly RecordedEvent[]): number {
  const of = event.type === 'FactCorrected' ? known.find(({ id }) => id === event.data.event)! : event;
  const correction = known.findLast(
    ({ type, data }) => type === 'FactCorrected' && data.event === of.id && data.occurredAt,
  );
  return time(correction ? String(correction.data.occurredAt) : of.meta.occurredAt);
}

/** The fold at (E, K), as plainly as it can be said. */
function foldAt(log: readonly RecordedEvent[], asOf: string, knownAt: string) {
  const known = log.filter((event) => !isLaw(event) && time(event.recordedAt) <= time(knownAt));
  const fold = (events: readonly RecordedEvent[]) =>
    events.reduce((state, event) => kind.evolve(state, foldedEvent(todaysEvent(kind, event))), kind.initial);
  const all = kind.summaryOf(fold(known));
  if (all === null) return null;
  const law = log
    .filter(isLaw)
    .filter((event) =>
      all.closed ? Number(event.position) < Number(known.at(-1)!.position) : time(event.recordedAt) <= time(knownAt),
    )
    .reduce((before, event) => lawInLog.evolve(before, event), lawInLog.initial)
    .lawFor(kind.kind);
  const held = known.filter((event) => effect(event, known) <= time(asOf));
  const summary = kind.summaryOf(fold(held));
  if (summary === null) return null;
  const clocks = law
    ? clockFacts(
        held.map((event) => historyEvent(todaysEvent(kind, event))),
        law,
      )
    : [];
  const urgent = mostUrgent(clocks);
  return {
    summary: caseColumns('one', kind.kind, new ToldCase(summary)).summary,
    open: !summary.closed,
    due: urgent?.dueOn ?? 'infinity',
    clocks: clocks
      .map(({ rule, subject, run, dueOn, provisional }) => [rule, subject, run, dueOn, provisional].join())
      .sort(),
  };
}

const within = (span: unknown, at: string) => {
  const [, from, to] = /^\["([^"]+)",(?:"([^"]+)")?\)$/.exec(String(span))!;
  return time(from!) <= time(at) && (to === undefined || time(at) < time(to));
};
const rowsAt = (rows: readonly Row[], asOf: string, knownAt: string) =>
  rows.filter(({ known, held }) => within(known, knownAt) && within(held, asOf));

function rowsOf(log: readonly RecordedEvent[]) {
  const steps = log.filter((event) => !isLaw(event));
  const state = steps.reduce<FollowedCase | null>(evolveFollowed, null)!;
  const last = Number(steps.at(-1)!.position);
  const law = log
    .filter(isLaw)
    .filter(({ position }) => state.open || Number(position) < last)
    .reduce((before, event) => lawInLog.evolve(before, event), lawInLog.initial);
  return historyRows({ id: 'one', stream: 'overduePayment-one', state, position: steps.at(-1)!.position }, law);
}

const moment = fc.integer({ min: 150, max: 2_500 });

it('15: for any history with late entries, corrections and new law, the view at (E, K) is the fold at (E, K)', () => {
  fc.assert(
    fc.property(
      randomHistory,
      fc.array(fc.tuple(moment, moment), { minLength: 5, maxLength: 12 }),
      ({ log }, times) => {
        const rows = rowsOf(log);
        for (const [e, k] of times) {
          const [asOf, knownAt] = [instantAfter(e), instantAfter(k)];
          const expected = foldAt(log, asOf, knownAt);
          const cases = rowsAt(rows.history_case!, asOf, knownAt);
          expect(cases.map(({ summary, open, due_sort }) => ({ summary, open, due: due_sort }))).toEqual(
            expected === null ? [] : [{ summary: expected.summary, open: expected.open, due: expected.due }],
          );
          const clocks = rowsAt(rows.history_clock!, asOf, knownAt).map(({ rule, subject, run, due_on, provisional }) =>
            [rule, subject, run, due_on, provisional].join(),
          );
          expect(clocks.sort()).toEqual(expected?.clocks ?? []);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('counts of finished clocks and closed cases, summed along both times, are those of the rows', () => {
  fc.assert(
    fc.property(randomHistory, moment, moment, ({ log }, e, k) => {
      const { history_finished: changes, history_clock: clocks, history_case: cases } = rowsOf(log);
      const [asOf, knownAt] = [instantAfter(e), instantAfter(k)];
      const summed = new Map<string, number>();
      for (const { rule, state, counts_month, known_at, held_at, weight } of changes!) {
        if (time(String(known_at)) > time(knownAt) || time(String(held_at)) > time(asOf)) continue;
        const group = `${String(rule)} ${String(state)} ${String(counts_month)}`;
        summed.set(group, (summed.get(group) ?? 0) + Number(weight));
      }
      const counted = new Map<string, number>();
      const finished = [
        ...rowsAt(clocks!, asOf, knownAt)
          .filter(({ state }) => !['open', 'paused', 'cannotTell'].includes(String(state)))
          .map(({ rule, state, counts_on }) => [rule, state, counts_on]),
        ...rowsAt(cases!, asOf, knownAt)
          .filter(({ open }) => open === false)
          .map(({ status, lodged_on }) => ['', status, lodged_on]),
      ];
      for (const [rule, state, on] of finished) {
        const group = `${String(rule)} ${String(state)} ${String(on).slice(0, 7)}-01`;
        counted.set(group, (counted.get(group) ?? 0) + 1);
      }
      expect(new Map([...summed].filter(([, n]) => n !== 0))).toEqual(counted);
    }),
    { numRuns: 40 },
  );
});

it('what was known of any moment stays when more is learned: rows of a past K are never other rows', () => {
  fc.assert(
    fc.property(randomHistory, moment, ({ log }, k) => {
      const knownAt = instantAfter(k);
      const early = log.filter(({ recordedAt }) => time(recordedAt) <= time(knownAt));
      if (!early.some((event) => !isLaw(event))) return;
      const content = (rows: readonly Row[]) =>
        rows
          .filter(({ known }) => within(known, knownAt))
          .map(({ known: _, ...row }) => JSON.stringify(row))
          .sort();
      expect(content(rowsOf(log).history_case!)).toEqual(content(rowsOf(early).history_case!));
      expect(content(rowsOf(log).history_clock!)).toEqual(content(rowsOf(early).history_clock!));
    }),
  );
});
