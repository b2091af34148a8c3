import type { Pool } from 'pg';
import type { EventStore, StreamName } from '@redress/event-store/port.js';
import { inTransaction } from '@redress/processing/transaction.js';
import { caseAt } from './case-at.js';
import type { ChannelName } from './channels/channel.js';
import { partyDates } from './party-dates.js';
import { recordNotices } from './record-notices.js';
import { addressed } from './what-to-tell.js';

/** A clock of a party whose date draws near. */
export interface ApproachingDate {
  readonly stream: StreamName;
  readonly rule: string;
  readonly subject: string;
  readonly run: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** PlainDate. */
  readonly dueOn: string;
}

/** Tells the party of it, once for each date: one that moves is told again. @param now ISO 8601 */
export async function recordApproaching(
  pool: Pool,
  store: EventStore,
  channels: ReadonlySet<ChannelName>,
  { stream, rule, subject, run, title, dueOn }: ApproachingDate,
  now: string,
): Promise<void> {
  const found = caseAt(await store.readStream(stream));
  if (found === null) return;
  const { caseId, summary } = found;
  const occasion = {
    names: [`approaching ${stream}`, rule, subject, run, dueOn] as const,
    stream,
    position: null,
    caseId,
    caseNumber: summary.caseNumber,
    at: now,
  };
  const told = [{ topic: 'approaching' as const, to: partyDates[rule] ?? [], facts: { title, dueOn } }];
  await inTransaction(pool, async (client) => {
    const toRecord = await addressed(client, { occasion, summary, told, actor: null, event: null });
    await recordNotices(client, channels, occasion, toRecord);
  });
}
