import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { kindNamed, type AnyCaseKind } from './case-kinds.js';
import { instantOf, type Instant } from './instants.js';
import type { RecordedCase, Step } from './recorded-case.js';

/** The case as of every instant from `from` until the next moment. */
export interface Moment {
  readonly from: Instant;
  readonly file: unknown;
  /** Null where its lodging had not taken effect. */
  readonly summary: CaseSummary | null;
  /** What had taken effect, in revision order. */
  readonly steps: readonly Step[];
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
 */
export function* learned({ kind: name, steps }: Pick<RecordedCase, 'kind' | 'steps'>): Generator<Knowledge> {
  const kind = kindNamed(name);
  let moments: readonly Moment[] = [];
  let [all, corrected] = [kind.initial, false];
  for (let begin = 0, end: number; begin < steps.length; begin = end) {
    const at = steps[begin]!.recordedAt;
    end = begin + 1;
    while (end < steps.length && steps[end]!.recordedAt === at) end++;
    const news = steps.slice(begin, end);
    for (const { folded } of news) all = kind.evolve(all, folded);
    corrected ||= news.some(isCorrection);
    const last = moments.at(-1);
    const goesOn = !corrected && areInOrder(last?.from ?? -Infinity, news);
    const since = goesOn ? news[0]!.occurredAt : -Infinity;
    moments = goesOn ? continued(kind, moments, news) : foldedAnew(kind, steps.slice(0, end));
    yield { at, since, moments, last: steps[end - 1]!, closed: kind.summaryOf(all)?.closed ?? false };
  }
}

/** The state as of an instant, of the moments known; null where the case had not begun. */
export function momentAt(moments: readonly Moment[], asOf: Instant): Moment | null {
  return moments.findLast(({ from, summary }) => from <= asOf && summary !== null) ?? null;
}

function continued(kind: AnyCaseKind, before: readonly Moment[], news: readonly Step[]): readonly Moment[] {
  const moments = [...before];
  for (const step of news) {
    const last = moments.at(-1);
    const file = kind.evolve(last?.file ?? kind.initial, step.folded);
    const steps = [...(last?.steps ?? []), step];
    if (last?.from === step.occurredAt) moments.pop();
    moments.push({ from: step.occurredAt, file, summary: kind.summaryOf(file), steps });
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
    return { from, file, summary: kind.summaryOf(file), steps };
  });
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
