import type { RecordedEvent } from '@redress/event-store/port.js';
import { kindNamed, type AnyCaseKind } from './case-kinds.js';
import { instantOf, type Instant } from '../instants.js';
import type { FollowedCase, Step } from './followed-case.js';
import { ToldCase } from './told-case.js';

/** The case as of every instant from `from` until the next moment. */
export interface Moment {
  readonly from: Instant;
  readonly file: unknown;
  /** Null where its lodging had not taken effect. */
  readonly told: ToldCase | null;
  /** What had taken effect, in revision order. */
  readonly steps: readonly Step[];
  /** Where these are all events of the stream up to one: that one. What follows from the moment follows from it. */
  readonly until: Step | null;
}

/** What is known of a case from an instant on, until more is learned. */
export interface Knowledge {
  readonly at: Instant;
  /** No moment before this one is other than it was known before. */
  readonly since: Instant;
  readonly moments: readonly Moment[];
  /** The last event known. */
  readonly last: Step;
  /** Nothing more was owed by any office, after all that was known. */
  readonly closed: boolean;
}

/**
 * All that was ever known of a case, in the order in which it was learned. The state as of E, known at K is the fold, in
 * revision order, of the events with `recordedAt ≤ K` and `occurredAt ≤ E` (invariant 15). A correction takes effect when
 * the fact does which it corrects, and a fact whose day was corrected on that day: the reading known at K holds.
 * Told once for all views of a state.
 */
export function learned({ kind, steps }: Pick<FollowedCase, 'kind' | 'steps'>): readonly Knowledge[] {
  return steps.at(-1)?.once.get(learned, null, () => [...learning(kindNamed(kind), steps)]) ?? [];
}

function* learning(kind: AnyCaseKind, steps: readonly Step[]): Generator<Knowledge> {
  let moments: readonly Moment[] = [];
  let [corrected, inOrder] = [false, true];
  for (let begin = 0, end: number; begin < steps.length; begin = end) {
    const at = steps[begin]!.recordedAt;
    end = begin + 1;
    while (end < steps.length && steps[end]!.recordedAt === at) end++;
    const news = steps.slice(begin, end);
    corrected ||= news.some(isCorrection);
    const last = moments.at(-1);
    const goesOn = !corrected && areInOrder(last?.from ?? -Infinity, news);
    inOrder &&= goesOn;
    const since = goesOn ? news[0]!.occurredAt : -Infinity;
    if (inOrder) moments = begun(moments, steps, begin, end);
    else moments = goesOn ? continued(kind, moments, news) : foldedAnew(kind, steps.slice(0, end));
    const lastKnown = steps[end - 1]!;
    yield { at, since, moments, last: lastKnown, closed: lastKnown.told.summary.closed };
  }
}

/** The state as of an instant, of the moments known; null where the case had not begun. */
export function momentAt(moments: readonly Moment[], asOf: Instant): Moment | null {
  return moments.findLast(({ from, told }) => from <= asOf && told !== null) ?? null;
}

/** As long as each event took effect after those before it, the states are those of the stream itself. */
function begun(before: readonly Moment[], all: readonly Step[], begin: number, end: number): readonly Moment[] {
  const moments = [...before];
  for (let i = begin; i < end; i++) {
    const { occurredAt: from, file, told } = all[i]!;
    if (moments.at(-1)?.from === from) moments.pop();
    moments.push({ from, file, told, steps: all.slice(0, i + 1), until: all[i]! });
  }
  return moments;
}

function continued(kind: AnyCaseKind, before: readonly Moment[], news: readonly Step[]): readonly Moment[] {
  const moments = [...before];
  for (const step of news) {
    const last = moments.at(-1);
    const file = kind.evolve(last?.file ?? kind.initial, step.folded);
    const steps = [...(last?.steps ?? []), step];
    if (last?.from === step.occurredAt) moments.pop();
    moments.push({ from: step.occurredAt, file, told: toldIn(kind, file), steps, until: null });
  }
  return moments;
}

/** Each took effect when those before it in the stream had. */
function areInOrder(after: Instant, news: readonly Step[]): boolean {
  return news.every(({ occurredAt }, i) => occurredAt >= (news[i - 1]?.occurredAt ?? after));
}

function foldedAnew(kind: AnyCaseKind, known: readonly Step[]): readonly Moment[] {
  const effects = effectsOf(known);
  const instants = [...new Set(effects)].sort((a, b) => a - b);
  return instants.map((from) => {
    const steps = known.filter((_, i) => effects[i]! <= from);
    const file = steps.reduce<unknown>((state, { folded }) => kind.evolve(state, folded), kind.initial);
    return { from, file, told: toldIn(kind, file), steps, until: null };
  });
}

function toldIn(kind: AnyCaseKind, file: unknown): ToldCase | null {
  const summary = kind.summaryOf(file);
  return summary === null ? null : new ToldCase(summary);
}

/** Of the events of a case those known at K, and of them those which had taken effect by E. */
export function seenAt<E extends RecordedEvent>(
  events: readonly E[],
  asOf: string,
  knownAt: string,
): { readonly known: readonly E[]; readonly held: readonly E[] } {
  const [until, knownUntil] = [instantOf(asOf), instantOf(knownAt)];
  const known = events.filter(({ recordedAt }) => instantOf(recordedAt) <= knownUntil);
  const effects = effectsOf(known.map((event) => ({ folded: event, occurredAt: instantOf(event.meta.occurredAt) })));
  return { known, held: known.filter((_, i) => effects[i]! <= until) };
}

interface Dated extends Pick<Step, 'occurredAt'> {
  readonly folded: Pick<Step['folded'], 'id' | 'type' | 'data'>;
}

/** When each of these events took effect, as far as they tell. */
function effectsOf(known: readonly Dated[]): readonly Instant[] {
  const corrections = known.filter(isCorrection);
  if (corrections.length === 0) return known.map(({ occurredAt }) => occurredAt);
  const days = new Map(
    corrections.flatMap(({ folded: { data } }) =>
      typeof data.occurredAt === 'string' ? [[String(data.event), instantOf(data.occurredAt)] as const] : [],
    ),
  );
  const facts = new Map(known.map(({ folded: { id }, occurredAt }) => [id, days.get(id) ?? occurredAt]));
  return known.map((step) => {
    const corrects = isCorrection(step) ? String(step.folded.data.event) : step.folded.id;
    return facts.get(corrects) ?? step.occurredAt;
  });
}

function isCorrection({ folded }: Dated): boolean {
  return folded.type === 'FactCorrected';
}
