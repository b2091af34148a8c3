import { addressOf, attempted, settleSent, urlOf, type Delivery, type DeliveringParts, type Try } from './deliver.js';
import { DeliveryError } from './channels/channel.js';
import { preferencesOf } from './preferences.js';
import { derivedId } from '@redress/event-store/identity.js';
import { digestOf, type ToTell } from './texts/render.js';
import type { Facts } from './topics.js';

export interface Digest {
  readonly account: string;
  /** PlainDate of the morning it is sent. */
  readonly day: string;
}

/**
 * One mail with all that was collected for an account by this morning. What is in it is marked before it is sent, so that
 * another try sends the same, under the same id.
 */
export async function sendDigest(parts: DeliveringParts, { account, day }: Digest, tried: Try): Promise<void> {
  const { pool, vault, channels, publicUrl } = parts;
  await pool.query(
    `UPDATE notices.deliveries SET digest = $2 WHERE account = $1 AND state = 'collected' AND digest IS NULL`,
    [account, day],
  );
  const { rows } = await pool.query<Omit<ToTell, 'facts'> & { notice: string; stream: string; facts: string }>(
    `SELECT n.id AS notice, n.topic, n.case_number AS "caseNumber", n.stream, n.facts
     FROM notices.deliveries d JOIN notices.notices n ON n.id = d.notice
     WHERE d.account = $1 AND d.digest = $2 AND d.state = 'collected' ORDER BY n.at, n.id`,
    [account, day],
  );
  if (rows.length === 0) return;
  const deliveries = rows.map(({ notice }): Delivery => ({ notice, channel: 'mail' }));
  const preferences = await preferencesOf(pool, account);
  const address = addressOf(preferences, 'mail');
  if (address === null)
    return settleSent(pool, account, deliveries, '', { outcome: 'refused', why: 'no address' }, tried);
  const notices: (ToTell & { url: string })[] = [];
  for (const { stream, facts, ...row } of rows) {
    const opened = await vault.opened(stream, JSON.parse(facts) as Facts);
    notices.push({ ...row, facts: opened, url: urlOf(publicUrl, row.caseNumber) });
  }
  const channel = channels.get('mail');
  const id = derivedId(Date.parse(`${day}T00:00:00Z`), ['digest', account, day]);
  const sent = await attempted(pool, deliveries, tried, () => {
    if (channel === undefined) throw new DeliveryError('no way out is set up for mail');
    return channel.send({ id, to: address, ...digestOf(notices, preferences.language) });
  });
  await settleSent(pool, account, deliveries, address, sent, tried);
}
