import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log. `data` and `meta` are canonical JSON as text, never jsonb: they are the bytes the chain covers (invariant 6).
 * Streams and categories compare byte by byte (collation "C").
 */
export class CreateEventStore1763700000000 implements MigrationInterface {
  readonly name = 'CreateEventStore1763700000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA es');
    await db.query(`
      CREATE TABLE es.counter (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        position bigint NOT NULL,
        recorded_at timestamptz NOT NULL
      ) WITH (fillfactor = 10)`);
    await db.query(`INSERT INTO es.counter (position, recorded_at) VALUES (0, '-infinity')`);
    await db.query(`
      CREATE TABLE es.streams (
        stream text COLLATE "C" PRIMARY KEY,
        category text COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(stream, '-', 1)) STORED,
        revision bigint NOT NULL CHECK (revision >= 0),
        hash bytea NOT NULL CHECK (octet_length(hash) = 32)
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE TABLE es.events (
        position bigint PRIMARY KEY CHECK (position > 0),
        stream text COLLATE "C" NOT NULL,
        revision bigint NOT NULL CHECK (revision >= 0),
        id uuid NOT NULL,
        type text COLLATE "C" NOT NULL,
        schema integer NOT NULL CHECK (schema > 0),
        data text NOT NULL,
        meta text NOT NULL,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        recorded_at timestamptz NOT NULL,
        category text COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(stream, '-', 1)) STORED,
        CONSTRAINT events_stream_revision_key UNIQUE (stream, revision),
        CONSTRAINT events_id_key UNIQUE (id)
      )`);
    await db.query('CREATE INDEX events_category_position ON es.events (category, position)');
    await this.refuseChanges(db);
    await this.createAppend(db);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The log of events is never dropped (invariant 5).'));
  }

  /** Invariant 5. ENABLE ALWAYS: the triggers fire for a session in the role of a replica as well. */
  private async refuseChanges(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION es.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'events are never changed or deleted: % refused', TG_OP USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`
      CREATE TRIGGER events_are_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON es.events
      FOR EACH STATEMENT EXECUTE FUNCTION es.refuse_change()`);
    await db.query('ALTER TABLE es.events ENABLE ALWAYS TRIGGER events_are_immutable');
  }

  /**
   * Moves one stream from the head the hashes were computed on (null: no stream) and records its events; no row when
   * the head is another. Locks are taken in one order, the stream's row and then the counter's, so that no two appends
   * block each other; whoever holds the counter holds it until its commit, so that positions become visible in order
   * and a rollback gives them back (invariant 3). recorded_at is read while holding it and never goes back (15).
   */
  private async createAppend(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION es.append(
        of_stream text, head_revision bigint, head_hash bytea,
        ids uuid[], types text[], schemas integer[], datas text[], metas text[], hashes bytea[]
      ) RETURNS TABLE (last_position bigint, at timestamptz) LANGUAGE plpgsql AS $$
      DECLARE
        n integer := cardinality(ids);
        first_revision bigint := coalesce(head_revision + 1, 0);
      BEGIN
        IF head_revision IS NULL THEN
          INSERT INTO es.streams (stream, revision, hash) VALUES (of_stream, n - 1, hashes[n]) ON CONFLICT DO NOTHING;
        ELSE
          UPDATE es.streams SET revision = head_revision + n, hash = hashes[n]
          WHERE stream = of_stream AND revision = head_revision AND hash = head_hash;
        END IF;
        IF NOT FOUND THEN RETURN; END IF;

        PERFORM 1 FROM es.counter FOR UPDATE;
        UPDATE es.counter SET position = position + n, recorded_at = greatest(recorded_at, clock_timestamp())
        RETURNING position, recorded_at INTO last_position, at;

        INSERT INTO es.events (position, stream, revision, id, type, schema, data, meta, hash, recorded_at)
        SELECT last_position - n + i, of_stream, first_revision + i - 1,
          ids[i], types[i], schemas[i], datas[i], metas[i], hashes[i], at
        FROM generate_series(1, n) AS i;

        PERFORM pg_notify('es_appended', '');
        RETURN NEXT;
      END $$`);
  }
}
