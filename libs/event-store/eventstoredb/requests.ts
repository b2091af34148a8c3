import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Position, Revision, StreamName } from '../port.js';

/** What the server gives when no limit is asked. */
const ALL = String(Number.MAX_SAFE_INTEGER);

/** Whatever may be a stream of ours: system streams begin with `$`, and the adapter's own have no category. */
const OUR_STREAMS = '^[A-Za-z][A-Za-z0-9]*-';

type Direction = 'forwards' | 'backwards';
type Options = InstanceType<typeof streams.ReadReq.Options>;

export interface LogRead {
  /** Inclusive; null: from the end of the log in the direction of reading. */
  readonly from: Position | null;
  readonly direction: Direction;
  readonly limit?: number;
  readonly categories?: readonly string[] | undefined;
}

/** Reads $all, filtered by the server. */
export function readLog({ from, direction, limit, categories }: LogRead): streams.ReadReq {
  const options = readOptions(direction, limit);
  const all = new streams.ReadReq.Options.AllOptions();
  if (from !== null && from !== '0') all.setPosition(serverPosition(placeAt(from)));
  else if (direction === 'forwards') all.setStart(new shared.Empty());
  else all.setEnd(new shared.Empty());
  return request(options.setAll(all).setFilter(streamFilter(categories)));
}

/** A place in $all as the server gives it, an event of others included. */
export interface ServerPosition {
  readonly commit: string;
  readonly prepare: string;
}

/** Follows $all after a place, itself excluded; 'end': from now on. */
export function followLog(
  after: ServerPosition | 'start' | 'end',
  categories: readonly string[] | undefined,
): streams.ReadReq {
  const options = readOptions('forwards').setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
  const all = new streams.ReadReq.Options.AllOptions();
  if (after === 'end') all.setEnd(new shared.Empty());
  else if (after === 'start') all.setStart(new shared.Empty());
  else all.setPosition(serverPosition(after));
  return request(options.setAll(all).setFilter(streamFilter(categories)));
}

/** Reads one stream; `from` is inclusive, null: from its end in the direction of reading. */
export function readOneStream(
  stream: StreamName,
  from: Revision | null,
  direction: Direction,
  limit?: number,
): streams.ReadReq {
  const options = readOptions(direction, limit);
  const one = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(identifier(stream));
  if (from !== null) one.setRevision(from);
  else if (direction === 'forwards') one.setStart(new shared.Empty());
  else one.setEnd(new shared.Empty());
  return request(options.setStream(one).setNoFilter(new shared.Empty()));
}

/** An event as it is sent; `data` and `metadata` are JSON, taken as they are. */
export interface SentEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** The messages of one append: what is expected, then the events. `head` null: the stream must not exist. */
export function appendMessages(
  stream: StreamName,
  head: Revision | null,
  events: readonly SentEvent[],
): readonly streams.AppendReq[] {
  const expectation = new streams.AppendReq.Options().setStreamIdentifier(identifier(stream));
  if (head === null) expectation.setNoStream(new shared.Empty());
  else expectation.setRevision(head);
  return [new streams.AppendReq().setOptions(expectation), ...events.map(proposed)];
}

function proposed(event: SentEvent): streams.AppendReq {
  const message = new streams.AppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(event.id))
    .setData(Buffer.from(event.data))
    .setCustomMetadata(Buffer.from(event.metadata));
  message.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
  return new streams.AppendReq().setProposedMessage(message);
}

function readOptions(direction: Direction, limit?: number): Options {
  return new streams.ReadReq.Options()
    .setReadDirection(direction === 'forwards' ? 0 : 1)
    .setResolveLinks(false)
    .setCount(limit === undefined ? ALL : String(limit))
    .setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty()));
}

function streamFilter(categories?: readonly string[]): InstanceType<typeof streams.ReadReq.Options.FilterOptions> {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression();
  if (categories === undefined) expression.setRegex(OUR_STREAMS);
  else expression.setPrefixList(categories.map((category) => `${category}-`));
  return new streams.ReadReq.Options.FilterOptions()
    .setStreamIdentifier(expression)
    .setCount(new shared.Empty())
    .setCheckpointintervalmultiplier(1);
}

/** Commit and prepare position of an event are the same for all that was written by an append over gRPC. */
export function placeAt(position: Position): ServerPosition {
  return { commit: position, prepare: position };
}

function serverPosition({ commit, prepare }: ServerPosition): InstanceType<typeof streams.ReadReq.Options.Position> {
  return new streams.ReadReq.Options.Position().setCommitPosition(commit).setPreparePosition(prepare);
}

function identifier(stream: StreamName): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}

function request(options: Options): streams.ReadReq {
  return new streams.ReadReq().setOptions(options);
}
