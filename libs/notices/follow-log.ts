import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import { now } from '@redress/platform/server-clock.js';
import { forgettingCategories } from '@redress/privacy/forgetting/forgotten.js';
import { inTransaction } from '@redress/processing/transaction.js';
import { caseCategories, isCase } from './case-at.js';
import type { ChannelName } from './channels/channel.js';
import { listUnread, park, tellParked } from './parked-events.js';
import { readToTell, type ReadingParts } from './read-to-tell.js';
import { recordNotices } from './record-notices.js';
import { toldTypes } from './routing.js';
import { addressed } from './what-to-tell.js';

export interface FollowingParts extends ReadingParts {
  readonly channels: ReadonlySet<ChannelName>;
}

const retryMs = 1_000;
/** What was recorded longer ago is no news: a log brought in from elsewhere must not write to a whole city. */
const newsDays = 14;

/** Another program went on meanwhile: what it took, this one leaves. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/**
 * Goes through the log once, event by event, and records what is to be told, for as long as the program runs. It is no
 * view: a rebuild of one tells nobody anything. Notices, jobs and the place in the log move in one transaction.
 */
export function followLog(parts: FollowingParts, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await tellParked(parts, await listUnread(parts.pool));
        await follow(parts, stopping.signal);
      } catch (error) {
        if (!(error instanceof OvertakenError)) onError(error);
        await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function follow(parts: FollowingParts, signal: AbortSignal): Promise<void> {
  let place = await actedTo(parts.pool);
  let oldest = await oldestNews(parts.pool);
  const subscription = parts.store.subscribe({
    after: place,
    categories: [...caseCategories, ...forgettingCategories],
    onEvent: async (event) => {
      if (!toldTypes.includes(event.type) && isCase(event.stream)) return;
      if (Date.parse(event.recordedAt) < oldest) return;
      await take(parts, event, place);
      place = event.position;
    },
    onCaughtUp: async (position) => {
      if (BigInt(position) > BigInt(place)) await inTransaction(parts.pool, (client) => move(client, place, position));
      place = position;
      oldest = await oldestNews(parts.pool);
    },
  });
  const stop = () => void subscription.stop();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    await subscription.ended;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function take(parts: FollowingParts, event: RecordedEvent, place: Position): Promise<void> {
  const found = await readToTell(parts, event);
  await inTransaction(parts.pool, async (client) => {
    await move(client, place, event.position);
    if ('error' in found) return park(client, event, found.error);
    for (const one of found.toTell)
      await recordNotices(client, parts.channels, one.occasion, await addressed(client, one));
  });
}

async function actedTo(pool: Pool): Promise<Position> {
  const { rows } = await pool.query<{ acted_to: Position }>('SELECT acted_to FROM notices.follower');
  return rows[0]!.acted_to;
}

/** @throws OvertakenError */
async function move(client: { query: Pool['query'] }, from: Position, to: Position): Promise<void> {
  const { rowCount } = await client.query('UPDATE notices.follower SET acted_to = $2 WHERE acted_to = $1', [from, to]);
  if (rowCount !== 1) throw new OvertakenError('another program follows the log for notices');
}

/** Milliseconds since 1970. */
async function oldestNews(pool: Pool): Promise<number> {
  return Date.parse(await now(pool)) - newsDays * 86_400_000;
}
