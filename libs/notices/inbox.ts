import type { Pool } from 'pg';
import type { Vault } from '@redress/privacy/vault.js';
import { said, type Language, type ToTell } from './texts/render.js';
import type { Facts, Topic } from './topics.js';

export interface InboxQuery {
  readonly unread: boolean;
  /** The notice after which the page begins. */
  readonly after?: string;
  readonly limit: number;
}

export interface InboxNotice {
  readonly id: string;
  readonly topic: Topic;
  readonly title: string;
  readonly body: string;
  readonly caseNumber: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly read: boolean;
}

export interface Inbox {
  readonly rows: readonly InboxNotice[];
  /** `after` of the next page. */
  readonly next: string | null;
  /** Of the whole inbox. */
  readonly unread: number;
}

/** The newest first, in the language asked for; what is sealed is opened now. */
export async function inboxOf(
  pool: Pool,
  vault: Vault,
  account: string,
  { unread, after, limit }: InboxQuery,
  language: Language,
): Promise<Inbox> {
  const { rows } = await pool.query<
    Omit<ToTell, 'facts'> & { id: string; stream: string; facts: string; at: Date; read: boolean }
  >(
    `SELECT id, topic, case_number AS "caseNumber", stream, facts, at, read_at IS NOT NULL AS read
     FROM notices.notices n
     WHERE account = $1 AND (NOT $2 OR read_at IS NULL)
       AND ($3::uuid IS NULL OR (at, id) < (SELECT at, id FROM notices.notices WHERE id = $3 AND account = $1))
     ORDER BY at DESC, id DESC LIMIT $4`,
    [account, unread, after ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const notices: InboxNotice[] = [];
  for (const { id, topic, caseNumber, stream, facts, at, read } of shown) {
    const opened = await vault.opened(stream, JSON.parse(facts) as Facts);
    const words = said({ topic, caseNumber, facts: opened }, language);
    notices.push({ id, topic, ...words, caseNumber, at: at.toISOString(), read });
  }
  const next = rows.length > limit ? shown.at(-1)!.id : null;
  return { rows: notices, next, unread: await unreadOf(pool, account) };
}

async function unreadOf(pool: Pool, account: string): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    'SELECT count(*) AS n FROM notices.notices WHERE account = $1 AND read_at IS NULL',
    [account],
  );
  return Number(rows[0]!.n);
}

/** @param ids null: all of them. What is another's, or was read before, stays as it is. */
export async function markRead(pool: Pool, account: string, ids: readonly string[] | null): Promise<number> {
  await pool.query(
    `UPDATE notices.notices SET read_at = clock_timestamp()
     WHERE account = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY ($2))`,
    [account, ids],
  );
  return unreadOf(pool, account);
}
