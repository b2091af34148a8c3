import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys for many commands in one statement, those wrapped by the caller where there were none: of the persons in the order asked
 * for, then of the texts in any.
 * `persons`: `[{stream, id, wrapped, identities, searched}]`, `texts`: `[{stream, id, wrapped, place}]`, bytes in hexadecimal.
 *
 * Who makes persons is alone (the second lock), so that two commands with one new person agree. `with_append`: the append
 * which follows is flushed by the same server, and what was written before it with it. Plans made while the tables are small
 * would scan them for ever: no sequential scans.
 */
export class TakeKeys1795415000000 implements MigrationInterface {
  readonly name = 'TakeKeys1795415000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION IF EXISTS privacy.take_keys');
    await db.query(`
      CREATE FUNCTION privacy.take_keys(under text, persons jsonb, texts jsonb, with_append boolean)
      RETURNS TABLE (key_id uuid, key_wrapped bytea) LANGUAGE plpgsql SET enable_seqscan = off AS $$
      DECLARE
        wanted jsonb;
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
          SELECT i.person INTO key_id FROM privacy.identities i WHERE i.mark = ANY (marks)
          ORDER BY array_position(marks, i.mark) LIMIT 1;
          IF FOUND THEN
            SELECT k.wrapped INTO key_wrapped FROM privacy.keys k WHERE k.id = key_id;
          ELSE
            key_id := (wanted ->> 'id')::uuid;
            key_wrapped := decode(wanted ->> 'wrapped', 'hex');
            INSERT INTO privacy.keys (id, kind, wrapped) VALUES (key_id, 'person', key_wrapped);
          END IF;
          WITH told AS (
            INSERT INTO privacy.identities (mark, person) SELECT m, key_id FROM unnest(marks) m ON CONFLICT DO NOTHING
          ), found AS (
            INSERT INTO privacy.searched (mark, person)
            SELECT decode(m, 'hex'), key_id FROM jsonb_array_elements_text(wanted -> 'searched') m ON CONFLICT DO NOTHING
          )
          INSERT INTO privacy.person_streams (person, stream) VALUES (key_id, wanted ->> 'stream') ON CONFLICT DO NOTHING;
          RETURN NEXT;
        END LOOP;

        IF jsonb_array_length(texts) = 0 THEN RETURN; END IF;
        INSERT INTO privacy.keys (id, kind, stream, place, wrapped)
        SELECT (t ->> 'id')::uuid, 'text', t ->> 'stream', t ->> 'place', decode(t ->> 'wrapped', 'hex')
        FROM jsonb_array_elements(texts) t ON CONFLICT DO NOTHING;
        -- Anew, in a snapshot which has what another command, sent twice at once, made meanwhile.
        RETURN QUERY
        SELECT k.id, k.wrapped FROM privacy.keys k
        WHERE k.id = ANY (ARRAY(SELECT (t ->> 'id')::uuid FROM jsonb_array_elements(texts) t));
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION privacy.take_keys');
  }
}
