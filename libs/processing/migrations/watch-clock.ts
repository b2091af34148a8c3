import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is remembered of the clock, so that nothing fires or is recorded by a wrong one. */
export class WatchClock1795425000000 implements MigrationInterface {
  readonly name = 'WatchClock1795425000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE processing.clock (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        -- The last tick at which the time was right.
        last_at timestamptz,
        -- When it was found to be ahead; null while it is not.
        halted_at timestamptz,
        why text CHECK (why IN ('ranAhead', 'aheadOfLog')),
        confirmed_at timestamptz,
        confirmed_by text
      ) WITH (fillfactor = 50)`);
    await db.query('INSERT INTO processing.clock DEFAULT VALUES');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE processing.clock');
  }
}
