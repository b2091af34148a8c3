import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';

/** The kind of respondent, as the kinds of case that ask for it have it; the empty text where none does. */
export function respondentType(kind: KindName, file: unknown): string {
  const { claim, complaint } = file as Partial<Record<'claim' | 'complaint', { respondent?: { unitType?: string } }>>;
  return (kind === 'overduePayment' ? claim : complaint)?.respondent?.unitType ?? '';
}
