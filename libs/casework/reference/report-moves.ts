import type { Law } from '@redress/deadlines/clock/clock.js';
import { packsFor } from '@redress/deadlines/clock/derive-clocks.js';
import { type MovedClock, movedClocks } from '@redress/deadlines/clock/moved-clocks.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { LawDocument } from '@redress/deadlines/law/law-document.js';
import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';

export interface MovedInCase extends MovedClock {
  /** Stream of the case. */
  readonly stream: string;
}

/** The law with the document in the place of the one it follows; the same law where no clock rests on it. */
export function lawWith({ packs, calendar }: Law, document: LawDocument): Law {
  if (document.kind === 'calendar') return { packs, calendar: document.calendar };
  if (document.kind !== 'lawPack') return { packs, calendar };
  return { packs: [...packs.filter(({ id }) => id !== document.id), document.pack], calendar };
}

/** Every open clock, of every case, which moves when the document is law. */
export async function reportMoves(
  store: EventStore,
  before: Law,
  document: LawDocument,
): Promise<readonly MovedInCase[]> {
  const after = lawWith(before, document);
  const histories = await historiesByCase(store);
  const lawOf = new Map(
    Object.keys(knownEvents).map((kind) => [
      kind,
      [before, after].map(({ packs, calendar }) => ({ packs: packsFor(kind, packs), calendar })),
    ]),
  );
  return [...histories].flatMap(([stream, history]) => {
    const [was, is] = lawOf.get(stream.slice(0, stream.indexOf('-'))) as [Law, Law];
    return movedClocks(history.map(asHistory), was, is).map((moved) => ({ stream, ...moved }));
  });
}

async function historiesByCase(store: EventStore): Promise<ReadonlyMap<string, RecordedEvent[]>> {
  const histories = new Map<string, RecordedEvent[]>();
  const categories = Object.keys(knownEvents);
  for (let after = '0' as Position; ;) {
    const page = await store.readAll({ after, limit: 500, categories });
    for (const event of page) {
      const history = histories.get(event.stream);
      if (history === undefined) histories.set(event.stream, [event]);
      else history.push(event);
    }
    const last = page.at(-1);
    if (last === undefined) return histories;
    after = last.position;
  }
}

function asHistory({ id, type, data, recordedAt, meta }: RecordedEvent) {
  return { id, type, data, recordedAt, occurredAt: meta.occurredAt };
}
