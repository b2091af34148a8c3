import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Account } from './account.js';
import { accountColumns, accountFrom, accountNamePattern, type AccountRow } from './account-rows.js';
import { passwordMatches } from './passwords.js';

export type SignIn =
  | {
      readonly outcome: 'signedIn';
      /** Given to the caller alone; the database has its SHA-256. */
      readonly token: string;
      /** ISO 8601. */
      readonly expiresAt: string;
      readonly account: Account;
    }
  /** Unknown account or wrong password: the answer and its time do not tell which. */
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'tooManyAttempts'; readonly retryAfterSeconds: number };

const sessionHours = 12;
const attemptsAllowed = 10;
const attemptWindowMinutes = 5;

/** Sign-in sessions; every time in them is the database's, so all processes agree on what has expired. */
export class Sessions {
  constructor(private readonly pool: Pool) {}

  /**
   * Ten attempts in five minutes from the first, counted by account name and address together: who guesses at a
   * colleague's account locks themselves out, and not the colleague. A sign-in that succeeds clears the count.
   *
   * @param address of the caller, as the door sees it
   */
  async signIn(accountName: string, password: string, address: string): Promise<SignIn> {
    const attempt = sha256(JSON.stringify([accountName, address]));
    const retryAfterSeconds = await this.#countAttempt(attempt);
    if (retryAfterSeconds !== null) return { outcome: 'tooManyAttempts', retryAfterSeconds };
    const row = await this.#credentials(accountName);
    if (!(await passwordMatches(row?.password_hash ?? null, password)) || row === undefined) {
      return { outcome: 'refused' };
    }
    await this.#clearAttempts(attempt);
    await this.#dropExpired();
    return { outcome: 'signedIn', ...(await this.#open(row.id)), account: accountFrom(row) };
  }

  /** The account of a session that has not expired. */
  async byToken(token: string): Promise<Account | null> {
    // last_seen to the minute: a row written for every request would cost each read a write.
    const { rows } = await this.pool.query<AccountRow>(
      `WITH seen AS (
         UPDATE access.sessions SET last_seen = now()
         WHERE token_hash = $1 AND expires > now() AND last_seen < now() - interval '1 minute'
       )
       SELECT ${accountColumns} FROM access.sessions s JOIN access.accounts a ON a.id = s.account
       WHERE s.token_hash = $1 AND s.expires > now()`,
      [sha256(token)],
    );
    return rows[0] ? accountFrom(rows[0]) : null;
  }

  /** A token that is unknown or has expired is signed out already. */
  async signOut(token: string): Promise<void> {
    await this.pool.query('DELETE FROM access.sessions WHERE token_hash = $1', [sha256(token)]);
  }

  async #credentials(accountName: string): Promise<(AccountRow & { password_hash: string }) | undefined> {
    // The name is the caller's raw text, and a text PostgreSQL cannot hold (U+0000) is no account's name.
    if (!accountNamePattern.test(accountName)) return undefined;
    const { rows } = await this.pool.query<AccountRow & { password_hash: string }>(
      `SELECT ${accountColumns}, a.password_hash FROM access.accounts a WHERE a.name = $1`,
      [accountName],
    );
    return rows[0];
  }

  async #open(accountId: string): Promise<{ token: string; expiresAt: string }> {
    const token = randomBytes(32).toString('base64url');
    const { rows } = await this.pool.query<{ expires: Date }>(
      `INSERT INTO access.sessions (token_hash, account, expires)
       VALUES ($1, $2, now() + make_interval(hours => $3)) RETURNING expires`,
      [sha256(token), accountId, sessionHours],
    );
    return { token, expiresAt: rows[0]!.expires.toISOString() };
  }

  /**
   * The attempt is counted before the password is looked at, in one statement: guesses sent at once cannot all pass.
   * Names are kept as hashes, since people type passwords into the wrong field.
   *
   * @returns the seconds to wait, or null when the attempt may go on
   */
  async #countAttempt(attempt: Buffer): Promise<number | null> {
    const { rows } = await this.pool.query<{ attempts: number; wait: number }>(
      `INSERT INTO access.sign_in_attempts AS t (attempt_hash, window_started, attempts) VALUES ($1, now(), 1)
       ON CONFLICT (attempt_hash) DO UPDATE SET
         window_started = CASE WHEN t.window_started <= now() - make_interval(mins => $2) THEN now() ELSE t.window_started END,
         attempts = CASE WHEN t.window_started <= now() - make_interval(mins => $2) THEN 1 ELSE t.attempts + 1 END
       RETURNING attempts,
         ceil(extract(epoch FROM window_started + make_interval(mins => $2) - now()))::int AS wait`,
      [attempt, attemptWindowMinutes],
    );
    const { attempts, wait } = rows[0]!;
    return attempts > attemptsAllowed ? wait : null;
  }

  async #clearAttempts(attempt: Buffer): Promise<void> {
    await this.pool.query('DELETE FROM access.sign_in_attempts WHERE attempt_hash = $1', [attempt]);
  }

  async #dropExpired(): Promise<void> {
    // Two sign-ins at once would meet on the same rows in different orders; each leaves what the other has.
    await this.pool.query(
      `DELETE FROM access.sessions WHERE token_hash IN
         (SELECT token_hash FROM access.sessions WHERE expires <= now() FOR UPDATE SKIP LOCKED)`,
    );
    await this.pool.query(
      `DELETE FROM access.sign_in_attempts WHERE attempt_hash IN
         (SELECT attempt_hash FROM access.sign_in_attempts
          WHERE window_started <= now() - make_interval(mins => $1) FOR UPDATE SKIP LOCKED)`,
      [attemptWindowMinutes],
    );
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
