import type { CaseKind, CaseSummary, FoldedEvent } from '@redress/cases/shared/case-kind.js';
import { upcast, upcasting, type Shapes } from '@redress/cases/shared/upcast.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { EventStore, RecordedEvent, StreamName } from '@redress/event-store/port.js';
import { zone } from './time.js';

/** Any kind of case, where what differs between kinds does not matter. */
export type AnyCaseKind = CaseKind<unknown, CommandOfAnyKind, EventOfAnyKind>;
export interface CommandOfAnyKind {
  readonly name: string;
  readonly body: object;
}
export interface EventOfAnyKind {
  readonly type: string;
  readonly data: object;
  /** PlainDate; left out where it took effect on the day of the act. */
  readonly on?: string;
}

/** A case as it is read for a command: its events, and what they come to. */
export interface LoadedCase<State> {
  /** As recorded: what its chain, and the answer to a command sent twice, are told by. */
  readonly history: readonly RecordedEvent[];
  /** The same in today's shape: what is looked up in its data is looked up here (invariant 5). */
  readonly events: readonly RecordedEvent[];
  readonly state: State;
  /** Null while there is no case. */
  readonly summary: CaseSummary | null;
}

export function streamOf({ category }: { readonly category: string }, caseId: string): StreamName {
  return `${category}-${caseId}`;
}

/** The recorded event as the fold wants it: in today's shape, with the day in Shanghai on which it took effect. */
export function folded(event: RecordedEvent, shapes: Shapes): FoldedEvent {
  const { id, revision, type, schema, data } = upcast(event, shapes);
  return { id, revision, type, schema, data, on: dayInZone(event.meta.occurredAt, zone) };
}

export function fold<State>(
  kind: Pick<CaseKind<State, never, never>, 'evolve'> & Shapes,
  state: State,
  events: readonly RecordedEvent[],
): State {
  return events.reduce((before, event) => kind.evolve(before, folded(event, kind)), state);
}

export async function loadCase<State>(
  store: EventStore,
  kind: Pick<CaseKind<State, never, never>, 'category' | 'initial' | 'evolve' | 'summaryOf'> & Shapes,
  caseId: string,
): Promise<LoadedCase<State>> {
  const history = await store.readStream(streamOf(kind, caseId));
  const events = upcasting(history, kind);
  const state = fold(kind, kind.initial, events);
  return { history, events, state, summary: kind.summaryOf(state) };
}
