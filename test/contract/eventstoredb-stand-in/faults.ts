import { Metadata, status, type ServerErrorResponse } from '@grpc/grpc-js';

/** Everything that can be made to go wrong; all off at first. */
export interface Faults {
  /** Each call waits so long before anything is done. */
  latencyMs: number;
  /** So many appends are refused before they are carried out: UNAVAILABLE. */
  refuseAppends: number;
  /** So many appends are carried out, and the connections dropped before the answer. */
  dropAnswers: number;
  /** So many reads break off, after their first event, with UNAVAILABLE. */
  breakReads: number;
  /** Every so many calls all connections are dropped. */
  dropEvery: number | null;
  /** Each subscription is cancelled after so many events. */
  cancelAfter: number | null;
  /** Each event of a subscription is sent twice. */
  duplicate: boolean;
  /** Subscriptions are accepted, and nothing is ever sent. */
  silent: boolean;
  /** This member follows another: calls which require the leader are sent there. */
  leader: { readonly host: string; readonly port: number } | null;
}

export function noFaults(): Faults {
  return {
    latencyMs: 0,
    refuseAppends: 0,
    dropAnswers: 0,
    breakReads: 0,
    dropEvery: null,
    cancelAfter: null,
    duplicate: false,
    silent: false,
    leader: null,
  };
}

/** As the server answers a call with `requires-leader` while it follows another. */
export function notLeader({ host, port }: NonNullable<Faults['leader']>): ServerErrorResponse {
  const metadata = new Metadata();
  metadata.set('exception', 'not-leader');
  metadata.set('leader-endpoint-host', host);
  metadata.set('leader-endpoint-port', String(port));
  return failure(status.NOT_FOUND, 'Leader info available', metadata);
}

export function maximumAppendSizeExceeded(limit: number): ServerErrorResponse {
  const metadata = new Metadata();
  metadata.set('exception', 'maximum-append-size-exceeded');
  metadata.set('maximum-append-size', String(limit));
  return failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, metadata);
}

export function failure(code: status, details: string, metadata = new Metadata()): ServerErrorResponse {
  return Object.assign(new Error(details), { code, details, metadata });
}
