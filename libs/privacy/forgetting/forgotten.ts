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

export interface Forgotten {
  readonly position: Position;
  readonly recordedAt: string;
  /** It had been forgotten before; this command has changed nothing. */
  readonly before: boolean;
}

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
  const event: NewEvent = {
    id: eventId(stream, commandId, 0),
    type: types[subject.of],
    schema: 1,
    data: { ...forgetting },
    meta: {
      commandId,
      commandHash: commandHash({ ...subject, ...forgetting }),
      correlationId: subject.id,
      causationId: null,
      actor,
      occurredAt: now,
    },
  };
  const appended = await store.append(stream, 'none', [event]);
  const first = appended.outcome === 'appended' ? appended.events[0]! : await firstOf(store, stream);
  return { position: first.position, recordedAt: first.recordedAt, before: first.meta.commandId !== commandId };
}

async function firstOf(store: EventStore, stream: StreamName): Promise<RecordedEvent> {
  const [first] = await store.readStream(stream, { limit: 1 });
  return first!;
}
