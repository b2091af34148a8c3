import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agents, respondents and service specialists sign in; attempts are counted by account and address together. */
export class WidenRoles1795399200000 implements MigrationInterface {
  readonly name = 'WidenRoles1795399200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE access.accounts
        DROP CONSTRAINT accounts_role_check,
        DROP CONSTRAINT a_role_has_what_it_needs,
        ADD CONSTRAINT accounts_role_check CHECK (role IN
          ('sme', 'agent', 'respondent', 'serviceSpecialist', 'intakeOfficer', 'handlingOfficer', 'mediator',
           'departmentHead', 'supervisor', 'operator')),
        ADD CONSTRAINT a_role_has_what_it_needs CHECK (CASE
          WHEN role IN ('sme', 'agent', 'respondent')
            THEN num_nonnulls(company_name, credit_code) = 2 AND num_nonnulls(officer, office, district) = 0
          WHEN role = 'operator' THEN num_nonnulls(company_name, credit_code, officer, office, district) = 0
          ELSE num_nonnulls(officer, office) = 2 AND num_nonnulls(company_name, credit_code) = 0
        END)`);
    await db.query('ALTER TABLE access.sign_in_attempts RENAME COLUMN name_hash TO attempt_hash');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE access.sign_in_attempts RENAME COLUMN attempt_hash TO name_hash');
    await db.query(`
      ALTER TABLE access.accounts
        DROP CONSTRAINT accounts_role_check,
        DROP CONSTRAINT a_role_has_what_it_needs,
        ADD CONSTRAINT accounts_role_check CHECK (role IN
          ('sme', 'intakeOfficer', 'handlingOfficer', 'mediator', 'departmentHead', 'supervisor', 'operator')),
        ADD CONSTRAINT a_role_has_what_it_needs CHECK (CASE role
          WHEN 'sme' THEN num_nonnulls(company_name, credit_code) = 2 AND num_nonnulls(officer, office, district) = 0
          WHEN 'operator' THEN num_nonnulls(company_name, credit_code, officer, office, district) = 0
          ELSE num_nonnulls(officer, office) = 2 AND num_nonnulls(company_name, credit_code) = 0
        END)`);
  }
}
