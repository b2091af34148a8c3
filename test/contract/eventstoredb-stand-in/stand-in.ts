import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import service from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import {
  Server,
  ServerCredentials,
  status,
  type Metadata,
  type sendUnaryData,
  type ServerReadableStream,
  type ServerUnaryCall,
} from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { appendAnswer, expectedOf, nameOf, proposedOf } from './answers.js';
import { failure, maximumAppendSizeExceeded, noFaults, notLeader, type Faults } from './faults.js';
import { sizeOf, StandInLog } from './log.js';
import { answerRead, type ReadCall } from './reading.js';

const HOST = '127.0.0.1';
/** The server's default for one append. */
const MAX_APPEND_SIZE = 1_048_576;

/**
 * A stand-in for EventStoreDB in tests: real gRPC, from the client package's own service definitions, over a log in
 * memory. It does what the adapter needs of a server, as the server does it, and can be made to fail.
 */
export class EventStoreDbStandIn {
  readonly faults: Faults = noFaults();
  /** How many calls came, by what they ask for, and how many events subscriptions were sent. */
  readonly counts = { append: 0, read: 0, subscribe: 0, followed: 0 };
  private server: Server | null = null;
  private listening = 0;

  /** `log`: to be shared by the members of one cluster; `memberPort`: of the other, for its gossip. */
  constructor(readonly log: StandInLog = new StandInLog()) {}

  get port(): number {
    return this.listening;
  }

  get url(): string {
    return `esdb://${HOST}:${this.listening}?tls=false`;
  }

  /** On the port it had before, if it had one. */
  async start(): Promise<this> {
    const server = new Server();
    server.addService(service.StreamsService, { append: this.append, read: this.read });
    server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: this.supportedMethods });
    server.addService(gossipService.GossipService, { read: this.members });
    this.listening = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`${HOST}:${this.listening}`, ServerCredentials.createInsecure(), (error, port) =>
        error === null ? resolve(port) : reject(error),
      ),
    );
    this.server = server;
    return this;
  }

  /** As a process killed: every call breaks. What was written stays. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = null;
  }

  /** Stops, stays away for a while, comes back with what was written. */
  async restart(awayMs = 0): Promise<void> {
    this.stop();
    await pause(awayMs);
    await this.start();
  }

  /** Cuts every connection; the server goes on. */
  dropConnections(): void {
    this.server?.drain(`${HOST}:${this.listening}`, 0);
  }

  private readonly append = (
    call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
    answer: sendUnaryData<streams.AppendResp>,
  ): void => {
    this.counts.append++;
    const messages: streams.AppendReq[] = [];
    call.on('data', (message: streams.AppendReq) => messages.push(message));
    call.on('end', () => {
      this.carryOut(call.metadata, messages).then(
        (response) => answer(null, response),
        (error: Error) => answer(error),
      );
    });
  };

  private async carryOut(metadata: Metadata, messages: readonly streams.AppendReq[]): Promise<streams.AppendResp> {
    const { faults } = this;
    await this.admit(metadata);
    if (faults.refuseAppends > 0) {
      faults.refuseAppends--;
      throw failure(status.UNAVAILABLE, 'Server Is Not Ready');
    }
    const options = messages[0]!.getOptions()!;
    const events = messages.slice(1).map((message) => proposedOf(message.getProposedMessage()!));
    if (events.reduce((size, event) => size + sizeOf(event), 0) > MAX_APPEND_SIZE)
      throw maximumAppendSizeExceeded(MAX_APPEND_SIZE);
    const expected = expectedOf(options);
    const outcome = this.log.append(nameOf(options), expected, events);
    if (faults.dropAnswers > 0) {
      faults.dropAnswers--;
      this.dropConnections();
    }
    return appendAnswer(outcome, expected);
  }

  private readonly read = (call: ReadCall): void => {
    this.counts[call.request.getOptions()!.hasSubscription() ? 'subscribe' : 'read']++;
    this.admit(call.metadata)
      .then(() => answerRead(call, this.log, this.faults, () => this.counts.followed++))
      .then(
        () => call.end(),
        (error: Error) => call.emit('error', error),
      );
  };

  private async admit(metadata: Metadata): Promise<void> {
    const { latencyMs, leader, dropEvery } = this.faults;
    const { append, read, subscribe } = this.counts;
    if (dropEvery !== null && (append + read + subscribe) % dropEvery === 0) this.dropConnections();
    if (latencyMs > 0) await pause(latencyMs);
    if (leader !== null && metadata.get('requires-leader')[0] === 'true') throw notLeader(leader);
  }

  /** BatchAppend is not among them, so that a client appends by Append. */
  private readonly supportedMethods = (
    _call: ServerUnaryCall<shared.Empty, features.SupportedMethods>,
    answer: sendUnaryData<features.SupportedMethods>,
  ): void => {
    const methods = ['append', 'read'].map((name) =>
      new features.SupportedMethod().setServiceName('event_store.client.streams.Streams').setMethodName(name),
    );
    answer(null, new features.SupportedMethods().setEventStoreServerVersion('23.10.0').setMethodsList(methods));
  };

  private readonly members = (
    _call: ServerUnaryCall<shared.Empty, gossip.ClusterInfo>,
    answer: sendUnaryData<gossip.ClusterInfo>,
  ): void => {
    const own = { host: HOST, port: this.listening };
    const { leader } = this.faults;
    const states = gossip.MemberInfo.VNodeState;
    const list =
      leader === null ? [member(own, states.LEADER)] : [member(own, states.FOLLOWER), member(leader, states.LEADER)];
    answer(null, new gossip.ClusterInfo().setMembersList(list));
  };
}

function member(
  { host, port }: { host: string; port: number },
  state: gossip.MemberInfo.VNodeState,
): gossip.MemberInfo {
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setTimeStamp('0')
    .setState(state)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port));
}
