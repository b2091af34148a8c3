import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was told to whom, by which way, and how far the log has been gone through for it. The queue itself is
 * graphile-worker's own schema, which the worker brings up to date at its start.
 */
export class CreateNotices1795430000000 implements MigrationInterface {
  readonly name = 'CreateNotices1795430000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA notices');
    // What stood in the log before there were notices is told to nobody.
    await db.query('CREATE TABLE notices.follower (one boolean PRIMARY KEY CHECK (one), acted_to bigint NOT NULL)');
    await db.query('INSERT INTO notices.follower SELECT true, position FROM es.counter');
    // An event from which nobody could be told anything: another release may know it.
    await db.query(`
      CREATE TABLE notices.parked (
        event_id uuid PRIMARY KEY,
        stream text NOT NULL,
        position bigint NOT NULL,
        error text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`
      CREATE TABLE notices.notices (
        id uuid PRIMARY KEY,
        account uuid NOT NULL REFERENCES access.accounts ON DELETE CASCADE,
        topic text NOT NULL,
        case_id uuid,
        case_number text,
        -- Of the event; null for a date which draws near.
        position bigint,
        stream text NOT NULL,
        -- JSON; what is sealed in the event is sealed here.
        facts text NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz
      )`);
    await db.query('CREATE INDEX notices_of_account ON notices.notices (account, at DESC, id DESC)');
    await db.query('CREATE INDEX unread_notices ON notices.notices (account) WHERE read_at IS NULL');
    await db.query(`
      CREATE TABLE notices.deliveries (
        notice uuid NOT NULL REFERENCES notices.notices ON DELETE CASCADE,
        channel text NOT NULL,
        account uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'collected', 'sent', 'refused', 'dropped', 'dead')),
        -- The day's digest it is in.
        digest date,
        attempts integer NOT NULL DEFAULT 0,
        error text,
        queued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        settled_at timestamptz,
        PRIMARY KEY (notice, channel)
      )`);
    await db.query(`
      CREATE INDEX unsettled_deliveries ON notices.deliveries (state, account, queued_at)
      WHERE state IN ('queued', 'collected', 'dead')`);
    await db.query(`
      CREATE TABLE notices.preferences (
        account uuid PRIMARY KEY REFERENCES access.accounts ON DELETE CASCADE,
        language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
        mail text NOT NULL CHECK (mail IN ('each', 'daily', 'off')),
        mail_address text,
        -- The address, where a server said that there is nobody of it.
        mail_refused text,
        sms boolean NOT NULL,
        phone text,
        phone_refused text,
        muted text[] NOT NULL
      )`);
    await db.query(`
      CREATE TABLE notices.feeds (
        account uuid PRIMARY KEY REFERENCES access.accounts ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        created timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA notices CASCADE');
  }
}
