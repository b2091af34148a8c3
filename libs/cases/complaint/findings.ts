import type { Money } from '../shared/money.js';
import type { CaseRef, OfficeRef } from '../shared/reference.js';
import type { ConditionFinding, ExemptionResult } from './exemption.js';

/** 政策兑现: whether what a policy promised was kept. */
export interface PolicyCheck {
  /** Of the file, from 1. */
  readonly check: number;
  readonly policy: string;
  readonly documentNumber: string | null;
  readonly promise: string;
  /** Whether the firm meets what the policy asks of it. */
  readonly entitled: boolean;
  readonly found: 'kept' | 'notKept';
  readonly reason: string;
  /** What the body must do, and by when; null where the promise was kept. */
  readonly remedy: { readonly what: string; readonly by: string } | null;
}

/** 收费清单核查: nothing outside the list may be charged (优化营商环境条例 Art. 25; Private Economy Promotion Law, Art. 61¶3). */
export interface ChargeCheck {
  /** Number of the charge complained of. */
  readonly charge: number;
  readonly item: string;
  readonly charged: Money;
  readonly listed: 'listed' | 'aboveList' | 'notListed';
  /** The list looked at, with the date of its version. */
  readonly list: string;
  /** What the list allows; null where it does not name the item. */
  readonly allowed: Money | null;
  /** Charged beyond the list. */
  readonly excess: Money;
  readonly refund: { readonly amount: Money; readonly by: string } | null;
  readonly reason: string;
}

/** 中介服务核查: outside the list, forced, named, or paid by the firm for the body's own work (SHB Art. 28). */
export interface IntermediaryCheck {
  readonly check: number;
  readonly service: string;
  readonly agency: string | null;
  readonly onList: boolean;
  readonly forced: boolean;
  readonly named: boolean;
  readonly bodysOwnWork: boolean;
  readonly breaches: readonly IntermediaryBreach[];
  readonly reason: string;
}

export type IntermediaryBreach = 'notOnList' | 'forced' | 'named' | 'costShifted';

/** 轻微违法免罚: Administrative Penalty Law, Art. 33. */
export interface ExemptionReview {
  /** Number of the penalty decision or the case file looked at. */
  readonly document: string;
  /** Entry of the list of minor violations (轻微违法免罚清单), where it is on one. */
  readonly listEntry: string | null;
  readonly conditions: readonly ConditionFinding[];
  readonly result: ExemptionResult;
  readonly exempted: boolean;
  readonly reason: string;
}

export type CompetitionMatter = 'fairCompetitionReview' | 'unfairCompetition';

/** To the market regulator: 公平竞争审查条例 Art. 22, 反不正当竞争法. */
export interface CompetitionReferral {
  readonly referral: number;
  readonly matter: CompetitionMatter;
  readonly to: OfficeRef;
  /** The measure or the conduct complained of. */
  readonly object: string;
  readonly legalBasis: string;
}

export interface ClusterFinding {
  readonly about: 'body' | 'policy';
  readonly subject: string;
  readonly members: readonly CaseRef[];
  readonly found: string;
  readonly measure: string;
}
