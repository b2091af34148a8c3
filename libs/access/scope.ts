import type { Account } from './account.js';

/** What access needs to know of a case; the case-file view has it, and a lodging gives it before the case exists. */
export interface CaseAccess {
  /** Unified social credit code of the complainant. */
  readonly complainantCode: string;
  readonly acceptingOffice: string;
  /** Null before the transfer (转办). */
  readonly handlingOffice: string | null;
  /** Officer id of the assigned mediator. */
  readonly mediator: string | null;
  /** Division code of the case's district; null while none is determined. */
  readonly district: string | null;
}

/** The cases an account may read (invariant 16); `scope-sql.ts` says the same to the database. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'company'; readonly creditCode: string }
  | { readonly kind: 'acceptingOffice'; readonly office: string }
  | { readonly kind: 'handlingOffice'; readonly office: string }
  | { readonly kind: 'district'; readonly district: string }
  | { readonly kind: 'none' };

export function scopeOf(account: Account): Scope {
  switch (account.role) {
    case 'sme':
      return { kind: 'company', creditCode: account.company.creditCode };
    case 'intakeOfficer':
      return { kind: 'acceptingOffice', office: account.office };
    case 'handlingOfficer':
    case 'mediator':
    case 'departmentHead':
      return { kind: 'handlingOffice', office: account.office };
    case 'supervisor':
      return account.district === null ? { kind: 'all' } : { kind: 'district', district: account.district };
    case 'operator':
      return { kind: 'none' };
  }
}

export function covers(scope: Scope, subject: CaseAccess): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'company':
      return subject.complainantCode === scope.creditCode;
    case 'acceptingOffice':
      return subject.acceptingOffice === scope.office;
    case 'handlingOffice':
      return subject.handlingOffice === scope.office;
    case 'district':
      return subject.district === scope.district;
    case 'none':
      return false;
  }
}

export function mayRead(account: Account, subject: CaseAccess): boolean {
  return covers(scopeOf(account), subject);
}
