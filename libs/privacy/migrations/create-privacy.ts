import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys and who they belong to. Nothing here says what is sealed: that stands in the log, and opens with the key alone. */
export class CreatePrivacy1795400000000 implements MigrationInterface {
  readonly name = 'CreatePrivacy1795400000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA privacy');
    await db.query(`
      CREATE TABLE privacy.vault (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        -- Id of the master key under which the index key and all keys are kept.
        master text NOT NULL,
        index_key bytea NOT NULL,
        -- Position of the log up to which the keys of the forgotten are destroyed.
        erased_to bigint NOT NULL DEFAULT 0
      )`);
    await db.query(`
      CREATE TABLE privacy.keys (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('person', 'text')),
        -- Of a text: where it stands. A person stands in many places.
        stream text COLLATE "C",
        place text,
        -- Null: destroyed.
        wrapped bytea,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        destroyed_at timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
        CHECK ((kind = 'text') = (stream IS NOT NULL AND place IS NOT NULL))
      )`);
    await db.query('CREATE INDEX keys_by_stream ON privacy.keys (stream) WHERE stream IS NOT NULL');
    await db.query(`
      CREATE TABLE privacy.identities (
        mark bytea PRIMARY KEY,
        person uuid NOT NULL
      )`);
    await db.query('CREATE INDEX identities_by_person ON privacy.identities (person)');
    await db.query(`
      CREATE TABLE privacy.searched (
        mark bytea NOT NULL,
        person uuid NOT NULL,
        PRIMARY KEY (mark, person)
      )`);
    await db.query('CREATE INDEX searched_by_person ON privacy.searched (person)');
    await db.query(`
      CREATE TABLE privacy.person_streams (
        person uuid NOT NULL,
        stream text COLLATE "C" NOT NULL,
        PRIMARY KEY (person, stream)
      )`);
    await db.query('CREATE INDEX person_streams_by_stream ON privacy.person_streams (stream)');
    await this.createDestroyKey(db);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Keys are destroyed one by one, each for a reason which the log has.'));
  }

  /** The key, and every mark by which the person could be found or told again. */
  private async createDestroyKey(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION privacy.destroy_key(of_key uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('privacy.persons'));
        DELETE FROM privacy.identities WHERE person = of_key;
        DELETE FROM privacy.searched WHERE person = of_key;
        UPDATE privacy.keys SET wrapped = NULL, destroyed_at = clock_timestamp()
        WHERE id = of_key AND wrapped IS NOT NULL;
      END $$`);
  }
}
