import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each of the casework's followers of the log has acted; what it did is in the log itself. */
export class CreateFollowers1795420000000 implements MigrationInterface {
  readonly name = 'CreateFollowers1795420000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA casework');
    await db.query('CREATE TABLE casework.followers (name text PRIMARY KEY, acted_to numeric NOT NULL)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA casework CASCADE');
  }
}
