import type { ServiceError } from '@grpc/grpc-js';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_PAUSE_MS = 2_000;

/** The statuses of gRPC which say nothing about the call itself. */
const RETRYABLE: ReadonlyMap<number | undefined, string> = new Map([
  [1, 'CANCELLED'],
  [4, 'DEADLINE_EXCEEDED'],
  // The server's prepare or commit took too long.
  [10, 'ABORTED'],
  // The stream was reset below gRPC.
  [13, 'INTERNAL'],
  [14, 'UNAVAILABLE'],
]);

/** A fault which may be gone when the same call is made once more: it says nothing about the call itself. */
export function isRetryable(error: unknown): boolean {
  const { code, details, metadata } = error as Partial<ServiceError>;
  if (RETRYABLE.has(code)) return true;
  if (metadata?.get('exception')[0] === 'not-leader') return true;
  // Between two leaders; and no member of a cluster answered, which the client reports without a status.
  const text = details ?? (error instanceof Error ? error.message : '');
  return /no leader info|failed to discover/i.test(text);
}

/** Doubles from attempt to attempt (counted from 0) up to two seconds; the jitter keeps processes from returning all at once. */
export async function backOff(attempt: number, signal?: AbortSignal): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, 50 * 2 ** attempt);
  await pause(longest * (0.5 + Math.random() / 2), undefined, signal && { signal });
}

/** Makes a call until it succeeds, fails for a reason of its own, or `milliseconds` have passed: then rejects with the last fault. */
export async function retrying<T>(milliseconds: number, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!isRetryable(error) || signal.aborted || performance.now() > deadline) throw error;
      await backOff(attempt, signal).catch(() => Promise.reject(error as Error));
    }
  }
}
