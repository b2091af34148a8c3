import { canonicalJson } from './canonical-json.js';
import { InvalidEventError } from './errors.js';
import { isAvailable, isHashAlgorithm } from './hash-algorithm.js';
import { isInstant } from './instant.js';
import type { HashAlgorithm, NewEvent, StreamName } from './port.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const STREAM = /^[A-Za-z][A-Za-z0-9]*-[^\0]+$/;
const TYPE = /^[A-Za-z][A-Za-z0-9_.]{0,199}$/;
const MAX_STREAM_LENGTH = 500;
const MAX_SCHEMA = 2 ** 31 - 1;

/** An event checked and written: `data` and `meta` are the canonical texts which are stored and hashed. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly data: string;
  readonly meta: string;
}

/** The part of a stream's name before the first '-'. */
export function categoryOf(stream: StreamName): string {
  return stream.slice(0, stream.indexOf('-'));
}

/**
 * Checks the events of one append and writes their canonical texts; an event which names no algorithm gets the store's.
 * @throws InvalidEventError
 */
export function writeEvents(
  stream: StreamName,
  events: readonly NewEvent[],
  algorithm: HashAlgorithm = 'sha256',
): readonly WrittenEvent[] {
  checkStream(stream);
  const ids = new Set<string>();
  return events.map((event, i) => {
    const at = `$[${i}]`;
    if (!UUID.test(event.id)) throw new InvalidEventError(`${at}.id`, 'is not a UUID in lower case');
    if (ids.has(event.id)) throw new InvalidEventError(`${at}.id`, 'stands twice in one append');
    ids.add(event.id);
    if (!TYPE.test(event.type)) throw new InvalidEventError(`${at}.type`, 'is not the name of an event');
    if (!Number.isInteger(event.schema) || event.schema < 1 || event.schema > MAX_SCHEMA)
      throw new InvalidEventError(`${at}.schema`, 'is not a whole number from 1 on');
    if (!isInstant(event.meta.occurredAt))
      throw new InvalidEventError(`${at}.meta.occurredAt`, 'is not an ISO 8601 time with an offset');
    const hashAlgorithm: unknown = event.meta.hashAlgorithm ?? algorithm;
    if (!isHashAlgorithm(hashAlgorithm) || !isAvailable(hashAlgorithm))
      throw new InvalidEventError(`${at}.meta.hashAlgorithm`, 'is not an algorithm of this store');
    return {
      id: event.id,
      type: event.type,
      schema: event.schema,
      data: writeObject(event.data, `${at}.data`),
      meta: writeObject({ ...event.meta, hashAlgorithm }, `${at}.meta`),
    };
  });
}

/** @throws InvalidEventError */
export function checkStream(stream: StreamName): void {
  if (!STREAM.test(stream)) throw new InvalidEventError('stream', 'is not of the form <category>-<id>');
  if (stream.length > MAX_STREAM_LENGTH)
    throw new InvalidEventError('stream', `is longer than ${MAX_STREAM_LENGTH} characters`);
  canonicalJson(stream, 'stream');
}

/**
 * The bytes the chain covers, as text: RFC 8785 of {id, stream, revision, type, schema, data, meta} (invariant 6).
 * Put together from the stored texts, so that a verifier hashes what is stored and not what a parser made of it.
 */
export function envelopeText(stream: StreamName, revision: string, event: WrittenEvent): string {
  return (
    `{"data":${event.data},"id":${JSON.stringify(event.id)},"meta":${event.meta},"revision":${JSON.stringify(revision)}` +
    `,"schema":${event.schema},"stream":${JSON.stringify(stream)},"type":${JSON.stringify(event.type)}}`
  );
}

function writeObject(value: unknown, path: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InvalidEventError(path, 'is not an object');
  return canonicalJson(value, path);
}
