import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which ways the worker tells, for a program beside it which records notices too. */
export class KeepWays1795437000000 implements MigrationInterface {
  readonly name = 'KeepWays1795437000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE notices.follower ADD channels text[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE notices.follower DROP channels');
  }
}
