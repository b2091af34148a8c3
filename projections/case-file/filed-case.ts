import type { EventMeta, Position, RecordedEvent, Revision, StreamName } from '@redress/event-store/port.js';
import type { ViewDb } from '../reader.js';
import { evolveFiled, type FiledCase } from './fold.js';

interface StoredEntry {
  readonly revision: Revision;
  readonly position: Position;
  readonly event_id: string;
  readonly type: string;
  readonly schema: number;
  readonly recorded_at: string;
  readonly meta: string;
  readonly data: string;
}

/** The events of a case as its file has them, oldest first, and what follows from them. */
export async function filedCase(
  db: ViewDb,
  stream: StreamName,
  caseId: string,
): Promise<{ readonly events: readonly RecordedEvent[]; readonly state: FiledCase }> {
  const entries = await db.query<StoredEntry>(
    `SELECT revision, position, event_id, type, schema, recorded_at, meta, data FROM views.case_file_timeline
     WHERE case_id = $1 ORDER BY revision`,
    [caseId],
  );
  const events = entries.map((entry) => eventOf(stream, entry));
  return { events, state: foldOf(events) };
}

/** @throws Error where there is no lodging among the events */
export function foldOf(events: readonly RecordedEvent[]): FiledCase {
  const state = events.reduce<FiledCase | null>(evolveFiled, null);
  if (state === null) throw new Error(`The file of ${events[0]?.stream ?? 'a case'} has no lodging.`);
  return state;
}

function eventOf(stream: StreamName, entry: StoredEntry): RecordedEvent {
  const { revision, position, event_id: id, type, schema, recorded_at: recordedAt } = entry;
  const data = JSON.parse(entry.data) as RecordedEvent['data'];
  // The chain is the log's; nothing is verified by a copy.
  return {
    stream,
    revision,
    position,
    id,
    type,
    schema,
    recordedAt,
    data,
    meta: JSON.parse(entry.meta) as EventMeta,
    hash: '',
  };
}
