import { setTimeout as pause } from 'node:timers/promises';
import { zone } from '@redress/casework/kernel/time.js';
import type { Parts } from '@redress/casework/kernel/parts.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Position } from '@redress/event-store/port.js';
import type { ChannelName } from '@redress/notices/channels/channel.js';
import { partyDates } from '@redress/notices/party-dates.js';
import { recordApproaching } from '@redress/notices/record-approaching.js';
import { waitForView } from '@redress/processing/read-your-write.js';
import { approachingClocks } from '@redress/projections/sla-board/approaching.js';

/** Looks are cheap and told once each: an hour's delay is the most that a restart may cost. */
const lookEveryMs = 3_600_000;
const retryMs = 5_000;

/** Looks, at the start and every hour, for dates of parties which draw near. */
export function watchDates(
  parts: Parts,
  channels: ReadonlySet<ChannelName>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      const isDone = await look(parts, channels, signal).catch(onError);
      await pause(isDone === true ? lookEveryMs : retryMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** False while there is no view to read yet. */
export async function look(
  { pool, store, clock }: Parts,
  channels: ReadonlySet<ChannelName>,
  signal: AbortSignal,
): Promise<boolean> {
  if (!(await waitForView(pool, 'sla-board', '0' as Position, 0))) return false;
  const now = await clock.now();
  for (const date of await approachingClocks(pool, Object.keys(partyDates), dayInZone(now, zone))) {
    if (signal.aborted) return false;
    await recordApproaching(pool, store, channels, date, now);
  }
  return true;
}
