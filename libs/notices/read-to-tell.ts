import type { Pool } from 'pg';
import type { EventStore, RecordedEvent } from '@redress/event-store/port.js';
import { subjectOf } from '@redress/privacy/forgetting/forgotten.js';
import type { PrivacyRegister } from '@redress/privacy/register.js';
import { isCase } from './case-at.js';
import { ofCaseEvent, ofErasure, type ToTellOf } from './what-to-tell.js';

export interface ReadingParts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly privacy: { readonly register: PrivacyRegister };
}

type Read = { readonly toTell: readonly ToTellOf[] } | { readonly error: Error };

/** What there is to tell of an event; an event which this release cannot read holds up no other. */
export async function readToTell({ store, privacy }: ReadingParts, event: RecordedEvent): Promise<Read> {
  const isOfCase = isCase(event.stream);
  const streams = isOfCase ? [event.stream] : await privacy.register.streamsOf(subjectOf(event.stream).id);
  const histories: (readonly RecordedEvent[])[] = [];
  for (const stream of streams)
    histories.push(await store.readStream(stream, isOfCase ? { to: event.revision } : { knownAt: event.recordedAt }));
  try {
    const toTell = histories.map((history) => (isOfCase ? ofCaseEvent : ofErasure)(event, history));
    return { toTell: toTell.filter((one) => one !== null) };
  } catch (error) {
    return { error: error as Error };
  }
}
