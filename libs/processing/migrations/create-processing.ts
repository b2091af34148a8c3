import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What processors remember: builds of views, how far each has read, what it parked, who holds which lease. */
export class CreateProcessing1763710000000 implements MigrationInterface {
  readonly name = 'CreateProcessing1763710000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA processing');
    await db.query('CREATE SCHEMA views');
    await db.query(`
      CREATE TABLE processing.builds (
        view text COLLATE "C" NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        build integer NOT NULL CHECK (build > 0),
        schema_name text COLLATE "C" NOT NULL UNIQUE,
        schema_hash text NOT NULL,
        tables text[] NOT NULL,
        state text NOT NULL CHECK (state IN ('filling', 'serving')),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        served_at timestamptz,
        PRIMARY KEY (view, version, build)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX one_build_of_a_view_serves ON processing.builds (view) WHERE state = 'serving'`);
    await db.query(`
      CREATE TABLE processing.checkpoints (
        view text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        build integer NOT NULL,
        position bigint NOT NULL CHECK (position >= 0),
        moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        polled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (view, version, build),
        FOREIGN KEY (view, version, build) REFERENCES processing.builds ON DELETE CASCADE
      ) WITH (fillfactor = 50)`);
    await db.query(`
      CREATE TABLE processing.parked (
        view text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        build integer NOT NULL,
        position bigint NOT NULL,
        stream text COLLATE "C" NOT NULL,
        event_id uuid NOT NULL,
        error text,
        parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (view, version, build, position),
        FOREIGN KEY (view, version, build) REFERENCES processing.builds ON DELETE CASCADE
      )`);
    await db.query(
      `COMMENT ON COLUMN processing.parked.error IS 'null: held back behind an earlier event of its stream'`,
    );
    await db.query('CREATE INDEX parked_streams ON processing.parked (view, version, build, stream, position)');
    await db.query(`
      CREATE VIEW views.parked_streams AS
      SELECT p.view, p.stream, min(p.position) AS since_position, min(p.parked_at) AS since,
        (array_agg(p.error ORDER BY p.position))[1] AS error, count(*)::integer AS events
      FROM processing.parked p JOIN processing.builds b USING (view, version, build)
      WHERE b.state = 'serving' GROUP BY p.view, p.stream`);
    await db.query(`
      CREATE TABLE processing.leases (
        name text COLLATE "C" PRIMARY KEY,
        owner text NOT NULL,
        token bigint NOT NULL,
        expires_at timestamptz NOT NULL
      ) WITH (fillfactor = 50)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA views CASCADE');
    await db.query('DROP SCHEMA processing CASCADE');
  }
}
