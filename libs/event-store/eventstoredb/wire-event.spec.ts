import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { chainEvents, verifyStored } from '../chain.js';
import { sampleEvent } from '../contract/samples.js';
import { writeEvents } from '../envelope.js';
import { recordedEvent, sentEvent, wireEvent, type Recorded } from './wire-event.js';

const STREAM = 'overduePayment-1';
const event = sampleEvent({ 甲: '欠款', '10': 1, '9': 2 });
const [chained] = chainEvents(STREAM, null, writeEvents(STREAM, [event]));

/** The event as a server gives it back, with what is changed about it. */
function onServer(change: { data?: string; metadata?: string; position?: string } = {}): Recorded {
  const sent = sentEvent(chained!);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(sent.id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(STREAM)))
    .setStreamRevision('0')
    .setCommitPosition(change.position ?? '4711')
    .setData(Buffer.from(change.data ?? sent.data))
    .setCustomMetadata(Buffer.from(change.metadata ?? sent.metadata));
  recorded.getMetadataMap().set('type', sent.type).set('created', '17724096000000019');
  return recorded;
}

describe('An event on the server', () => {
  it('comes back as it was written, with the time to the microsecond', () => {
    expect(recordedEvent(wireEvent(onServer())!, 1_772_409_600_000_001n)).toEqual({
      ...event,
      stream: STREAM,
      revision: '0',
      position: '4711',
      recordedAt: '2026-03-02T00:00:00.000001+00:00',
      hash: Buffer.from(chained!.hash).toString('hex'),
    });
    expect(wireEvent(onServer())!.created).toBe(1_772_409_600_000_001n);
  });

  it('carries the names by which the projections of EventStoreDB find what belongs together', () => {
    const { metadata } = sentEvent(chained!);
    expect(JSON.parse(metadata)).toMatchObject({ $correlationId: event.meta.correlationId, schema: 1 });
    expect(metadata).not.toContain('$causationId');
  });

  it.each([
    ['a space in the data', { data: `${sentEvent(chained!).data} ` }],
    ['a space in the metadata', { metadata: `${sentEvent(chained!).metadata} ` }],
    ['another actor', { metadata: sentEvent(chained!).metadata.replace('officer-1', 'officer-2') }],
    ['another schema', { metadata: sentEvent(chained!).metadata.replace('"schema":1', '"schema":2') }],
    ['another correlation', { metadata: sentEvent(chained!).metadata.replace(/"\$c.*?",/, '"$correlationId":"x",') }],
  ])('69: is found altered by %s', (_what, change) => {
    expect(verifyStored(STREAM, [wireEvent(onServer())!])).toEqual({ ok: true, events: 1 });
    expect(verifyStored(STREAM, [wireEvent(onServer(change))!])).toEqual({ ok: false, at: '0', fault: 'altered' });
  });

  it.each(['', 'no JSON', 'null', '{}', '{"hash":"00","meta":null,"schema":1}'])(
    'is not taken for ours with the metadata %j',
    (metadata) => {
      expect(wireEvent(onServer({ metadata }))).toBeNull();
    },
  );

  it('needs a server which tells positions of events read from their stream', () => {
    expect(() => wireEvent(onServer({ position: '18446744073709551615' }))).toThrow('22.6');
  });
});
