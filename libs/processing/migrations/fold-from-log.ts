import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Views keep no states, and a fill is cut into lanes which are filled side by side. Views are made from the log: those of
 * the layout before are dropped, and the next worker fills them anew.
 */
export class FoldFromLog1795427000000 implements MigrationInterface {
  readonly name = 'FoldFromLog1795427000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ DECLARE old text; BEGIN
        FOR old IN SELECT schema_name FROM processing.builds LOOP
          EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', old);
        END LOOP;
      END $$`);
    await db.query('DELETE FROM processing.builds');
    await db.query('ALTER TABLE processing.builds DROP COLUMN fill_after, DROP COLUMN filled');
    await db.query(`
      CREATE TABLE processing.lanes (
        view text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        build integer NOT NULL,
        lane integer NOT NULL,
        -- The last stream whose rows are in, in the order of names; where it begins at first.
        after text COLLATE "C" NOT NULL,
        -- The last stream which is this lane's; null: to the end.
        up_to text COLLATE "C",
        filled bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (view, version, build, lane),
        FOREIGN KEY (view, version, build) REFERENCES processing.builds ON DELETE CASCADE
      ) WITH (fillfactor = 50)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DELETE FROM processing.builds');
    await db.query('DROP TABLE processing.lanes');
    await db.query(`
      ALTER TABLE processing.builds
        ADD COLUMN fill_after text COLLATE "C", ADD COLUMN filled bigint NOT NULL DEFAULT 0`);
  }
}
