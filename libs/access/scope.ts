import type { Account } from './account.js';
import { circleOf, namesInCircle, type MarkedPart } from './confidentiality.js';

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
  /** 提级: the office which watches over the case since it was raised. */
  readonly overseer: string | null;
  /** Officer id of who has it in hand: the assigned officer, the mediator. */
  readonly holder: string | null;
  /** The marks of confidentiality that cover the whole file, and the parts of it that bear one. */
  readonly confidential: readonly string[];
  readonly markedParts: readonly MarkedPart[];
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
  readonly confidential: readonly string[];
  readonly markedParts: readonly MarkedPart[];
  readonly overseer: Office | null;
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
    overseer: told.overseer?.id ?? null,
    holder: told.holder?.id ?? null,
    confidential: told.confidential,
    markedParts: told.markedParts,
    district: (handlingOffice ?? acceptingOffice).district,
  };
}

/** By whom a case may be read. */
export interface Reach {
  readonly complainantCode: string;
  readonly agentCode: string | null;
  /** Null while the respondent has not been told of the case. */
  readonly respondentCode: string | null;
  /** Of the offices, who reads it: an office by its id, each once; of a confidential case persons too (`circleOf`). */
  readonly offices: readonly string[];
  readonly district: string | null;
}

export function reachOf(subject: CaseAccess): Reach {
  const { complainantCode, agentCode, respondentTold, respondentCode, confidential, district } = subject;
  return {
    complainantCode,
    agentCode,
    respondentCode: respondentTold ? respondentCode : null,
    offices: circleOf(subject, confidential),
    district,
  };
}

/** The cases an account may read (invariant 16); `scope-sql.ts` says the same to the database. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'complainant' | 'agent' | 'respondent'; readonly creditCode: string }
  | { readonly kind: 'office'; readonly office: string; readonly officer: string; readonly isHead: boolean }
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
      return {
        kind: 'office',
        office: account.office,
        officer: account.officer,
        isHead: account.role === 'departmentHead',
      };
    case 'supervisor':
      return account.district === null ? { kind: 'all' } : { kind: 'district', district: account.district };
    case 'operator':
      return { kind: 'none' };
  }
}

/**
 * The same for boards, ladders, exports and lists of the past, which tell every clock and status there is: what is kept
 * from the respondent in its file would stand there.
 */
export function scopeOfBoards(account: Account): Scope {
  return account.role === 'respondent' ? { kind: 'none' } : scopeOf(account);
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
      return namesInCircle(scope).some((name) => reach.offices.includes(name));
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
