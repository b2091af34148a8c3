import type { ClaimMatch } from '@redress/deadlines/interest/check-claim.js';
import { SCOPES } from '@redress/deadlines/interest/conventions.js';
import type { InterestSegment, InterestSheet } from '@redress/deadlines/interest/interest.js';
import { both, labelled } from '../answer.js';
import type { InterestAsked } from './asked.js';

/** The sheet for people: the sum, every segment with its source, and the conventions which no rule fixes (invariant 14). */
export function printSheet(
  asked: InterestAsked,
  sheet: InterestSheet,
  matches: readonly ClaimMatch[] | null,
): readonly string[] {
  const lines = [
    labelled('利息合计 Interest', `${sheet.interest} ${sheet.currency}`),
    labelled('尚欠本金 Principal left', `${sheet.principalLeft} ${sheet.currency}`),
    labelled('未付利息 Interest left', `${sheet.interestLeft} ${sheet.currency}`),
    labelled('算法 Conventions', both(sheet.conventions)),
  ];
  if (sheet.provisional)
    lines.push(
      labelled('注意 Note', '暂定：所用LPR之后的公布值尚未核实 · provisional: later LPR publications are not verified'),
    );
  if (sheet.otherScope !== null)
    lines.push(
      labelled(
        '另一口径 Other scope',
        `${sheet.otherScope.interest}（${both(SCOPES[sheet.otherScope.temporalScope])}）`,
      ),
    );
  lines.push('', ...sheet.segments.flatMap(printSegment));
  for (const { on, amount } of asked.input.payments)
    if (on > asked.input.to)
      lines.push(`${on} 付款 ${amount} 在计息期之后，未计入 · paid after the period, not in this sheet`);
  return matches === null ? lines : [...lines, '', ...printMatches(asked.claimed as string, matches)];
}

function printSegment(segment: InterestSegment): readonly string[] {
  const { from, to, days, principal, rate, per, multiplier, dayCount, rateSource, interest } = segment;
  const times = multiplier === '1' ? '' : ` × ${multiplier}`;
  const base = dayCount === 'none' ? '' : ` / ${dayCount}`;
  const period = per === 'day' ? '日 a day' : '年 a year';
  return [
    `${from} – ${to}  ${days}天 days  ${principal} × ${rate}% ${period}${times}${base} = ${interest}`,
    `    ${both(rateSource)}`,
  ];
}

function printMatches(claimed: string, matches: readonly ClaimMatch[]): readonly string[] {
  if (matches.length === 0)
    return [`主张的 ${claimed} 不符合任何通行算法 · no convention in use gives the ${claimed} claimed`];
  return [
    `主张的 ${claimed} 符合下列算法 · the ${claimed} claimed is given by`,
    ...matches.map(({ convention, interest }) => `  ${interest}  ${both(convention)}`),
  ];
}
