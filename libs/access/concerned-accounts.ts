import type { ClientBase, Pool } from 'pg';
import type { OfficerRole } from '@redress/organisation/office.js';
import { accountColumns, accountFrom, type AccountRow } from './account-rows.js';
import type { Account, CompanyRole } from './account.js';

/** Who a matter concerns, by the parts people take in it: the accounts behind them may change from day to day. */
export interface Concerned {
  readonly officers?: readonly string[];
  readonly companies?: readonly { readonly role: CompanyRole; readonly creditCode: string }[];
  /** Everybody of a role in an office. */
  readonly desks?: readonly { readonly office: string; readonly role: OfficerRole }[];
}

/** Each account once, by name. */
export async function accountsConcerned(
  db: Pool | ClientBase,
  { officers = [], companies = [], desks = [] }: Concerned,
): Promise<readonly Account[]> {
  const { rows } = await db.query<AccountRow>(
    `SELECT ${accountColumns} FROM access.accounts a
     WHERE a.officer = ANY ($1)
       OR (a.role, a.credit_code) IN (SELECT * FROM unnest($2::text[], $3::text[]))
       OR (a.office, a.role) IN (SELECT * FROM unnest($4::text[], $5::text[]))
     ORDER BY a.name`,
    [
      officers,
      companies.map(({ role }) => role),
      companies.map(({ creditCode }) => creditCode),
      desks.map(({ office }) => office),
      desks.map(({ role }) => role),
    ],
  );
  return rows.map(accountFrom);
}
