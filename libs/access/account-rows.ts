import type { Pool } from 'pg';
import { companyRoles, type Account, type CompanyRole, type NewAccount } from './account.js';

/** Lower case, so that no two names differ by case alone. */
export const accountNamePattern = /^[a-z0-9][a-z0-9._-]{0,99}$/;

/** A row of access.accounts; the table's checks hold what the union above says. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: Account['role'];
  readonly person_zh: string;
  readonly person_en: string;
  readonly officer: string | null;
  readonly office: string | null;
  readonly district: string | null;
  readonly company_name: string | null;
  readonly credit_code: string | null;
  readonly demonstration: boolean;
}

/** The columns of an `AccountRow` from access.accounts as `a`. */
export const accountColumns =
  'a.id, a.name, a.role, a.person_zh, a.person_en, a.officer, a.office, a.district, a.company_name, a.credit_code, a.demonstration';

export function accountFrom(row: AccountRow): Account {
  const person = { zh: row.person_zh, en: row.person_en };
  const any = { id: row.id, name: row.name, person, demonstration: row.demonstration };
  if (row.role === 'operator') return { ...any, role: row.role };
  const { role } = row;
  if (isCompanyRole(role)) return { ...any, role, company: { name: row.company_name!, creditCode: row.credit_code! } };
  return { ...any, role, officer: row.officer!, office: row.office!, district: row.district };
}

function isCompanyRole(role: Account['role']): role is CompanyRole {
  return companyRoles.some((one) => one === role);
}

/**
 * Adds the accounts whose names are free and leaves those which are taken as they are, so that two starters at once
 * agree. The database chooses the ids.
 */
export async function addAccounts(
  pool: Pool,
  accounts: readonly (NewAccount & { readonly passwordHash: string })[],
): Promise<void> {
  for (const account of accounts) {
    const official = 'officer' in account ? account : null;
    const company = 'company' in account ? account.company : null;
    await pool.query(
      `INSERT INTO access.accounts
         (name, password_hash, role, person_zh, person_en, officer, office, district, company_name, credit_code, demonstration)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (name) DO NOTHING`,
      [
        account.name,
        account.passwordHash,
        account.role,
        account.person.zh,
        account.person.en,
        official?.officer ?? null,
        official?.office ?? null,
        official?.district ?? null,
        company?.name ?? null,
        company?.creditCode ?? null,
        account.demonstration,
      ],
    );
  }
}

export async function accountsNamed(pool: Pool, names: readonly string[]): Promise<readonly Account[]> {
  const { rows } = await pool.query<AccountRow>(
    `SELECT ${accountColumns} FROM access.accounts a WHERE a.name = ANY ($1) ORDER BY a.name`,
    [names],
  );
  return rows.map(accountFrom);
}
