import type { ClientBase } from 'pg';
import type { Account } from '@redress/access/account.js';
import { commandTime, derivedId } from '@redress/event-store/identity.js';
import type { ChannelName } from './channels/channel.js';
import { preferencesOfAll, type KnownPreferences } from './preferences.js';
import type { Facts, Topic } from './topics.js';

/** What there is to tell of: an event, or a date which draws near. */
export interface Occasion {
  /** An event's id, or what names the date: with the account it makes the notice's id. */
  readonly names: readonly [string, ...string[]];
  readonly stream: string;
  /** Null where no event is told of. */
  readonly position: string | null;
  readonly caseId: string;
  readonly caseNumber: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface ToRecord {
  readonly topic: Topic;
  readonly accounts: readonly Account[];
  readonly facts: Facts;
}

export const deliverTask = 'deliver-notice';
export const digestTask = 'send-digest';
/** With graphile-worker's back-off (e to the number of the try, in seconds) the last lies more than a day after the first. */
const tries = 12;

/**
 * Puts the notices into the inboxes and one job for each way out into the queue, in the caller's transaction. What is there
 * already, by (occasion, account, channel), is left as it is: so nobody is told twice, whoever tries it again.
 */
export async function recordNotices(
  client: ClientBase,
  channels: ReadonlySet<ChannelName>,
  occasion: Occasion,
  told: readonly ToRecord[],
): Promise<void> {
  // Whom two things are told of hears the first: an event reaches nobody twice.
  const byAccount = new Map<string, { id: string } & Omit<ToRecord, 'accounts'>>();
  for (const { topic, accounts, facts } of told)
    for (const { id } of accounts)
      if (!byAccount.has(id)) byAccount.set(id, { id: noticeId(occasion.names, id), topic, facts });
  if (byAccount.size === 0) return;
  const added = await insertNotices(client, occasion, [...byAccount]);
  const preferences = await preferencesOfAll(
    client,
    added.map(({ account }) => account),
  );
  const ways = added.flatMap(({ id, account }) =>
    waysOut(preferences.get(account)!, byAccount.get(account)!.topic, channels).map((way) => ({ id, account, ...way })),
  );
  if (ways.length > 0) await queue(client, ways);
}

function noticeId(names: Occasion['names'], account: string): string {
  return derivedId(commandTime(names[0]), ['notice', ...names, account]);
}

interface WayOut {
  readonly channel: ChannelName;
  readonly state: 'queued' | 'collected';
}

function waysOut(preferences: KnownPreferences, topic: Topic, channels: ReadonlySet<ChannelName>): readonly WayOut[] {
  const { mail, mailAddress, mailRefused, sms, phone, phoneRefused, muted } = preferences;
  if (muted.includes(topic)) return [];
  const ways: WayOut[] = [];
  if (channels.has('mail') && mail !== 'off' && mailAddress !== null && !mailRefused)
    ways.push({ channel: 'mail', state: mail === 'daily' ? 'collected' : 'queued' });
  if (channels.has('sms') && sms && phone !== null && !phoneRefused) ways.push({ channel: 'sms', state: 'queued' });
  return ways;
}

async function insertNotices(
  client: ClientBase,
  { stream, position, caseId, caseNumber, at }: Occasion,
  notices: readonly [string, { id: string; topic: Topic; facts: Facts }][],
): Promise<readonly { id: string; account: string }[]> {
  const { rows } = await client.query<{ id: string; account: string }>(
    `INSERT INTO notices.notices (id, account, topic, facts, stream, position, case_id, case_number, at)
     SELECT id, account, topic, facts, $5, $6, $7, $8, $9
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS told (id, account, topic, facts)
     ON CONFLICT (id) DO NOTHING RETURNING id, account`,
    [
      notices.map(([, { id }]) => id),
      notices.map(([account]) => account),
      notices.map(([, { topic }]) => topic),
      notices.map(([, { facts }]) => JSON.stringify(facts)),
      stream,
      position,
      caseId,
      caseNumber,
      at,
    ],
  );
  return rows;
}

async function queue(
  client: ClientBase,
  ways: readonly (WayOut & { readonly id: string; readonly account: string })[],
): Promise<void> {
  await client.query(
    `INSERT INTO notices.deliveries (notice, channel, account, state)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])`,
    [
      ways.map(({ id }) => id),
      ways.map(({ channel }) => channel),
      ways.map(({ account }) => account),
      ways.map(({ state }) => state),
    ],
  );
  const now = ways.filter(({ state }) => state === 'queued');
  await client.query(
    `SELECT graphile_worker.add_job($3, json_build_object('notice', notice, 'channel', channel),
       job_key => 'notice:' || notice || ':' || channel, max_attempts => $4)
     FROM unnest($1::uuid[], $2::text[]) AS way (notice, channel)`,
    [now.map(({ id }) => id), now.map(({ channel }) => channel), deliverTask, tries],
  );
  const collected = new Set(ways.filter(({ state }) => state === 'collected').map(({ account }) => account));
  await client.query(
    `SELECT graphile_worker.add_job($2, json_build_object('account', account, 'day', at::date),
       job_key => 'digest:' || account || ':' || at::date, max_attempts => $3, job_key_mode => 'preserve_run_at',
       run_at => at AT TIME ZONE 'Asia/Shanghai')
     FROM unnest($1::uuid[]) AS account, (SELECT ${nextMorning} AS at) AS morning`,
    [[...collected], digestTask, tries],
  );
}

/** Eight in the morning in Shanghai, today's or else tomorrow's: when digests are made. */
const nextMorning = `date_trunc('day', clock_timestamp() AT TIME ZONE 'Asia/Shanghai' - interval '8 hours') + interval '1 day 8 hours'`;
