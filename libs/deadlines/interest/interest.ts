import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';

/** A year of 365 or 360 days, each day by its own calendar year, or whole months as twelfths with 360ths for the rest. */
export type DayCount = '365' | '360' | 'actual' | 'months';
export type RatePeriod = 'year' | 'day';
export type Allocation = 'interestFirst' | 'principalFirst';
export type TemporalScope = 'segment' | 'contractDate';
export type Before2020 = 'none' | 'lprFloating' | 'lprAtBreach';

/** Where the rate comes from. Rates are percent as decimal strings. */
export type RateBasis =
  | { readonly kind: 'fixed'; readonly rate: string; readonly per: RatePeriod; readonly source: Text }
  /** Orders 728 Art 15 and 802 Art 17: 0.05 % a day where no rate is agreed, from 2020-09-01. */
  | {
      readonly kind: 'statutory';
      readonly temporalScope: TemporalScope;
      readonly contractDate: PlainDate | null;
      readonly before: Before2020;
    }
  /** The agreed rate, lifted to the LPR of the contract date where it lies below it and the Regulation applies. */
  | {
      readonly kind: 'agreed';
      readonly rate: string;
      readonly contractDate: PlainDate;
      readonly temporalScope: TemporalScope;
    }
  | { readonly kind: 'lprAtContract'; readonly contractDate: PlainDate }
  | { readonly kind: 'lprAtBreach' }
  | { readonly kind: 'lprFloating' }
  /** A reference rate fixed for each half year, plus points (EU, UK): each reference holds from its day on. */
  | { readonly kind: 'halfYearly'; readonly references: readonly Reference[]; readonly points: string }
  /** Interest for delayed performance of a judgment, the doubled part: 0.0175 % a day. */
  | { readonly kind: 'delayedPerformance' };

export interface Reference {
  readonly from: PlainDate;
  readonly rate: string;
}

export interface Payment {
  readonly on: PlainDate;
  readonly amount: string;
}

export interface InterestInput {
  readonly principal: string;
  readonly currency: string;
  /** The first day that bears interest; usually the day after the due date. It is also the day of the breach. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Whether `to` itself bears interest. */
  readonly endInclusive: boolean;
  readonly basis: RateBasis;
  /** For the statutory basis it applies to the fall-back before 2020-09-01 alone. */
  readonly multiplier: string;
  readonly dayCount: DayCount;
  readonly compounding: 'none' | 'monthly';
  /** A payment lowers the balance from the day after it. */
  readonly payments: readonly Payment[];
  readonly allocation: Allocation;
}

/** One stretch with one balance and one rate; `from` and `to` both bear interest. */
export interface InterestSegment {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  readonly principal: string;
  readonly rate: string;
  readonly per: RatePeriod;
  readonly multiplier: string;
  /** `none` for a rate a day, which needs no base. */
  readonly dayCount: DayCount | 'none';
  readonly rateSource: Text;
  readonly provisional: boolean;
  /** Rounded half-up by itself. */
  readonly interest: string;
}

export interface InterestSheet {
  readonly currency: string;
  /** All interest accrued, paid or not: the exact sum, rounded once, half-up. */
  readonly interest: string;
  readonly totalOfRoundedSegments: string;
  readonly principalLeft: string;
  readonly interestLeft: string;
  /** True where a rate is carried past the last publication (lpr.md). */
  readonly provisional: boolean;
  readonly segments: readonly InterestSegment[];
  /** The same claim under the other temporal scope of the Regulation, where the scope is an input. */
  readonly otherScope: { readonly temporalScope: TemporalScope; readonly interest: string } | null;
  readonly conventions: Text;
}
