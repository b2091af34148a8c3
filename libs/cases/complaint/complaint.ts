import type { Money } from '../shared/money.js';
import type { Complainant, Contact, UnitType } from '../shared/party.js';
import type { EvidenceRef } from '../shared/reference.js';

/** 涉企收费, 中介交易, 政策落实"最后一公里", 公平竞争, 不正当竞争, 人身财产权益, 轻微违法免罚, 其他: 沪经信企〔2021〕1130号 三(三), 五(三). */
export const categories = [
  'businessCharges',
  'intermediary',
  'policyLastMile',
  'fairCompetition',
  'unfairCompetition',
  'personAndProperty',
  'penaltyExemption',
  'other',
] as const;

export type Category = (typeof categories)[number];

/** Who is complained of: beside those of a payment claim, an association that takes fees and an agency that sells services. */
export const respondentTypes = [
  'stateOrgan',
  'publicInstitution',
  'stateOwnedFirm',
  'largeFirm',
  'otherFirm',
  'association',
  'intermediaryAgency',
  'unknown',
] as const satisfies readonly (UnitType | 'association' | 'intermediaryAgency' | 'unknown')[];

export interface Respondent {
  readonly name: string;
  /** Null where the complainant does not know it. */
  readonly creditCode: string | null;
  readonly unitType: (typeof respondentTypes)[number];
  readonly address: string | null;
  readonly contact: Contact | null;
}

/** A policy that was promised and, so it is said, not kept (Private Economy Promotion Law, Art. 70). */
export interface PolicyLead {
  readonly title: string;
  readonly documentNumber: string | null;
  /** Who made the promise. */
  readonly issuer: string;
  readonly promise: string;
}

/** Something the firm had to pay; charges are numbered from 1. */
export interface Charge {
  readonly charge: number;
  readonly item: string;
  /** PlainDate. */
  readonly chargedOn: string;
  readonly amount: Money;
  readonly receipt: string | null;
}

export interface Complaint {
  readonly category: Category;
  readonly complainant: Complainant;
  readonly respondent: Respondent;
  readonly title: string;
  readonly facts: string;
  readonly request: string;
  /** Set for `policyLastMile`, null otherwise. */
  readonly policy: PolicyLead | null;
  /** At least one for `businessCharges`; an intermediary's fee may stand here too. */
  readonly charges: readonly Charge[];
  readonly evidence: readonly EvidenceRef[];
  readonly promises: { readonly noOtherForum: true; readonly truth: true; readonly signatory: string };
}

/**
 * By whose rules the complaint is taken: the SME service centres' (SHB Art. 49), the hotline's (1515), or the measures of
 * the market regulators for complaints and reports (市场监督管理投诉举报处理暂行办法). The law packs choose their clocks by it.
 */
export type ServiceChannel = 'smeServiceCentre' | 'hotline12345' | 'marketRegulation';

/** 一般, 疑难: SHB Art. 49¶2; the hotline's simple and complex. */
export type Grade = 'general' | 'hard';
