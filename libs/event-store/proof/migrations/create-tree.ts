import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole-log tree (invariant 6): its signed heads, and the roots of its complete subtrees of 256 leaves, 65,536 leaves
 * and so on, by which a head costs the new leaves only and a proof a few reads.
 */
export class CreateTree1795390000000 implements MigrationInterface {
  readonly name = 'CreateTree1795390000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE es.tree_heads (
        size bigint PRIMARY KEY CHECK (size > 0),
        position bigint NOT NULL CHECK (position >= size),
        root_hash bytea NOT NULL CHECK (octet_length(root_hash) = 32),
        at timestamptz NOT NULL,
        key_id bytea NOT NULL CHECK (octet_length(key_id) = 32),
        signature bytea NOT NULL CHECK (octet_length(signature) = 64)
      )`);
    await db.query(`
      CREATE TABLE es.tree_nodes (
        level smallint NOT NULL CHECK (level > 0 AND level % 8 = 0),
        index bigint NOT NULL CHECK (index >= 0),
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        PRIMARY KEY (level, index)
      )`);
    await db.query(`
      CREATE FUNCTION es.refuse_tree_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the tree over the log is never changed: % refused', TG_OP USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of ['tree_heads', 'tree_nodes']) {
      await db.query(`
        CREATE TRIGGER ${table}_are_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON es.${table}
        FOR EACH STATEMENT EXECUTE FUNCTION es.refuse_tree_change()`);
      await db.query(`ALTER TABLE es.${table} ENABLE ALWAYS TRIGGER ${table}_are_immutable`);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The signed tree heads are never dropped.'));
  }
}
