import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { accountColumns, accountFrom, type AccountRow } from '@redress/access/account-rows.js';
import type { Account } from '@redress/access/account.js';

/** The secret of a feed's address; what is stored is its hash alone. */
const tokenBytes = 32;
const written = /^[A-Za-z0-9_-]{43}$/;

/** A new secret for the account's calendar; the one before it opens nothing any more. */
export async function openFeed(pool: Pool, account: string): Promise<string> {
  const token = randomBytes(tokenBytes).toString('base64url');
  await pool.query(
    `INSERT INTO notices.feeds (account, token_hash) VALUES ($1, $2)
     ON CONFLICT (account) DO UPDATE SET token_hash = $2, created = now()`,
    [account, hashOf(token)],
  );
  return token;
}

export async function revokeFeed(pool: Pool, account: string): Promise<void> {
  await pool.query('DELETE FROM notices.feeds WHERE account = $1', [account]);
}

/** Whose feed it is; null where the secret opens none. */
export async function feedOwner(pool: Pool, token: string): Promise<Account | null> {
  if (!written.test(token)) return null;
  const { rows } = await pool.query<AccountRow>(
    `SELECT ${accountColumns} FROM notices.feeds f JOIN access.accounts a ON a.id = f.account WHERE f.token_hash = $1`,
    [hashOf(token)],
  );
  return rows[0] ? accountFrom(rows[0]) : null;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
