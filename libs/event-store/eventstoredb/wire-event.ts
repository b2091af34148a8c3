import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { canonicalJson } from '../canonical-json.js';
import type { ChainedEvent, StoredEvent } from '../chain.js';
import type { EventMeta, Position, RecordedEvent, Revision } from '../port.js';
import type { SentEvent } from './requests.js';

/** An event as the client's generated classes have it. */
export type Recorded = streams.ReadResp.ReadEvent.RecordedEvent;

/** What the server writes in place of a position it does not know (2^64 - 1). */
const NO_POSITION = '18446744073709551615';

/** An event as the server sent it: its bytes, its place in the log, and the server's time of writing. */
export interface WireEvent extends StoredEvent {
  readonly position: Position;
  /** Microseconds since 1970, as this server's clock had them. */
  readonly created: bigint;
}

/** Where an event stands and when it was written, whoever wrote it. */
export type Place = Pick<WireEvent, 'stream' | 'revision' | 'position' | 'created'>;

/** A stream of ours holds an event which this store did not write, so that the chain cannot go on from it. */
export class ForeignEventError extends Error {
  override readonly name = 'ForeignEventError';

  constructor({ stream, revision }: Place) {
    super(`revision ${revision} of ${stream} was not written by this event store`);
  }
}

interface Metadata {
  readonly hash: string;
  readonly meta: EventMeta;
  readonly schema: number;
}

/** The event as it is sent: its data are the canonical bytes themselves. */
export function sentEvent(event: ChainedEvent): SentEvent {
  const { id, type, data } = event;
  return { id, type, data, metadata: metadataText(event) };
}

/**
 * The event's metadata on the server: what the chain covers beside the data, and its hash. `$correlationId` and
 * `$causationId` are the names under which EventStoreDB's own projections look for them.
 */
function metadataText(event: ChainedEvent): string {
  return textOf(event.meta, event.schema, Buffer.from(event.hash).toString('hex'));
}

function textOf(meta: string, schema: number, hash: string): string {
  const { correlationId, causationId } = JSON.parse(meta) as EventMeta;
  const causation = causationId === null ? '' : `"$causationId":${JSON.stringify(causationId)},`;
  const correlation = `"$correlationId":${JSON.stringify(correlationId)}`;
  return `{${causation}${correlation},"hash":"${hash}","meta":${meta},"schema":${schema}}`;
}

/** @throws Error where the server is too old to tell positions */
export function placeOf(recorded: Recorded): Place {
  const position = recorded.getCommitPosition();
  if (position === NO_POSITION)
    throw new Error(
      'the server does not tell the position of an event read from its stream; version 22.6 and later do',
    );
  return {
    stream: Buffer.from(recorded.getStreamIdentifier()!.getStreamName_asU8()).toString(),
    revision: recorded.getStreamRevision() as Revision,
    position: position as Position,
    // .NET's ticks of 100 ns.
    created: BigInt(recorded.getMetadataMap().get('created') ?? '0') / 10n,
  };
}

/** Null for an event which this store did not write. */
export function wireEvent(recorded: Recorded): WireEvent | null {
  const text = Buffer.from(recorded.getCustomMetadata_asU8()).toString();
  const metadata = parseMetadata(text);
  if (metadata === null) return null;
  const meta = canonicalJson(metadata.meta);
  // The chain covers the bytes: metadata which says the same in other bytes is not what was written.
  const isAsWritten = textOf(meta, metadata.schema, metadata.hash) === text;
  return {
    ...placeOf(recorded),
    id: recorded.getId()!.getString(),
    type: recorded.getMetadataMap().get('type') ?? '',
    schema: metadata.schema,
    data: Buffer.from(recorded.getData_asU8()).toString(),
    meta: isAsWritten ? meta : text,
    hash: Buffer.from(metadata.hash, 'hex'),
  };
}

function parseMetadata(text: string): Metadata | null {
  try {
    const { hash, meta, schema } = JSON.parse(text) as Partial<Metadata>;
    return typeof hash === 'string' && typeof meta === 'object' && meta !== null && typeof schema === 'number'
      ? { hash, meta, schema }
      : null;
  } catch {
    // Another application's metadata may be anything.
    return null;
  }
}

export function recordedEvent(event: WireEvent, recordedAt: bigint): RecordedEvent {
  const { id, type, schema, stream, revision, position } = event;
  return {
    id,
    type,
    schema,
    data: JSON.parse(event.data) as Record<string, unknown>,
    meta: JSON.parse(event.meta) as EventMeta,
    stream,
    revision,
    position,
    recordedAt: instant(recordedAt),
    hash: Buffer.from(event.hash).toString('hex'),
  };
}

function instant(microseconds: bigint): string {
  const whole = new Date(Number(microseconds / 1000n)).toISOString().slice(0, -1);
  return `${whole}${String(microseconds % 1000n).padStart(3, '0')}+00:00`;
}
