import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseSummary, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import type { HistoryEvent } from '@redress/deadlines/clock/clock.js';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import { isSealed } from '@redress/privacy/sealed-value.js';
import { foldedEvent, kindNamed, kindOfStream, todaysEvent, type AnyCaseKind } from './case-kinds.js';
import type { Followed } from './case-view.js';
import { historyEvent } from './history.js';
import { instantOf, type Instant } from './instants.js';
import { firedRung, type LadderRung } from './ladder-rung.js';

/**
 * A case as every view follows it: its kind's own state with none of the texts and contacts that are sealed in it, and each
 * event by which it came about. One fold for all of them, so that it is done once.
 */
export interface FollowedCase extends Followed {
  readonly kind: KindName;
  /** The kind's own state after all events. */
  readonly file: unknown;
  readonly fired: readonly LadderRung[];
  /** In revision order. */
  readonly steps: readonly Step[];
}

/** An event of a case with its two times (invariant 15). */
export interface Step {
  readonly folded: FoldedEvent;
  readonly history: HistoryEvent;
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  /** Of whoever recorded it. */
  readonly role: string;
  /** The kind's own state after it and all events before it in the stream. */
  readonly file: unknown;
}

export function evolveFollowed(before: FollowedCase | null, event: RecordedEvent): FollowedCase | null {
  const kind = kindOfStream(event.stream);
  const known = todaysEvent(kind, event);
  const folded = lean(foldedEvent(known));
  const file = kind.evolve(before?.file ?? kind.initial, folded);
  const summary = summaryIn(kind, file);
  if (summary === null) return null;
  const { position, recordedAt, meta } = event;
  const step: Step = {
    folded,
    history: historyEvent(known),
    position,
    recordedAt: instantOf(recordedAt),
    occurredAt: instantOf(meta.occurredAt),
    role: meta.actor.role,
    file,
  };
  const { steps = [], history = [], fired = [] } = before ?? {};
  return {
    kind: kind.kind,
    open: !summary.closed,
    file,
    fired: event.type === 'RungFired' ? [...fired, firedRung(known)] : fired,
    history: [...history, step.history],
    steps: [...steps, step],
  };
}

/** What the case tells of itself. */
export function summaryOf({ kind, file }: Pick<FollowedCase, 'kind' | 'file'>): CaseSummary {
  return summaryIn(kindNamed(kind), file)!;
}

/** What a state of a case tells, null before its lodging: made once for each state, whichever view asks. */
export function summaryIn(kind: AnyCaseKind, file: unknown): CaseSummary | null {
  const known = summaries.get(file as object);
  if (known !== undefined) return known;
  const summary = kind.summaryOf(file);
  summaries.set(file as object, summary);
  return summary;
}

const summaries = new WeakMap<object, CaseSummary | null>();

/** Stands where a sealed value stood: no fold looks into one, and no list shows one. */
const leftOut = { sealed: '', key: '', at: '' } as const;

/** The event without the texts and contacts sealed in it. */
export function lean(event: FoldedEvent): FoldedEvent {
  return { ...event, data: withoutSealed(event.data) as FoldedEvent['data'] };
}

function withoutSealed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return leftOut;
  if (Array.isArray(value)) {
    const members: readonly unknown[] = value.map(withoutSealed);
    return members.every((member, i) => member === value[i]) ? value : members;
  }
  // Most events have nothing to leave out: those are taken as they are.
  let changed: Record<string, unknown> | null = null;
  for (const [name, member] of Object.entries(value)) {
    const lean = withoutSealed(member);
    if (lean !== member) (changed ??= { ...value })[name] = lean;
  }
  return changed ?? value;
}
