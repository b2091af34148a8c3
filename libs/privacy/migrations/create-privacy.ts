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
        person uuid NOT NULL REFERENCES privacy.keys
      )`);
    await db.query('CREATE INDEX identities_by_person ON privacy.identities (person)');
    await db.query(`
      CREATE TABLE privacy.searched (
        mark bytea NOT NULL,
        person uuid NOT NULL REFERENCES privacy.keys,
        PRIMARY KEY (mark, person)
      )`);
    await db.query('CREATE INDEX searched_by_person ON privacy.searched (person)');
    await db.query(`
      CREATE TABLE privacy.person_streams (
        person uuid NOT NULL REFERENCES privacy.keys,
        stream text COLLATE "C" NOT NULL,
        PRIMARY KEY (person, stream)
      )`);
    await db.query('CREATE INDEX person_streams_by_stream ON privacy.person_streams (stream)');
    await this.createTakeKeys(db);
    await this.createDestroyKey(db);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Keys are destroyed one by one, each for a reason which the log has.'));
  }

  /**
   * Keys in the order asked for, those wrapped by the caller where there were none. `persons`: `[{id, wrapped, identities,
   * searched}]`, `texts`: `[{id, wrapped, place}]`, bytes in hexadecimal.
   *
   * Who makes a person is alone (the second lock), so that two commands with one new person agree. `with_append`: the
   * append which follows is flushed by the same server, and what was written before it with it.
   */
  private async createTakeKeys(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION privacy.take_keys(
        of_stream text, under text, persons jsonb, texts jsonb, with_append boolean
      ) RETURNS TABLE (key_id uuid, key_wrapped bytea) LANGUAGE plpgsql AS $$
      DECLARE
        wanted jsonb;
        known uuid;
        marks bytea[];
      BEGIN
        IF with_append THEN PERFORM set_config('synchronous_commit', 'off', true); END IF;
        PERFORM pg_advisory_xact_lock_shared(hashtext('privacy.master'));
        IF NOT EXISTS (SELECT 1 FROM privacy.vault WHERE master = under) THEN
          RAISE EXCEPTION 'the master key is another' USING ERRCODE = 'RD001';
        END IF;
        IF jsonb_array_length(persons) > 0 THEN
          PERFORM pg_advisory_xact_lock(hashtext('privacy.persons'));
        END IF;
        FOR wanted IN SELECT * FROM jsonb_array_elements(persons) LOOP
          marks := ARRAY(SELECT decode(m, 'hex') FROM jsonb_array_elements_text(wanted -> 'identities') m);
          SELECT i.person INTO known FROM privacy.identities i WHERE i.mark = ANY (marks)
          ORDER BY array_position(marks, i.mark) LIMIT 1;
          IF known IS NULL THEN
            known := (wanted ->> 'id')::uuid;
            INSERT INTO privacy.keys (id, kind, wrapped) VALUES (known, 'person', decode(wanted ->> 'wrapped', 'hex'));
          END IF;
          INSERT INTO privacy.identities (mark, person) SELECT m, known FROM unnest(marks) m ON CONFLICT DO NOTHING;
          INSERT INTO privacy.searched (mark, person)
          SELECT decode(m, 'hex'), known FROM jsonb_array_elements_text(wanted -> 'searched') m ON CONFLICT DO NOTHING;
          INSERT INTO privacy.person_streams (person, stream) VALUES (known, of_stream) ON CONFLICT DO NOTHING;
          RETURN QUERY SELECT k.id, k.wrapped FROM privacy.keys k WHERE k.id = known;
        END LOOP;
        INSERT INTO privacy.keys (id, kind, stream, place, wrapped)
        SELECT (t ->> 'id')::uuid, 'text', of_stream, t ->> 'place', decode(t ->> 'wrapped', 'hex')
        FROM jsonb_array_elements(texts) t ON CONFLICT DO NOTHING;
        RETURN QUERY SELECT k.id, k.wrapped
        FROM jsonb_array_elements(texts) WITH ORDINALITY t (wanted, n) JOIN privacy.keys k ON k.id = (t.wanted ->> 'id')::uuid
        ORDER BY t.n;
      END $$`);
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
