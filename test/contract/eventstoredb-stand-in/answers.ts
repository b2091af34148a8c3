import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendOutcome, ExpectedRevision, LoggedEvent, ProposedEvent } from './log.js';

export function eventAnswer(event: LoggedEvent): streams.ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(identifier(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(event.position))
    .setPreparePosition(String(event.position))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', String(event.created));
  const read = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(event.position));
  return new streams.ReadResp().setEvent(read);
}

export function streamNotFound(stream: string): streams.ReadResp {
  const answer = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream));
  return new streams.ReadResp().setStreamNotFound(answer);
}

export function confirmation(id: string): streams.ReadResp {
  return new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));
}

export function caughtUp(): streams.ReadResp {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}

export function checkpoint(position: bigint): streams.ReadResp {
  const text = String(position);
  return new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(text).setPreparePosition(text),
  );
}

/** The newer fields and those for clients before 20.6.1, as the server fills both. */
export function appendAnswer(outcome: AppendOutcome, expected: ExpectedRevision): streams.AppendResp {
  if (outcome.outcome === 'success') {
    const position = new streams.AppendResp.Position()
      .setCommitPosition(String(outcome.position))
      .setPreparePosition(String(outcome.position));
    return new streams.AppendResp().setSuccess(
      new streams.AppendResp.Success().setCurrentRevision(String(outcome.last)).setPosition(position),
    );
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (outcome.current === null) wrong.setNoStream2060(new shared.Empty()).setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision2060(Number(outcome.current)).setCurrentRevision(String(outcome.current));
  if (expected === 'any') wrong.setAny2060(new shared.Empty()).setExpectedAny(new shared.Empty());
  else if (expected === 'streamExists')
    wrong.setStreamExists2060(new shared.Empty()).setExpectedStreamExists(new shared.Empty());
  else if (expected === 'noStream') wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision2060(Number(expected)).setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

export function expectedOf(options: InstanceType<typeof streams.AppendReq.Options>): ExpectedRevision {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'noStream';
  return options.hasStreamExists() ? 'streamExists' : 'any';
}

export function proposedOf(message: InstanceType<typeof streams.AppendReq.ProposedMessage>): ProposedEvent {
  return {
    id: message.getId()!.getString(),
    type: message.getMetadataMap().get('type')!,
    contentType: message.getMetadataMap().get('content-type')!,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function nameOf(options: { getStreamIdentifier(): shared.StreamIdentifier | undefined }): string {
  return Buffer.from(options.getStreamIdentifier()!.getStreamName_asU8()).toString();
}

function identifier(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}
