/** What the office finds about the respondent's conduct, by code; each rests on an article. */
export type Finding =
  | 'payWhenPaid'
  | 'nonCashForced'
  | 'auditForced'
  | 'depositOutsideTheFourKinds'
  | 'guaranteeLetterRefused'
  | 'depositNotReturned'
  | 'excuseChangeOfRepresentative'
  | 'excuseInternalProcess'
  | 'excuseCompletionFiling'
  | 'excuseFinalAudit';

export interface Article {
  /** Id of the law pack. */
  readonly instrument: 'CN-ORDER-802' | 'CN-ORDER-728' | 'CN-SPC-2024-11';
  readonly article: string;
}

const deposits: ReadonlySet<Finding> = new Set([
  'depositOutsideTheFourKinds',
  'guaranteeLetterRefused',
  'depositNotReturned',
]);

export const isDeposit = (finding: Finding): boolean => deposits.has(finding);

/** Order 728, and Order 802 from 2025-06-01: the same subjects under other numbers. */
const articles: Readonly<Record<Finding, readonly [before: string, since: string]>> = {
  // Order 728 has no such rule: until 2025-05-31 the interpretation alone says it.
  payWhenPaid: ['1', '9¶2'],
  nonCashForced: ['10', '11'],
  auditForced: ['11', '12'],
  depositOutsideTheFourKinds: ['12', '13'],
  guaranteeLetterRefused: ['12', '13'],
  depositNotReturned: ['12', '13'],
  excuseChangeOfRepresentative: ['13', '14'],
  excuseInternalProcess: ['13', '14'],
  excuseCompletionFiling: ['13', '14'],
  excuseFinalAudit: ['13', '14'],
};

export const order802From = '2025-06-01';

/** The article in force on the day of the conduct. */
export function articleOf(finding: Finding, on: string): Article {
  const [before, since] = articles[finding];
  if (on >= order802From) return { instrument: 'CN-ORDER-802', article: since };
  return { instrument: finding === 'payWhenPaid' ? 'CN-SPC-2024-11' : 'CN-ORDER-728', article: before };
}
