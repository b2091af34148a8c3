import { commandHash, eventId } from '@redress/event-store/identity.js';
import type { Actor, EventStore, NewEvent, Position, RecordedEvent, StreamName } from '@redress/event-store/port.js';

/** What is to be forgotten: all that is sealed for a person, or one text. */
export interface Subject {
  readonly of: 'person' | 'text';
  /** Id of the key. */
  readonly id: string;
}

/** Why, and in which capacity it was ordered. A reason names nobody: it stays. */
export interface Forgetting {
  readonly reason: string;
  readonly authority: string;
}

const types = { person: 'PersonForgotten', text: 'TextRedacted' } as const;

/** Streams of what was forgotten: `person-<person id>`, `text-<key id>`; one event each. */
export const forgettingCategories: readonly string[] = ['person', 'text'];

export function forgettingStream({ of, id }: Subject): StreamName {
  return `${of}-${id}`;
}

/** What an event of these streams forgets. */
export function subjectOf(stream: StreamName): Subject {
  const [of, id] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
  return { of: of as Subject['of'], id };
}

export type Forgotten =
  | {
      readonly outcome: 'recorded';
      readonly position: Position;
      readonly recordedAt: string;
      /** It had been forgotten before; this command has changed nothing. */
      readonly before: boolean;
    }
  /** The same command id was used for another (invariant 4). */
  | { readonly outcome: 'commandIdReused' };

/**
 * Appends the event of a forgetting; the key is destroyed by the processor which reads it (`erase-forgotten.ts`). What is
 * forgotten already is not forgotten again: the first event answers.
 */
export async function recordForgetting(
  store: EventStore,
  subject: Subject,
  forgetting: Forgetting,
  command: { readonly commandId: string; readonly actor: Actor; readonly now: string },
): Promise<Forgotten> {
  const stream = forgettingStream(subject);
  const { commandId, actor, now } = command;
  const hash = commandHash({ ...subject, ...forgetting, actor: actor.id });
  const event: NewEvent = {
    id: eventId(stream, commandId, 0),
    type: types[subject.of],
    schema: 1,
    data: { ...forgetting },
    meta: { commandId, commandHash: hash, correlationId: subject.id, causationId: null, actor, occurredAt: now },
  };
  const [earlier] = await store.readStream(stream, { limit: 1 });
  const first = earlier ?? (await appendFirst(store, stream, event));
  const before = first.meta.commandId !== commandId;
  if (!before && first.meta.commandHash !== hash) return { outcome: 'commandIdReused' };
  return { outcome: 'recorded', position: first.position, recordedAt: first.recordedAt, before };
}

/** The event, or the one of another command which was first. */
async function appendFirst(store: EventStore, stream: StreamName, event: NewEvent): Promise<RecordedEvent> {
  const appended = await store.append(stream, 'none', [event]);
  if (appended.outcome === 'appended') return appended.events[0]!;
  const [first] = await store.readStream(stream, { limit: 1 });
  return first!;
}
