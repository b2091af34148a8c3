import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A checkpoint a slot, with what a bulk fill and the work on a new law need to go on after a crash. Views are made from
 * the log: those of the layout before are dropped, and the next worker fills them anew.
 */
export class WorkInSlots1795405000000 implements MigrationInterface {
  readonly name = 'WorkInSlots1795405000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ DECLARE old text; BEGIN
        FOR old IN SELECT schema_name FROM processing.builds LOOP
          EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', old);
        END LOOP;
      END $$`);
    await db.query('DELETE FROM processing.builds');
    await db.query(`
      ALTER TABLE processing.builds
        DROP CONSTRAINT builds_state_check,
        ADD CONSTRAINT builds_state_check CHECK (state IN ('filling', 'following', 'serving')),
        ADD COLUMN fill_to bigint,
        ADD COLUMN fill_after text COLLATE "C",
        ADD COLUMN filled bigint NOT NULL DEFAULT 0,
        ADD COLUMN indexes text[],
        ADD COLUMN rebuild boolean NOT NULL DEFAULT false`);
    await db.query(`
      COMMENT ON COLUMN processing.builds.fill_after IS 'the last stream whose rows are in, in the order of names'`);
    await db.query(`COMMENT ON COLUMN processing.builds.indexes IS 'DDL, taken off until the fill is done'`);
    await db.query('DROP TABLE processing.checkpoints');
    await db.query(`
      CREATE TABLE processing.checkpoints (
        view text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        build integer NOT NULL,
        slot integer NOT NULL CHECK (slot BETWEEN 0 AND 15),
        position bigint NOT NULL CHECK (position >= 0),
        -- Rises whenever somebody begins to work on the slot: who began before cannot commit any more.
        epoch bigint NOT NULL DEFAULT 0,
        -- While open subjects are derived anew, up to which event of the law, and the last subject done.
        anew_to bigint,
        anew_after text COLLATE "C",
        moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (view, version, build, slot),
        FOREIGN KEY (view, version, build) REFERENCES processing.builds ON DELETE CASCADE
      ) WITH (fillfactor = 20)`);
    await db.query(`
      CREATE TABLE processing.reports (
        view text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        build integer NOT NULL,
        worker text NOT NULL,
        slots integer[] NOT NULL,
        polled_at timestamptz NOT NULL,
        -- Whatever the log learnt before this moment is in the rows of these slots.
        read_to timestamptz,
        failing_since timestamptz,
        error text,
        PRIMARY KEY (view, version, build, worker),
        FOREIGN KEY (view, version, build) REFERENCES processing.builds ON DELETE CASCADE
      ) WITH (fillfactor = 50)`);
    await db.query(`
      ALTER TABLE processing.parked DROP CONSTRAINT parked_pkey,
        ADD PRIMARY KEY (view, version, build, stream, position)`);
    await db.query('DROP INDEX processing.parked_streams');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DELETE FROM processing.builds');
    await db.query('DROP TABLE processing.reports, processing.checkpoints');
  }
}
