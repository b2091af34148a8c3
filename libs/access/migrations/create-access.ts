import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccess1795305600200 implements MigrationInterface {
  readonly name = 'CreateAccess1795305600200';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA access');
    await db.query(`
      CREATE TABLE access.accounts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
        password_hash text NOT NULL,
        role text NOT NULL CHECK (role IN
          ('sme', 'intakeOfficer', 'handlingOfficer', 'mediator', 'departmentHead', 'supervisor', 'operator')),
        person_zh text NOT NULL,
        person_en text NOT NULL,
        officer text,
        office text,
        district text,
        company_name text,
        credit_code text,
        demonstration boolean NOT NULL,
        created timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT a_role_has_what_it_needs CHECK (CASE role
          WHEN 'sme' THEN num_nonnulls(company_name, credit_code) = 2 AND num_nonnulls(officer, office, district) = 0
          WHEN 'operator' THEN num_nonnulls(company_name, credit_code, officer, office, district) = 0
          ELSE num_nonnulls(officer, office) = 2 AND num_nonnulls(company_name, credit_code) = 0
        END)
      )`);
    await db.query(`
      CREATE TABLE access.sessions (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        account uuid NOT NULL REFERENCES access.accounts,
        created timestamptz NOT NULL DEFAULT now(),
        expires timestamptz NOT NULL,
        last_seen timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ON access.sessions (expires)');
    await db.query(`
      CREATE TABLE access.sign_in_attempts (
        name_hash bytea PRIMARY KEY CHECK (length(name_hash) = 32),
        window_started timestamptz NOT NULL,
        attempts integer NOT NULL
      )`);
    await db.query(`
      CREATE TABLE access.reads (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_id uuid NOT NULL,
        case_number text NOT NULL,
        account uuid NOT NULL REFERENCES access.accounts,
        role text NOT NULL,
        office text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        what text NOT NULL
      )`);
    await db.query('CREATE INDEX ON access.reads (case_id, id)');
    await db.query(`
      CREATE FUNCTION access.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'access.reads is append-only';
      END $$`);
    await db.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.reads
      FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA access CASCADE');
  }
}
