import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was due and could not be done, and how the work by the clock goes: for whoever tries again, and for an operator. */
export class HoldBackTimers1795435000000 implements MigrationInterface {
  readonly name = 'HoldBackTimers1795435000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE processing.timers (
        timer text PRIMARY KEY,
        -- The last look at what is due that came to its end.
        completed_at timestamptz,
        failing_since timestamptz,
        error text
      ) WITH (fillfactor = 50);
      CREATE TABLE processing.held_back (
        timer text NOT NULL,
        subject text COLLATE "C" NOT NULL,
        key text COLLATE "C" NOT NULL,
        reason text NOT NULL,
        tries integer NOT NULL,
        since timestamptz NOT NULL,
        tried_at timestamptz NOT NULL,
        again_at timestamptz NOT NULL,
        PRIMARY KEY (timer, subject, key)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE processing.held_back; DROP TABLE processing.timers');
  }
}
