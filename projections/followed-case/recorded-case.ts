import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { FoldedEvent } from '@redress/cases/shared/case-kind.js';
import type { HistoryEvent } from '@redress/deadlines/clock/clock.js';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import { foldedEvent, kindOfStream, todaysEvent } from './case-kinds.js';
import { historyEvent } from './history.js';
import { instantOf, type Instant } from './instants.js';
import { lean } from './listed-case.js';

/** An event of a case with its two times (invariant 15). */
export interface Step {
  readonly folded: FoldedEvent;
  readonly history: HistoryEvent;
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
}

/** A case as the views of the past keep it: every event of it, so that it can be folded as of any moment. */
export interface RecordedCase {
  readonly kind: KindName;
  readonly open: boolean;
  /** The kind's own state after all of them, with nothing sealed in it. */
  readonly file: unknown;
  readonly steps: readonly Step[];
}

export function evolveRecorded(recorded: RecordedCase | null, event: RecordedEvent): RecordedCase | null {
  const kind = kindOfStream(event.stream);
  const known = todaysEvent(kind, event);
  const folded = lean(foldedEvent(known));
  const file = kind.evolve(recorded?.file ?? kind.initial, folded);
  const summary = kind.summaryOf(file);
  if (summary === null) return null;
  const step: Step = {
    folded,
    history: historyEvent(known),
    position: event.position,
    recordedAt: instantOf(event.recordedAt),
    occurredAt: instantOf(event.meta.occurredAt),
  };
  return { kind: kind.kind, open: !summary.closed, file, steps: [...(recorded?.steps ?? []), step] };
}
