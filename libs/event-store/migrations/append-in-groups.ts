import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Appends of many commands in one statement, and of one. Both take the counter's row first and hold it until their
 * commit: whoever appends is alone, so that no two appends block each other whatever streams they move, positions
 * become visible in order, and a rollback gives them back (invariant 3). The statements after it see what the last
 * holder committed. recorded_at is read while holding it and never goes back (invariant 15).
 */
export class AppendInGroups1795383000000 implements MigrationInterface {
  readonly name = 'AppendInGroups1795383000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION es.append');
    await this.createAppend(db);
    await this.createAppendGroup(db);
    // Beside the triggers (invariant 5). An owner can revoke from itself; a superuser is bound by the triggers alone.
    await db.query('REVOKE UPDATE, DELETE, TRUNCATE ON es.events FROM PUBLIC, CURRENT_USER');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The log of events is never dropped (invariant 5).'));
  }

  /**
   * Moves one stream from the head its hashes were computed on (null: no stream) and records its events; no row when
   * the head is another. `append_group` with one command does the same, a third slower.
   */
  private async createAppend(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION es.append(
        of_stream text, head_revision bigint, head_hash bytea, next_revision bigint, next_hash bytea,
        revisions bigint[], ids uuid[], types text[], schemas integer[], datas text[], metas text[], hashes bytea[]
      ) RETURNS TABLE (last_position bigint, at timestamptz) LANGUAGE plpgsql AS $$
      DECLARE
        before bigint;
      BEGIN
        SELECT position, greatest(recorded_at, clock_timestamp()) INTO before, at FROM es.counter FOR UPDATE;

        IF head_revision IS NULL THEN
          INSERT INTO es.streams (stream, revision, hash) VALUES (of_stream, next_revision, next_hash)
          ON CONFLICT DO NOTHING;
        ELSE
          UPDATE es.streams SET revision = next_revision, hash = next_hash
          WHERE stream = of_stream AND revision = head_revision AND hash = head_hash;
        END IF;
        IF NOT FOUND THEN RETURN; END IF;

        last_position := before + cardinality(ids);
        UPDATE es.counter SET position = last_position, recorded_at = at;
        IF cardinality(ids) = 1 THEN
          INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
          VALUES (last_position, of_stream, next_revision, ids[1], types[1], schemas[1], datas[1], metas[1],
            next_hash, at);
        ELSE
          INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
          SELECT before + e.n, of_stream, e.revision, e.id, e.type, e.schema, e.data, e.meta, e.hash, at
          FROM unnest(revisions, ids, types, schemas, datas, metas, hashes)
            WITH ORDINALITY AS e (revision, id, type, schema, data, meta, hash, n);
        END IF;
        NOTIFY es_appended;
        RETURN NEXT;
      END $$`);
  }

  /**
   * The same for many streams, each named once: those whose head is another come back in 'refused', the others are
   * recorded in the order given. 'last_position' is that of the last event, or where the log stood.
   */
  private async createAppendGroup(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION es.append_group(
        of_streams text[], head_revisions bigint[], head_hashes bytea[], next_revisions bigint[], next_hashes bytea[],
        event_streams text[], revisions bigint[], ids uuid[], types text[], schemas integer[], datas text[],
        metas text[], hashes bytea[]
      ) RETURNS TABLE (last_position bigint, at timestamptz, refused text[]) LANGUAGE plpgsql AS $$
      DECLARE
        before bigint;
        moved text[] := '{}';
        opened text[] := '{}';
      BEGIN
        SELECT position, greatest(recorded_at, clock_timestamp()) INTO before, at FROM es.counter FOR UPDATE;

        IF array_remove(head_revisions, NULL) <> '{}' THEN
          WITH moves AS (
            UPDATE es.streams AS s SET revision = c.next_revision, hash = c.next_hash
            FROM unnest(of_streams, head_revisions, head_hashes, next_revisions, next_hashes)
              AS c (stream, head_revision, head_hash, next_revision, next_hash)
            WHERE s.stream = c.stream AND s.revision = c.head_revision AND s.hash = c.head_hash
            RETURNING s.stream
          ) SELECT coalesce(array_agg(stream), '{}') INTO moved FROM moves;
        END IF;
        IF array_position(head_revisions, NULL) IS NOT NULL THEN
          WITH opens AS (
            INSERT INTO es.streams (stream, revision, hash)
            SELECT c.stream, c.next_revision, c.next_hash
            FROM unnest(of_streams, head_revisions, next_revisions, next_hashes)
              AS c (stream, head_revision, next_revision, next_hash)
            WHERE c.head_revision IS NULL
            ON CONFLICT DO NOTHING
            RETURNING stream
          ) SELECT coalesce(array_agg(stream), '{}') INTO opened FROM opens;
        END IF;

        IF cardinality(moved) + cardinality(opened) = cardinality(of_streams) THEN
          INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
          SELECT before + e.n, e.stream, e.revision, e.id, e.type, e.schema, e.data, e.meta, e.hash, at
          FROM unnest(event_streams, revisions, ids, types, schemas, datas, metas, hashes)
            WITH ORDINALITY AS e (stream, revision, id, type, schema, data, meta, hash, n);
          last_position := before + cardinality(ids);
        ELSE
          refused := ARRAY(SELECT c.stream FROM unnest(of_streams) AS c (stream)
            WHERE c.stream <> ALL (moved) AND c.stream <> ALL (opened));
          INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
          SELECT before + row_number() OVER (ORDER BY e.n),
            e.stream, e.revision, e.id, e.type, e.schema, e.data, e.meta, e.hash, at
          FROM unnest(event_streams, revisions, ids, types, schemas, datas, metas, hashes)
            WITH ORDINALITY AS e (stream, revision, id, type, schema, data, meta, hash, n)
          WHERE e.stream <> ALL (refused);
          GET DIAGNOSTICS last_position = ROW_COUNT;
          last_position := before + last_position;
        END IF;

        IF last_position > before THEN
          UPDATE es.counter SET position = last_position, recorded_at = at;
          NOTIFY es_appended;
        END IF;
        RETURN NEXT;
      END $$`);
  }
}
