import { setTimeout as pause } from 'node:timers/promises';
import { Logger, run, runMigrations, type JobHelpers, type TaskList } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '@redress/event-store/port.js';
import type { Privacy } from '@redress/privacy/privacy.js';
import type { Channel } from './channels/channel.js';
import { keepWays } from './channels/kept-ways.js';
import { deliver, type DeliveringParts, type Delivery, type Try } from './deliver.js';
import { followLog } from './follow-log.js';
import { deliverTask, digestTask } from './record-notices.js';
import { sendDigest, type Digest } from './send-digest.js';

export interface NoticesParts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly privacy: Privacy;
  readonly channels: readonly Channel[];
  readonly publicUrl: string;
}

/** Any number that no other use of advisory locks in this database takes: "noti" in ASCII. */
const turnLock = 0x6e6f7469;
const turnPollMs = 1_000;
const concurrency = 4;
const queuePollMs = 1_000;

/**
 * Tells people, for as long as the program runs: one program at a time, whichever holds the lock of a session that ends
 * with it. So a program that was killed is followed at once, and what it had begun is known to be nobody's.
 */
export function runNotices(parts: NoticesParts, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await turn(parts, stopping.signal, onError);
      } catch (error) {
        onError(error);
      }
      await pause(turnPollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      parts.channels.forEach((channel) => channel.close());
    },
  };
}

/** Resolves when there is no turn to be had, when it was lost, or at the end of the program. */
async function turn(parts: NoticesParts, signal: AbortSignal, onError: (error: unknown) => void): Promise<void> {
  const session = await parts.pool.connect();
  const lost = new AbortController();
  const onLost = () => lost.abort();
  session.on('error', onLost);
  try {
    const { rows } = await session.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [turnLock]);
    if (rows[0]?.mine === true) await work(parts, session, AbortSignal.any([signal, lost.signal]), onError);
  } finally {
    session.off('error', onLost);
    // Destroyed, not given back: the lock goes with the session.
    session.release(true);
  }
}

async function work(
  parts: NoticesParts,
  session: PoolClient,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  const queue = {
    pgPool: parts.pool,
    logger: logger(onError),
    concurrency,
    pollInterval: queuePollMs,
    noHandleSignals: true,
  };
  await runMigrations(queue);
  await session.query(
    `SELECT graphile_worker.force_unlock_workers(
       ARRAY(SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL))`,
  );
  const channels = new Map(parts.channels.map((channel) => [channel.name, channel]));
  const ways = new Set(channels.keys());
  await keepWays(parts.pool, ways);
  const following = followLog({ ...parts, channels: ways }, onError);
  const runner = await run(queue, tasks({ ...parts, vault: parts.privacy.vault, channels }));
  const ended = runner.promise.catch(onError);
  try {
    await Promise.race([ended, aborted(signal)]);
  } finally {
    await following.stop();
    // Stopped by itself already, where its own connection was lost.
    await runner.stop().catch(() => undefined);
  }
}

function tasks(parts: DeliveringParts): TaskList {
  return {
    [deliverTask]: (payload, helpers) => deliver(parts, payload as Delivery, tryOf(helpers)),
    [digestTask]: (payload, helpers) => sendDigest(parts, payload as Digest, tryOf(helpers)),
  };
}

function tryOf({ job: { attempts, max_attempts: allowed } }: JobHelpers): Try {
  return { attempt: attempts, isLast: attempts >= allowed };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The queue's own troubles; a delivery that fails is written with the delivery, and is no trouble of the queue. */
function logger(onError: (error: unknown) => void): Logger {
  return new Logger(() => (level, message, meta) => {
    if (`${level}` === 'error' && !/Failed task/.test(message)) onError(meta?.error ?? new Error(message));
  });
}
