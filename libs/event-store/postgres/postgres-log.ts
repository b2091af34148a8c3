import type { Pool } from 'pg';
import type { StreamHead } from '../chain.js';
import type { WrittenEvent } from '../envelope.js';
import type { AppendResult, Expected, Position, StreamName } from '../port.js';
import { bigintArray, byteaArray, integerArray, textArray, uuidArray } from './binary-array.js';
import { isoInstant, recordedEvent, repeats, type EventRow } from './event-rows.js';
import type { GroupFault, GroupLog, Move, Written } from './group-appender.js';
import { oneValue } from './one-value-query.js';
import { APPEND, APPEND_EVENT, APPEND_GROUP, READ_BY_IDS, READ_HEADS } from './queries.js';
import { WakeUps } from './wake-ups.js';

const NONE: ReadonlySet<StreamName> = new Set();

/** Groups on the tables of `migrations/`: each `write` is one transaction, durable when it answers. */
export class PostgresLog implements GroupLog {
  private readonly wakeUps = new WakeUps(() => this.pool.query('NOTIFY es_appended'));

  constructor(private readonly pool: Pool) {}

  async heads(streams: readonly StreamName[]): Promise<ReadonlyMap<StreamName, StreamHead>> {
    const { rows } = await this.pool.query<StreamHead & { stream: StreamName }>({
      name: 'es-heads',
      text: READ_HEADS,
      values: [textArray(streams)],
    });
    return new Map(rows.map(({ stream, revision, hash }) => [stream, { revision, hash }]));
  }

  write(moves: readonly Move[]): Promise<Written> {
    return moves.length === 1 ? this.writeOne(moves[0]!) : this.writeGroup(moves);
  }

  faultOf(error: unknown): GroupFault | null {
    const { code, constraint, severity } = error as { code?: string; constraint?: string; severity?: string };
    // An error of the server names its severity and undid the statement; one of the connection leaves it open.
    if (code === undefined || severity !== 'ERROR') return null;
    if (code === '23505' && constraint === 'events_id_key') return 'takenId';
    return code === '55P03' ? 'heldTooLong' : 'other';
  }

  async repeated(
    stream: StreamName,
    expected: Expected,
    written: readonly WrittenEvent[],
  ): Promise<AppendResult | null> {
    const ids = written.map((event) => event.id);
    const { rows } = await this.pool.query<EventRow>({ name: 'es-by-ids', text: READ_BY_IDS, values: [ids] });
    const first = rows[0];
    if (first === undefined || rows.length !== written.length) return null;
    if (expected === 'none' && first.revision !== '0') return null;
    if (typeof expected === 'object' && String(BigInt(first.revision) - 1n) !== expected.revision) return null;
    if (!rows.every((row, i) => repeats(row, stream, BigInt(first.revision) + BigInt(i), written[i]!))) return null;
    const last = rows.at(-1)!;
    return { outcome: 'appended', events: rows.map(recordedEvent), revision: last.revision, position: last.position };
  }

  /** The followers hear of what was written last, if need be. */
  close(): Promise<void> {
    return this.wakeUps.close();
  }

  private async writeOne(move: Move): Promise<Written> {
    if (move.events.length === 1) return this.writeEvent(move);
    const { stream, head, events } = move;
    const { revision, hash } = events.at(-1)!;
    const { rows } = await this.pool.query<{ last_position: Position; at: string }>({
      name: 'es-append',
      text: APPEND,
      values: [stream, head?.revision ?? null, head?.hash ?? null, revision, hash, ...columns([move])],
    });
    const row = rows[0];
    if (row === undefined) return refusedAlone(stream);
    this.wakeUps.said();
    return { last: row.last_position, recordedAt: isoInstant(row.at), refused: NONE };
  }

  private async writeEvent({ stream, head, events }: Move): Promise<Written> {
    const { revision, hash, id, type, schema, data, meta } = events[0]!;
    const wakes = this.wakeUps.due;
    const heads = [stream, head?.revision ?? null, head && Buffer.from(head.hash), revision, Buffer.from(hash)];
    const event = [id, type, String(schema), data, meta];
    const answer = await oneValue(this.pool, APPEND_EVENT, [...heads, ...event, String(wakes)]);
    if (answer === null) return refusedAlone(stream);
    if (wakes) this.wakeUps.said();
    else this.wakeUps.owed();
    const border = answer.indexOf(' ');
    return {
      last: answer.slice(0, border) as Position,
      recordedAt: isoInstant(answer.slice(border + 1)),
      refused: NONE,
    };
  }

  private async writeGroup(moves: readonly Move[]): Promise<Written> {
    const ends = moves.map(({ events }) => events.at(-1)!);
    const { rows } = await this.pool.query<{ last_position: Position; at: string; refused: StreamName[] | null }>({
      name: 'es-append-group',
      text: APPEND_GROUP,
      values: [
        textArray(moves.map(({ stream }) => stream)),
        bigintArray(moves.map(({ head }) => head?.revision ?? null)),
        byteaArray(moves.map(({ head }) => head?.hash ?? null)),
        bigintArray(ends.map(({ revision }) => revision)),
        byteaArray(ends.map(({ hash }) => hash)),
        textArray(moves.flatMap(({ stream, events }) => events.map(() => stream))),
        ...columns(moves),
      ],
    });
    this.wakeUps.said();
    const { last_position: last, at, refused } = rows[0]!;
    return { last, recordedAt: isoInstant(at), refused: refused === null ? NONE : new Set(refused) };
  }
}

function refusedAlone(stream: StreamName): Written {
  return { last: '0' as Position, recordedAt: '', refused: new Set([stream]) };
}

/** The events of all moves in order, an array a column. */
function columns(moves: readonly Move[]): Buffer[] {
  const events = moves.flatMap((move) => move.events);
  return [
    bigintArray(events.map(({ revision }) => revision)),
    uuidArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    integerArray(events.map(({ schema }) => schema)),
    textArray(events.map(({ data }) => data)),
    textArray(events.map(({ meta }) => meta)),
    byteaArray(events.map(({ hash }) => hash)),
  ];
}
