import type { ChainedEvent, StoredEvent } from '../chain.js';
import type { WrittenEvent } from '../envelope.js';
import { sameButForAlgorithm } from '../hash-algorithm.js';
import type { AppendResult, EventMeta, Position, RecordedEvent, Revision, StreamName } from '../port.js';

/** Of nearly every time: PostgreSQL leaves out only the zeros at the end. */
const FULL_LENGTH = '2026-03-02 08:15:00.123456+00'.length;

/** A row of es.events as `queries.ts` reads it. */
export interface EventRow {
  readonly position: Position;
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly data: string;
  readonly meta: string;
  /** Hex. */
  readonly hash: string;
  /** PostgreSQL's own text in UTC (`2026-03-02 08:15:00.12+00`): a JavaScript Date would lose the microseconds. */
  readonly recorded_at: string;
}

export function recordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    type: row.type,
    schema: row.schema,
    data: JSON.parse(row.data) as Record<string, unknown>,
    meta: JSON.parse(row.meta) as EventMeta,
    stream: row.stream,
    revision: row.revision,
    position: row.position,
    recordedAt: isoInstant(row.recorded_at),
    hash: row.hash,
  };
}

export function storedEvent(row: EventRow): StoredEvent {
  const { stream, revision, id, type, schema, data, meta, hash } = row;
  return { stream, revision, id, type, schema, data, meta, hash: Buffer.from(hash, 'hex') };
}

/** `2026-03-02 08:15:00.12+00` → `2026-03-02T08:15:00.120000+00:00`. */
export function isoInstant(utc: string): string {
  if (utc.length === FULL_LENGTH) return `${utc.slice(0, 10)}T${utc.slice(11, 26)}+00:00`;
  const [seconds, fraction = ''] = utc.slice(0, -3).replace(' ', 'T').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}+00:00`;
}

/** The result of an append, from the stored texts: what is given back equals what is read later. */
export function appended(
  stream: StreamName,
  chained: readonly ChainedEvent[],
  lastPosition: Position,
  recordedAt: string,
): AppendResult {
  const before = BigInt(lastPosition) - BigInt(chained.length);
  const events = chained.map(({ id, type, schema, data, meta, revision, hash }, i): RecordedEvent => ({
    id,
    type,
    schema,
    data: JSON.parse(data) as Record<string, unknown>,
    meta: JSON.parse(meta) as EventMeta,
    stream,
    revision,
    position: String(before + BigInt(i) + 1n) as Position,
    recordedAt,
    hash: Buffer.from(hash).toString('hex'),
  }));
  return { outcome: 'appended', events, revision: events.at(-1)!.revision, position: lastPosition };
}

/** Whether a row is what an earlier append of this very event left at this revision. */
export function repeats(row: EventRow, stream: StreamName, revision: bigint, written: WrittenEvent): boolean {
  return (
    row.stream === stream &&
    BigInt(row.revision) === revision &&
    row.id === written.id &&
    row.type === written.type &&
    row.schema === written.schema &&
    row.data === written.data &&
    sameButForAlgorithm(row.meta, written.meta)
  );
}
