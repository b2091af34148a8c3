import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a parked event was recorded: what was known of its stream before that moment can still be told. */
export class TimeParked1795436000000 implements MigrationInterface {
  readonly name = 'TimeParked1795436000000';

  async up(db: QueryRunner): Promise<void> {
    // Of those parked before, it is not known: nothing of their streams can be told.
    await db.query(`ALTER TABLE processing.parked ADD recorded_at timestamptz NOT NULL DEFAULT '-infinity'`);
    await db.query('ALTER TABLE processing.parked ALTER recorded_at DROP DEFAULT');
    await db.query(`
      CREATE OR REPLACE VIEW views.parked_streams AS
      SELECT p.view, p.stream, min(p.position) AS since_position, min(p.parked_at) AS since,
        (array_agg(p.error ORDER BY p.position))[1] AS error, count(*)::integer AS events,
        min(p.recorded_at) AS recorded_at
      FROM processing.parked p JOIN processing.builds b USING (view, version, build)
      WHERE b.state = 'serving' GROUP BY p.view, p.stream`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP VIEW views.parked_streams');
    await db.query(`
      CREATE VIEW views.parked_streams AS
      SELECT p.view, p.stream, min(p.position) AS since_position, min(p.parked_at) AS since,
        (array_agg(p.error ORDER BY p.position))[1] AS error, count(*)::integer AS events
      FROM processing.parked p JOIN processing.builds b USING (view, version, build)
      WHERE b.state = 'serving' GROUP BY p.view, p.stream`);
    await db.query('ALTER TABLE processing.parked DROP recorded_at');
  }
}
