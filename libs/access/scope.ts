import type { Account } from './account.js';

/** What access needs to know of a case; its kind tells it, and a lodging gives it before the case exists. */
export interface CaseAccess {
  /** Unified social credit codes; null where the case has no such party, or its code is not known. */
  readonly complainantCode: string;
  readonly agentCode: string | null;
  readonly respondentCode: string | null;
  /** Nothing of the case is shown to the respondent before it was told of it. */
  readonly respondentTold: boolean;
  readonly acceptingOffice: string;
  /** Null before the transfer (转办). */
  readonly handlingOffice: string | null;
  readonly coHandlingOffices: readonly string[];
  /** 首接负责: the officer who stays answerable, and their office. */
  readonly firstContact: string | null;
  readonly firstContactOffice: string | null;
  /** Officer id of who has it in hand: the assigned officer, the mediator. */
  readonly holder: string | null;
  /** Division code of the office it lies with; null for an office of the whole city. */
  readonly district: string | null;
}

interface Office {
  readonly id: string;
  readonly district: string | null;
}

/** What a case of any kind tells of itself, as far as access asks. */
interface ToldOfItself {
  readonly complainant: { readonly creditCode: string };
  readonly respondent: { readonly creditCode: string | null } | null;
  readonly respondentTold: boolean;
  readonly agentCode: string | null;
  readonly acceptingOffice: Office;
  readonly handlingOffice: Office | null;
  readonly coHandlingOffices: readonly Office[];
  readonly firstContact: { readonly id: string } | null;
  readonly firstContactOffice: Office | null;
  readonly holder: { readonly id: string } | null;
}

export function accessOf(told: ToldOfItself): CaseAccess {
  const { acceptingOffice, handlingOffice } = told;
  return {
    complainantCode: told.complainant.creditCode,
    agentCode: told.agentCode,
    respondentCode: told.respondent?.creditCode ?? null,
    respondentTold: told.respondentTold,
    acceptingOffice: acceptingOffice.id,
    handlingOffice: handlingOffice?.id ?? null,
    coHandlingOffices: told.coHandlingOffices.map(({ id }) => id),
    firstContact: told.firstContact?.id ?? null,
    firstContactOffice: told.firstContactOffice?.id ?? null,
    holder: told.holder?.id ?? null,
    district: (handlingOffice ?? acceptingOffice).district,
  };
}

/** By whom a case may be read. */
export interface Reach {
  readonly complainantCode: string;
  readonly agentCode: string | null;
  /** Null while the respondent has not been told of the case. */
  readonly respondentCode: string | null;
  /** Every office that has to do with it, each once. */
  readonly offices: readonly string[];
  readonly district: string | null;
}

export function reachOf(subject: CaseAccess): Reach {
  const { complainantCode, agentCode, acceptingOffice, handlingOffice, coHandlingOffices, firstContactOffice } =
    subject;
  const offices = [acceptingOffice, handlingOffice, ...coHandlingOffices, firstContactOffice];
  return {
    complainantCode,
    agentCode,
    respondentCode: subject.respondentTold ? subject.respondentCode : null,
    offices: [...new Set(offices)].filter((office) => office !== null),
    district: subject.district,
  };
}

/** The cases an account may read (invariant 16); `scope-sql.ts` says the same to the database. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'complainant' | 'agent' | 'respondent'; readonly creditCode: string }
  | { readonly kind: 'office'; readonly office: string }
  | { readonly kind: 'district'; readonly district: string }
  | { readonly kind: 'none' };

export function scopeOf(account: Account): Scope {
  switch (account.role) {
    case 'sme':
      return { kind: 'complainant', creditCode: account.company.creditCode };
    case 'agent':
    case 'respondent':
      return { kind: account.role, creditCode: account.company.creditCode };
    case 'serviceSpecialist':
    case 'intakeOfficer':
    case 'handlingOfficer':
    case 'mediator':
    case 'departmentHead':
      return { kind: 'office', office: account.office };
    case 'supervisor':
      return account.district === null ? { kind: 'all' } : { kind: 'district', district: account.district };
    case 'operator':
      return { kind: 'none' };
  }
}

export function covers(scope: Scope, reach: Reach): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'complainant':
      return reach.complainantCode === scope.creditCode;
    case 'agent':
      return reach.agentCode === scope.creditCode;
    case 'respondent':
      return reach.respondentCode === scope.creditCode;
    case 'office':
      return reach.offices.includes(scope.office);
    case 'district':
      return reach.district === scope.district;
    case 'none':
      return false;
  }
}

export function mayRead(account: Account, reach: Reach): boolean {
  return covers(scopeOf(account), reach);
}

/** A reach as the rows of views keep it, for `scope-sql.ts`. */
export function reachColumns({ complainantCode, agentCode, respondentCode, offices, district }: Reach) {
  return {
    complainant_code: complainantCode,
    agent_code: agentCode,
    told_respondent: respondentCode,
    offices,
    district,
  };
}
