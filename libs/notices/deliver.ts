import type { Pool } from 'pg';
import type { Vault } from '@redress/privacy/vault.js';
import { DeliveryError, type Channel, type ChannelName, type Sent } from './channels/channel.js';
import { markRefused, preferencesOf, type KnownPreferences } from './preferences.js';
import { mailOf, said, type ToTell } from './texts/render.js';
import type { Facts } from './topics.js';

export interface DeliveringParts {
  readonly pool: Pool;
  readonly vault: Vault;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  /** Where the pages are, without a slash at its end. */
  readonly publicUrl: string;
}

export interface Delivery {
  readonly notice: string;
  readonly channel: ChannelName;
}

/** A try among those which the queue allows. */
export interface Try {
  readonly attempt: number;
  readonly isLast: boolean;
}

interface StoredNotice extends ToTell {
  readonly account: string;
  readonly stream: string;
  readonly state: string;
}

/**
 * Sends one notice one way. What is sealed in it is opened here, and nowhere before. Rejects where a later try may do it;
 * the last one leaves the delivery dead, for the operator to see.
 */
export async function deliver(parts: DeliveringParts, delivery: Delivery, tried: Try): Promise<void> {
  const { pool, vault } = parts;
  const found = await storedNotice(pool, delivery);
  if (found?.state !== 'queued') return;
  const preferences = await preferencesOf(pool, found.account);
  const address = addressOf(preferences, delivery.channel);
  const channel = parts.channels.get(delivery.channel);
  if (address === null) return settle(pool, [delivery], 'dropped', tried, 'no address');
  const notice = { ...found, facts: await vault.opened(found.stream, found.facts) };
  const { subject, text } = wordsFor(delivery.channel, notice, preferences, urlOf(parts.publicUrl, notice.caseNumber));
  const sent = await attempted(pool, [delivery], tried, () => {
    if (channel === undefined) throw new DeliveryError(`no way out is set up for ${delivery.channel}`);
    return channel.send({ id: `${delivery.notice}.${delivery.channel}`, to: address, subject, text });
  });
  await settleSent(pool, found.account, [delivery], address, sent, tried);
}

/** The outcome; a failure is written down first, and is the end of the delivery at the last try. */
export async function attempted(
  pool: Pool,
  deliveries: readonly Delivery[],
  tried: Try,
  send: () => Promise<Sent>,
): Promise<Sent> {
  try {
    return await send();
  } catch (error) {
    const why = error instanceof DeliveryError ? error.message : (error as Error).name;
    await settle(pool, deliveries, tried.isLast ? 'dead' : null, tried, why);
    throw error;
  }
}

/** An address at which there is nobody is written to no more, and nobody is alarmed by it: the account's settings show it. */
export async function settleSent(
  pool: Pool,
  account: string,
  deliveries: readonly Delivery[],
  address: string,
  sent: Sent,
  tried: Try,
): Promise<void> {
  const refused = sent.outcome === 'refused' ? sent.why : null;
  if (refused !== null) await markRefused(pool, account, deliveries[0]!.channel, address);
  await settle(pool, deliveries, sent.outcome, tried, refused);
}

type Settled = 'sent' | 'refused' | 'dropped' | 'dead';

/** @param state null: it is tried again */
async function settle(
  pool: Pool,
  deliveries: readonly Delivery[],
  state: Settled | null,
  { attempt }: Try,
  error: string | null,
): Promise<void> {
  await pool.query(
    `UPDATE notices.deliveries d SET state = coalesce($3, d.state), attempts = $4, error = $5,
       settled_at = CASE WHEN $3::text IS NULL THEN NULL ELSE clock_timestamp() END
     FROM unnest($1::uuid[], $2::text[]) AS settled (notice, channel)
     WHERE d.notice = settled.notice AND d.channel = settled.channel`,
    [deliveries.map(({ notice }) => notice), deliveries.map(({ channel }) => channel), state, attempt, error],
  );
}

export function addressOf({ mail, mailAddress, sms, phone }: KnownPreferences, channel: ChannelName): string | null {
  if (channel === 'mail') return mail === 'off' ? null : mailAddress;
  return sms ? phone : null;
}

export function urlOf(publicUrl: string, caseNumber: string | null): string {
  return caseNumber === null ? publicUrl : `${publicUrl}/cases/${caseNumber}`;
}

function wordsFor(
  channel: ChannelName,
  notice: ToTell,
  { language }: KnownPreferences,
  url: string,
): { subject: string; text: string } {
  if (channel === 'mail') return mailOf(notice, language, url);
  const { title, body } = said(notice, language);
  return { subject: title, text: body };
}

async function storedNotice(pool: Pool, { notice, channel }: Delivery): Promise<StoredNotice | null> {
  const { rows } = await pool.query<Omit<StoredNotice, 'facts'> & { facts: string }>(
    `SELECT n.account, n.topic, n.case_number AS "caseNumber", n.stream, n.facts, d.state
     FROM notices.deliveries d JOIN notices.notices n ON n.id = d.notice WHERE d.notice = $1 AND d.channel = $2`,
    [notice, channel],
  );
  const [row] = rows;
  return row ? { ...row, facts: JSON.parse(row.facts) as Facts } : null;
}
