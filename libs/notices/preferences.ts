import type { ClientBase, Pool } from 'pg';
import type { Topic } from './topics.js';
import type { Language } from './texts/render.js';

/** How one account hears of things beside its inbox, which holds every notice. */
export interface Preferences {
  readonly language: Language;
  /** A mail each, one a day, or none. */
  readonly mail: 'each' | 'daily' | 'off';
  readonly mailAddress: string | null;
  readonly sms: boolean;
  readonly phone: string | null;
  /** Topics of which only the inbox tells. */
  readonly muted: readonly Topic[];
}

/** An account's own, with the addresses at which a server knew nobody: nothing is sent there any more. */
export interface KnownPreferences extends Preferences {
  readonly mailRefused: boolean;
  readonly phoneRefused: boolean;
}

const unset: KnownPreferences = {
  language: 'zh-CN',
  mail: 'each',
  mailAddress: null,
  sms: false,
  phone: null,
  muted: [],
  mailRefused: false,
  phoneRefused: false,
};

const columns = `language, mail, mail_address AS "mailAddress", sms, phone, muted,
  mail_refused IS NOT DISTINCT FROM mail_address AND mail_address IS NOT NULL AS "mailRefused",
  phone_refused IS NOT DISTINCT FROM phone AND phone IS NOT NULL AS "phoneRefused"`;

export async function preferencesOf(db: Pool | ClientBase, account: string): Promise<KnownPreferences> {
  return (await preferencesOfAll(db, [account])).get(account)!;
}

export async function preferencesOfAll(
  db: Pool | ClientBase,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, KnownPreferences>> {
  const { rows } = await db.query<KnownPreferences & { account: string }>(
    `SELECT account, ${columns} FROM notices.preferences WHERE account = ANY ($1::uuid[])`,
    [accounts],
  );
  const set = new Map(rows.map(({ account, ...preferences }) => [account, preferences]));
  return new Map(accounts.map((account) => [account, set.get(account) ?? unset]));
}

export async function setPreferences(pool: Pool, account: string, wanted: Preferences): Promise<void> {
  const { language, mail, mailAddress, sms, phone, muted } = wanted;
  await pool.query(
    `INSERT INTO notices.preferences (account, language, mail, mail_address, sms, phone, muted)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (account) DO UPDATE SET language = $2, mail = $3, mail_address = $4, sms = $5, phone = $6, muted = $7`,
    [account, language, mail, mailAddress, sms, phone, muted],
  );
}

const refusedColumns = { mail: ['mail_refused', 'mail_address'], sms: ['phone_refused', 'phone'] } as const;

/** Nothing goes to this address any more, until it is another one. */
export async function markRefused(
  pool: Pool,
  account: string,
  channel: 'mail' | 'sms',
  address: string,
): Promise<void> {
  const [refused, current] = refusedColumns[channel];
  await pool.query(`UPDATE notices.preferences SET ${refused} = ${current} WHERE account = $1 AND ${current} = $2`, [
    account,
    address,
  ]);
}
