import type { ClientBase } from 'pg';
import { algorithmIn } from '../hash-algorithm.js';
import type { HashAlgorithm, StreamName } from '../port.js';
import { copyRows, type CopiedRow } from './binary-copy.js';

/** An event with the bytes its hash covers. */
export interface LoggedEvent {
  readonly position: number;
  readonly stream: StreamName;
  readonly revision: number;
  /** ISO 8601, offset +00:00, microseconds; anything else when the stored time is no time. */
  readonly recordedAt: string;
  /** Hex. */
  readonly hash: string;
  /** Null where the event names none of ours. */
  readonly algorithm: HashAlgorithm | null;
  /** 32 bytes left free for the previous hash, then the canonical bytes; good until the next event. */
  readonly chained: Buffer;
  /** False when the stored texts, read as columns, say something else than read as one envelope. */
  readonly unambiguous: boolean;
}

export const PREVIOUS_HASH_BYTES = 32;

/** Reads the events after a position in the order of positions, at most `limit`; nothing of them is kept. */
export async function readLog(
  client: ClientBase,
  after: number,
  limit: number,
  onEvent: (event: LoggedEvent) => void,
): Promise<void> {
  const envelope = new Envelope();
  await copyRows(
    client,
    `SELECT position, revision, recorded_at, hash, stream, id::text, type, schema, data, meta FROM es.events
     WHERE position > ${BigInt(after)} ORDER BY position LIMIT ${BigInt(limit)}`,
    (row) => onEvent(loggedEvent(row, envelope)),
  );
}

/** A leaf's part of an event: what the tree covers. */
export interface LoggedLeaf {
  readonly position: string;
  readonly recordedAt: string;
  readonly hash: string;
}

export async function readLeaves(
  client: ClientBase,
  after: number,
  upTo: number,
  onLeaf: (leaf: LoggedLeaf) => void,
): Promise<void> {
  await copyRows(
    client,
    `SELECT position, recorded_at, hash FROM es.events
     WHERE position > ${BigInt(after)} AND position <= ${BigInt(upTo)} ORDER BY position`,
    (row) =>
      onLeaf({
        position: String(row.takeInt8()),
        recordedAt: instantOf(row.takeInt8()),
        hash: row.take().toString('hex'),
      }),
  );
}

function loggedEvent(row: CopiedRow, envelope: Envelope): LoggedEvent {
  const position = row.takeInt8();
  const revision = row.takeInt8();
  const recordedAt = instantOf(row.takeInt8());
  const hash = row.take().toString('hex');
  const stream = row.take().toString('utf8');
  const id = row.take();
  const type = row.take().toString('utf8');
  const schema = row.takeInt4();
  const data = row.take();
  const meta = row.take();
  const chained = envelope.write(data, id, meta, tailOf(revision, schema, stream, type));
  return {
    position,
    stream,
    revision,
    recordedAt,
    hash,
    algorithm: algorithmIn(meta.toString('latin1')),
    chained,
    unambiguous: isUnambiguous(data, meta),
  };
}

/** `envelopeText` of envelope.ts, put together from bytes without making strings of `data` and `meta`. */
class Envelope {
  private bytes = Buffer.alloc(64 * 1024);

  write(data: Buffer, id: Buffer, meta: Buffer, tail: string): Buffer {
    const need = PREVIOUS_HASH_BYTES + data.length + id.length + meta.length + 3 * tail.length + 64;
    if (need > this.bytes.length) this.bytes = Buffer.alloc(2 * need);
    const { bytes } = this;
    let at = PREVIOUS_HASH_BYTES;
    for (const part of [BEFORE_DATA, data, BEFORE_ID, id, BEFORE_META, meta]) {
      bytes.set(part, at);
      at += part.length;
    }
    at += bytes.write(tail, at, 'utf8');
    return bytes.subarray(0, at);
  }
}

const BEFORE_DATA = Buffer.from('{"data":');
const BEFORE_ID = Buffer.from(',"id":"');
const BEFORE_META = Buffer.from('","meta":');

function tailOf(revision: number, schema: number, stream: string, type: string): string {
  return `,"revision":"${revision}","schema":${schema},"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)}}`;
}

const META_MEMBER = Buffer.from(',"meta":');

/**
 * The envelope's bytes leave open where `data` ends only if `,"meta":` stands inside a column too: then moving the border
 * would keep the hash. A complete JSON value cannot be lengthened or shortened to another one, so that settles it.
 */
function isUnambiguous(data: Buffer, meta: Buffer): boolean {
  if (!data.includes(META_MEMBER) && !meta.includes(META_MEMBER)) return true;
  try {
    JSON.parse(data.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

const EPOCH_2000_MS = Date.UTC(2000, 0);
let lastSecond = Number.NaN;
let lastSecondText = '';

/** Microseconds since 2000 → `2026-03-02T08:15:00.120000+00:00`. Events of one second share its text: a Date each cost a tenth of the whole. */
export function instantOf(microseconds: number): string {
  const second = Math.floor(microseconds / 1_000_000);
  if (second !== lastSecond) {
    const date = new Date(EPOCH_2000_MS + second * 1000);
    // 'infinity' and what lies beyond the years of ISO 8601: no text which the store gives an event, so the leaf differs.
    lastSecondText = Number.isNaN(date.getTime()) ? 'beyond' : date.toISOString().slice(0, -5);
    lastSecond = second;
  }
  return `${lastSecondText}.${String(microseconds - second * 1_000_000).padStart(6, '0')}+00:00`;
}
