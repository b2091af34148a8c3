import { parseCalendar } from '@redress/deadlines/calendar/calendar.js';
import { calculateInterest } from '@redress/deadlines/interest/calculate-interest.js';
import { checkClaim, type ClaimMatch } from '@redress/deadlines/interest/check-claim.js';
import { InterestRefused } from '@redress/deadlines/interest/exact.js';
import type { InterestSheet } from '@redress/deadlines/interest/interest.js';
import { parseLprSeries } from '@redress/deadlines/interest/lpr-series.js';
import { releaseCalendar, releaseLpr } from '@redress/casework/reference/release-files.js';
import { type Answer, both } from '../answer.js';
import { BadArgument } from '../arguments.js';
import { type InterestAsked, readInterest } from './asked.js';
import { printSheet } from './print-sheet.js';

export const usage = `redress interest --principal 本金
                 (--due 到期日 --until 日期 | --from 日期 --to 日期 --ends inclusive|exclusive)
                 [--basis statutory|agreed|lpr-at-contract|lpr-at-breach|lpr-floating | --rate 3.45 [--per year|day]]
                 [--contract-date 日期] [--agreed-rate 3.45] [--temporal-scope segment|contract-date]
                 [--before-2020-09-01 lpr-floating|lpr-at-breach|none] [--multiplier 1.5]
                 [--day-count 365|360|actual|months] [--payment 日期:金额 …]
                 [--allocation interest-first|principal-first] [--claimed 主张金额] [--json]

  --due        自到期日次日起计息，至 --until 当日 · from the day after it, up to and with --until
  --basis      statutory 每日万分之五（默认） · 0.05% a day (default)；agreed 约定利率 · the agreed rate
  --claimed    核对主张的金额符合哪种算法 · which convention gives the sum claimed
`;

/** `redress interest`: the sheet of one debt, with the LPR of the release. @throws BadArgument */
export async function interest(words: readonly string[]): Promise<Answer> {
  const asked = readInterest(words);
  const [calendarFile, lprFile] = await Promise.all([releaseCalendar(), releaseLpr()]);
  const [calendar, lpr] = [parseCalendar(calendarFile.document), parseLprSeries(lprFile.document)];
  const { input, claimed, dueOn } = asked;
  const { sheet, matches } = refusalsNamed(asked, () => ({
    sheet: calculateInterest(input, lpr, calendar),
    matches: claimed === null ? null : checkClaim(claimed, input, lpr, calendar, dueOn),
  }));
  return { json: shape(sheet, matches), lines: printSheet(asked, sheet, matches) };
}

function refusalsNamed<T>({ optionOf }: InterestAsked, calculate: () => T): T {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof InterestRefused)) throw error;
    const option = `--${optionOf[error.field] ?? error.field}`;
    throw new BadArgument(option, { zh: '无法据此计算', en: error.message });
  }
}

function shape(sheet: InterestSheet, matches: readonly ClaimMatch[] | null) {
  return {
    interest: sheet.interest,
    principalLeft: sheet.principalLeft,
    provisional: sheet.provisional,
    segments: sheet.segments.map((segment) => ({
      from: segment.from,
      to: segment.to,
      days: segment.days,
      principal: segment.principal,
      rate: segment.rate,
      per: segment.per,
      multiplier: segment.multiplier,
      dayCount: segment.dayCount,
      rateSource: both(segment.rateSource),
      interest: segment.interest,
    })),
    ...(matches === null
      ? {}
      : { matches: matches.map(({ convention, interest: sum }) => ({ convention: both(convention), interest: sum })) }),
  };
}
