/** Both readings of one name, as the screens show it. */
export interface Name {
  readonly zh: string;
  readonly en: string;
}

/** An office as it was called on the day of the event. */
export interface OfficeRef {
  readonly id: string;
  readonly name: Name;
  /** Division code; null for an office of the whole city. */
  readonly district: string | null;
}

/** 街镇, 区, 市: 沪经信企〔2021〕1130号 五(一). */
export type OfficeLevel = 'city' | 'district' | 'street';

/** How far up a case has come: the level of the office that has it, or the one to which it was raised (提级). */
export type CaseLevel = OfficeLevel | 'jointConference';

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** Another case, by its id and by the number people write. */
export interface CaseRef {
  readonly caseId: string;
  readonly caseNumber: string;
}

export interface EvidenceRef {
  readonly kind: EvidenceKind;
  readonly title: string;
  /** Where the paper is to be found: a file name or a number in the office's own register. */
  readonly reference: string;
}

export type EvidenceKind =
  | 'licence'
  | 'contract'
  | 'delivery'
  | 'workAcceptance'
  | 'statement'
  | 'invoice'
  | 'reminder'
  | 'correspondence'
  | 'other';
