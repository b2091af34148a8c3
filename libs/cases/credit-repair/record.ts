import type { Complainant } from '../shared/party.js';
import type { EvidenceRef } from '../shared/reference.js';

/** Who made the record: market regulation has a track of its own (S107); the others' go through Credit China. */
export interface RecordingBody {
  readonly name: string;
  readonly kind: 'marketRegulation' | 'other';
  /** Where it sits: a record made in Shanghai comes under the Shanghai regulations too. */
  readonly place: 'shanghai' | 'elsewhere';
}

export const recordKinds = ['penalty', 'abnormalList', 'seriousList', 'otherList'] as const;
export const conductClasses = ['minor', 'general', 'serious'] as const;
export const recordForms = [
  'simpleProcedure',
  'warningOnly',
  'criticismOnly',
  'fine',
  'confiscation',
  'licenceRevoked',
  'tradeBan',
  'listing',
  'other',
] as const;
export const recordFields = ['general', 'food', 'drugs', 'specialEquipment', 'workSafety', 'fire'] as const;

/** 轻微, 一般, 严重. */
export type ConductClass = (typeof conductClasses)[number];

/** The bad-credit record (失信信息) which is to be repaired. */
export interface CreditRecord {
  readonly body: RecordingBody;
  readonly kind: (typeof recordKinds)[number];
  readonly documentNumber: string;
  /** PlainDate on which the document made its finding. */
  readonly foundOn: string;
  /** PlainDate from which it is shown; null where the applicant does not know it. */
  readonly publishedOn: string | null;
  readonly class: ConductClass;
  readonly form: (typeof recordForms)[number];
  readonly field: (typeof recordFields)[number];
  readonly content: string;
  /** Body and place of registration lie in different provinces. */
  readonly crossProvince: boolean;
}

/** The ruling which approves the plan or the settlement: who asks in bankruptcy asks with it. */
export interface CourtRuling {
  readonly court: string;
  readonly caseNumber: string;
  readonly approves: 'reorganisationPlan' | 'settlement';
  readonly ruledOn: string;
}

/** The repair notice that came with the penalty decision (两书同达). */
export interface RepairNotice {
  readonly number: string;
  readonly servedOn: string;
}

export interface RepairRequest {
  readonly applicant: Complainant;
  readonly record: CreditRecord;
  /** Null on the ordinary way. */
  readonly ruling: CourtRuling | null;
  readonly notice: RepairNotice | null;
  /** What was done to correct, and the duties performed. */
  readonly corrections: string;
  readonly materials: readonly EvidenceRef[];
  /** 信用承诺, made in public: the materials are true, and the applicant will bear liability. */
  readonly promise: {
    readonly truth: true;
    readonly liability: true;
    readonly inPublic: true;
    readonly signatory: string;
  };
}
