import { plainDate, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { InterestRefused } from '@redress/deadlines/interest/exact.js';
import type { DayCount, InterestInput, RateBasis } from '@redress/deadlines/interest/interest.js';

/** What is said of a sheet: of the basis, what its kind asks for (the door sees to that). */
export interface SentSheet {
  readonly principal: string;
  readonly from: string;
  readonly to: string;
  readonly endInclusive: boolean;
  readonly basis: SentBasis;
  readonly multiplier: string;
  readonly dayCount: DayCount;
  readonly compounding: 'none' | 'monthly';
  readonly payments: readonly { readonly on: string; readonly amount: string }[];
  readonly allocation: 'interestFirst' | 'principalFirst';
}

interface SentBasis {
  readonly kind: Exclude<RateBasis['kind'], 'halfYearly'>;
  readonly rate?: string;
  readonly per?: 'year' | 'day';
  readonly source?: string;
  readonly contractDate?: string | null;
  readonly temporalScope?: 'segment' | 'contractDate';
  readonly before?: 'none' | 'lprFloating' | 'lprAtBreach';
}

/** The input of the calculation, in yuan. @throws InterestRefused */
export function sheetInput({ from, to, payments, basis, ...sent }: SentSheet): InterestInput {
  return {
    ...sent,
    currency: 'CNY',
    from: plainDate(from),
    to: plainDate(to),
    payments: payments.map(({ on, amount }) => ({ on: plainDate(on), amount })),
    basis: rateBasis(basis),
  };
}

function rateBasis(basis: SentBasis): RateBasis {
  const contractDate = basis.contractDate ? plainDate(basis.contractDate) : null;
  const { rate = '0', per = 'year', source = '', temporalScope = 'segment', before = 'none' } = basis;
  switch (basis.kind) {
    case 'fixed':
      return { kind: 'fixed', rate, per, source: { zh: source, en: source } };
    case 'statutory':
      return { kind: 'statutory', temporalScope, contractDate, before };
    case 'agreed':
      return { kind: 'agreed', rate, contractDate: needed(contractDate), temporalScope };
    case 'lprAtContract':
      return { kind: 'lprAtContract', contractDate: needed(contractDate) };
    case 'lprAtBreach':
    case 'lprFloating':
    case 'delayedPerformance':
      return { kind: basis.kind };
  }
}

function needed(contractDate: PlainDate | null): PlainDate {
  if (contractDate === null) throw new InterestRefused('contractDate', 'this basis needs the contract date');
  return contractDate;
}
