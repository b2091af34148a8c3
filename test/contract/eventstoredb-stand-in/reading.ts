import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { caughtUp, checkpoint, confirmation, eventAnswer, nameOf, streamNotFound } from './answers.js';
import { failure, type Faults } from './faults.js';
import type { LoggedEvent, StandInLog } from './log.js';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;
type Options = InstanceType<typeof streams.ReadReq.Options>;

const { BACKWARDS } = streams.ReadReq.Options.ReadDirection;
/** The server searches so many events of others before it tells how far it is. */
const SEARCH_WINDOW = 32;

/** Read: a stream or $all, forwards or backwards, filtered or not; once, or as a subscription. */
export async function answerRead(
  call: ReadCall,
  log: StandInLog,
  faults: Faults,
  onFollowed: () => void,
): Promise<void> {
  const options = call.request.getOptions()!;
  if (options.hasSubscription()) return subscribe(call, log, faults, onFollowed);
  if (BigInt(options.getCount()) <= 0n) throw failure(status.INVALID_ARGUMENT, 'count must be positive');
  if (options.hasStream() && log.stream(nameOf(options.getStream()!)).length === 0)
    return send(call, streamNotFound(nameOf(options.getStream()!)));
  const found = options.hasStream() ? fromStream(options, log) : fromAll(options, log);
  let left = BigInt(options.getCount());
  for (const event of found) {
    if (left-- <= 0n || call.cancelled) return;
    await send(call, eventAnswer(event));
    if (faults.breakReads > 0) {
      faults.breakReads--;
      throw failure(status.UNAVAILABLE, 'the stand-in broke off');
    }
  }
}

function fromStream(options: Options, log: StandInLog): readonly LoggedEvent[] {
  const wanted = options.getStream()!;
  const events = log.stream(nameOf(wanted));
  const backwards = options.getReadDirection() === BACKWARDS;
  const revision = wanted.hasRevision() ? BigInt(wanted.getRevision()) : null;
  const ordered = backwards ? events.toReversed() : events;
  return ordered.filter(
    (event) => revision === null || (backwards ? event.revision <= revision : event.revision >= revision),
  );
}

function fromAll(options: Options, log: StandInLog): readonly LoggedEvent[] {
  const from = positionOf(options, log);
  const matches = filterOf(options);
  const ordered = options.getReadDirection() === BACKWARDS ? log.all.toReversed() : log.all;
  return ordered.filter((event) => matches(event) && (from === null || event.position >= from));
}

/** Null: from the start, or the end. A position which is no event's is refused: to a server it is a torn record. */
function positionOf(options: Options, log: StandInLog): bigint | null {
  const position = options.getAll()!.getPosition();
  if (position === undefined) return null;
  const commit = BigInt(position.getCommitPosition());
  if (!log.all.some((event) => event.position === commit) || position.getPreparePosition() !== String(commit))
    throw failure(status.INVALID_ARGUMENT, `${commit} is no position of an event`);
  return commit;
}

function filterOf(options: Options): (event: LoggedEvent) => boolean {
  const expression = options.getFilter()?.getStreamIdentifier();
  if (expression === undefined) return () => true;
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
  const regex = new RegExp(expression.getRegex());
  return ({ stream }) => regex.test(stream);
}

async function subscribe(call: ReadCall, log: StandInLog, faults: Faults, onFollowed: () => void): Promise<void> {
  const options = call.request.getOptions()!;
  const from = positionOf(options, log);
  const matches = filterOf(options);
  let next = options.getAll()!.hasEnd()
    ? log.all.length
    : log.all.findIndex(({ position }) => from === null || position > from);
  if (next < 0) next = log.all.length;
  await send(call, confirmation(randomUUID()));
  for (let [sent, searched, live] = [0, 0, false]; !call.cancelled;) {
    const event = log.all[next];
    if (event === undefined || faults.silent) {
      if (!live && !faults.silent) await send(call, caughtUp());
      live = true;
      await writtenOrCancelled(call, log);
      continue;
    }
    next++;
    if (!matches(event)) {
      if (++searched % SEARCH_WINDOW === 0) await send(call, checkpoint(event.position));
      continue;
    }
    for (let times = faults.duplicate ? 2 : 1; times > 0; times--) {
      await send(call, eventAnswer(event));
      onFollowed();
    }
    if (faults.cancelAfter !== null && ++sent >= faults.cancelAfter)
      throw failure(status.CANCELLED, 'the stand-in cancelled the subscription');
  }
}

async function send(call: ReadCall, answer: streams.ReadResp): Promise<void> {
  if (call.cancelled || call.write(answer)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      call.off('drain', done).off('cancelled', done);
      resolve();
    };
    call.on('drain', done).on('cancelled', done);
  });
}

function writtenOrCancelled(call: ReadCall, log: StandInLog): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      unsubscribe();
      call.off('cancelled', done);
      resolve();
    };
    const unsubscribe = log.onWritten(done);
    call.on('cancelled', done);
    if (call.cancelled) done();
  });
}
