import type { Actor } from '@redress/event-store/port.js';
import type { Bilingual, OfficerRole } from '@redress/organisation/office.js';

interface AnyAccount {
  /** UUID. */
  readonly id: string;
  /** What one signs in with. */
  readonly name: string;
  readonly person: Bilingual;
  readonly demonstration: boolean;
}

/** Whose part a company's account takes: its own as complainant, another's as agent, or the respondent's. */
export const companyRoles = ['sme', 'agent', 'respondent'] as const;
export type CompanyRole = (typeof companyRoles)[number];

export interface CompanyAccount extends AnyAccount {
  readonly role: CompanyRole;
  readonly company: Company;
}

export interface OfficialAccount extends AnyAccount {
  readonly role: OfficerRole;
  /** Officer and office of the organisation. */
  readonly officer: string;
  readonly office: string;
  /** Division code the account's jurisdiction is confined to; null for the whole city. */
  readonly district: string | null;
}

export interface OperatorAccount extends AnyAccount {
  readonly role: 'operator';
}

export type Account = CompanyAccount | OfficialAccount | OperatorAccount;

/** An account which has no id yet. */
export type NewAccount = Omit<CompanyAccount, 'id'> | Omit<OfficialAccount, 'id'> | Omit<OperatorAccount, 'id'>;

export interface Company {
  readonly name: string;
  /** Unified social credit code, 18 characters. */
  readonly creditCode: string;
}

export function isOfCompany(account: Account): account is CompanyAccount {
  return companyRoles.some((role) => role === account.role);
}

export function isOfficial(account: Account): account is OfficialAccount {
  return !isOfCompany(account) && account.role !== 'operator';
}

/**
 * Who the events say it was: an officer by the id the organisation knows, anyone else by the account's. A company is named by
 * its own name: who acted for it is the account's to know, and is no part of the log.
 */
export function actorOf(account: Account): Actor {
  const { role, person } = account;
  if (isOfCompany(account)) {
    const { name, creditCode } = account.company;
    return { id: account.id, name, role, organisation: creditCode };
  }
  if (!isOfficial(account)) return { id: account.id, name: person.zh, role, organisation: null };
  return { id: account.officer, name: person.zh, role, organisation: account.office };
}
