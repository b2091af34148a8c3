import { EventStoreDBClient } from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { CallOptions, ClientReadableStream, Metadata, ServiceError } from '@grpc/grpc-js';
import { setMaxListeners } from 'node:events';
import { InvalidEventError } from '../errors.js';
import { retrying } from './retry.js';
import type { Recorded } from './wire-event.js';

/** For an append as a whole, and between two answers of a read. */
const CALL_TIMEOUT_MS = 10_000;
/** Long enough for a cluster to choose a new leader. */
const RETRY_MS = 20_000;

/**
 * What the client keeps for its own commands, in the version the lock file names: the channel to the leader, found anew
 * after a failure. Its public commands do not serve here. `readAll` has no filter; `appendToStream` writes JSON anew,
 * with members in another order, and goes another way on servers which have BatchAppend; reading parses the bytes which
 * the chain covers, and cuts the time of writing to milliseconds.
 */
interface ClientCalls {
  execute<T>(service: unknown, name: string, action: (client: grpc.StreamsClient) => Promise<T>): Promise<T>;
  callArguments(options: { deadline: number; requiresLeader: boolean }): [Metadata, CallOptions];
  handleError: (client: unknown, error: Error) => Promise<void>;
}

/**
 * One client a process. Every call goes to the leader: a follower may lag, and a reader which asked one for the head
 * and another for the events up to it would pass over what the second had not yet (invariant 3).
 */
export class Connection {
  private readonly client: EventStoreDBClient;
  private readonly calls: ClientCalls;
  private readonly closing = new AbortController();
  private latest: grpc.StreamsClient | null = null;

  /** Opens nothing before the first call. */
  constructor(url: string) {
    // Every call which waits to be made again listens.
    setMaxListeners(0, this.closing.signal);
    this.client = EventStoreDBClient.connectionString(url);
    this.calls = this.client as unknown as ClientCalls;
    const { handleError } = this.calls;
    // The client does not await it, and it rejects when the next channel cannot be had: that would end the process.
    // The call which asks for that channel gets the same error.
    this.calls.handleError = (client, error) => handleError(client, error).catch(() => undefined);
  }

  /**
   * One append, sent again while the leader cannot be reached: with the same ids on the same revision the server does
   * it once. True when it is written; false when the stream is elsewhere.
   * @throws InvalidEventError when the server takes no append so large
   */
  async append(messages: readonly streams.AppendReq[]): Promise<boolean> {
    const answer = await this.retrying((client) => {
      return new Promise<streams.AppendResp>((resolve, reject) => {
        const sink = client.append(...this.arguments(CALL_TIMEOUT_MS), (error, response) => {
          if (error === null) resolve(response);
          else reject(error);
        });
        sink.on('error', reject);
        for (const message of messages) sink.write(message);
        sink.end();
      });
    }).catch(refuseOversize);
    return answer.hasSuccess();
  }

  /** The events of a read, in order, handed on as they come; a read which breaks off is begun anew: `begin` says so. */
  async read(message: streams.ReadReq, begin: () => (event: Recorded) => void): Promise<void> {
    await this.retrying(async (client) => {
      const take = begin();
      const call = client.read(message, ...this.arguments(Number.POSITIVE_INFINITY));
      const silence = setTimeout(() => call.cancel(), CALL_TIMEOUT_MS);
      try {
        await each(call, (response) => {
          silence.refresh();
          const event = response.getEvent()?.getEvent();
          if (event !== undefined) take(event);
        });
      } finally {
        clearTimeout(silence);
      }
    });
  }

  /** One subscription, until it ends: rejects when it breaks, resolves when `signal` aborts. Each answer waits for the one before. */
  async follow(
    message: streams.ReadReq,
    signal: AbortSignal,
    take: (response: streams.ReadResp) => Promise<void> | void,
  ): Promise<void> {
    await this.execute(async (client) => {
      const call = client.read(message, ...this.arguments(Number.POSITIVE_INFINITY));
      const cancel = () => call.cancel();
      signal.addEventListener('abort', cancel);
      try {
        await each(call, take);
        if (!signal.aborted) throw new Error('the server ended the subscription');
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        signal.removeEventListener('abort', cancel);
        call.cancel();
      }
    });
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.client.dispose();
    // Disposing ends the client's streams and leaves its channel open.
    this.latest?.close();
  }

  private retrying<T>(action: (client: grpc.StreamsClient) => Promise<T>): Promise<T> {
    return retrying(RETRY_MS, this.closing.signal, () => this.execute(action));
  }

  private execute<T>(action: (client: grpc.StreamsClient) => Promise<T>): Promise<T> {
    return this.calls.execute(grpc.StreamsClient, 'streams', (client) => {
      this.latest = client;
      return action(client);
    });
  }

  private arguments(deadline: number): [Metadata, CallOptions] {
    return this.calls.callArguments({ deadline, requiresLeader: true });
  }
}

async function each<T>(call: ClientReadableStream<T>, take: (response: T) => Promise<void> | void): Promise<void> {
  for await (const response of call) await take(response as T);
}

function refuseOversize(error: ServiceError): never {
  const limit = error.metadata?.get('maximum-append-size')[0];
  if (limit === undefined) throw error;
  throw new InvalidEventError('$', `is larger than the server takes in one append (${limit.toString()} bytes)`);
}
