import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseSummary, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import type { HistoryEvent } from '@redress/deadlines/clock/clock.js';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import { isSealed } from '@redress/privacy/sealed-value.js';
import { foldedEvent, kindOfStream, todaysEvent } from './case-kinds.js';
import { historyEvent } from './history.js';
import { instantOf, type Instant } from '../instants.js';
import { firedRung, type LadderRung } from './ladder-rung.js';
import { Once } from './once.js';
import { ToldCase } from './told-case.js';

/**
 * A case as every view follows it: its kind's own state with none of the texts and contacts that are sealed in it, and each
 * event by which it came about. One fold for all of them, so that it is done once.
 */
export interface FollowedCase {
  readonly kind: KindName;
  /** An office still owes something. */
  readonly open: boolean;
  /** The kind's own state after all events. */
  readonly file: unknown;
  readonly told: ToldCase;
  readonly fired: readonly LadderRung[];
  /** In revision order. */
  readonly steps: readonly Step[];
  /** Of the same. */
  readonly history: readonly HistoryEvent[];
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
  /** The kind's own state after it and all events before it in the stream, and what it tells. */
  readonly file: unknown;
  readonly told: ToldCase;
  /** What follows from those events. */
  readonly once: Once;
}

export function evolveFollowed(before: FollowedCase | null, event: RecordedEvent): FollowedCase | null {
  const kind = kindOfStream(event.stream);
  const known = todaysEvent(kind, event);
  const folded = lean(foldedEvent(known));
  const file = kind.evolve(before?.file ?? kind.initial, folded);
  const summary = kind.summaryOf(file);
  if (summary === null) return null;
  const told = new ToldCase(summary);
  const { position, recordedAt, meta } = event;
  const step: Step = {
    folded,
    history: historyEvent(known),
    position,
    recordedAt: instantOf(recordedAt),
    occurredAt: instantOf(meta.occurredAt),
    role: meta.actor.role,
    file,
    told,
    once: new Once(),
  };
  const { steps = [], history = [], fired = [] } = before ?? {};
  return {
    kind: kind.kind,
    open: !summary.closed,
    file,
    told,
    fired: event.type === 'RungFired' ? [...fired, firedRung(known)] : fired,
    history: [...history, step.history],
    steps: [...steps, step],
  };
}

/** What the case tells of itself. */
export function summaryOf({ told }: FollowedCase): CaseSummary {
  return told.summary;
}

/** Stands where a sealed value stood: no fold looks into one, and no list shows one. */
const leftOut = { sealed: '', key: '', at: '' } as const;

/** The event without the texts and contacts sealed in it. */
export function lean(event: FoldedEvent): FoldedEvent {
  return { ...event, data: withoutSealed(event.data) as FoldedEvent['data'] };
}

function withoutSealed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return leftOut;
  // Most events have nothing to leave out: those are taken as they are.
  let changed: Record<string, unknown> | null = null;
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name];
    if (typeof member !== 'object') continue;
    const lean = withoutSealed(member);
    if (lean === member) continue;
    changed ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    changed[name] = lean;
  }
  return changed ?? value;
}
