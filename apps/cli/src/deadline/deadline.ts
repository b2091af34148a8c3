import { type Calendar, type Computed, parseCalendar } from '@redress/deadlines/calendar/calendar.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { releaseCalendar } from '@redress/casework/reference/release-files.js';
import type { Answer } from '../answer.js';
import { BadArgument } from '../arguments.js';
import { type DeadlineAsked, readDeadline } from './asked.js';
import { explainDeadline } from './explain-deadline.js';

export const usage = `redress deadline --from 日期 --add 10wd|30d|3m [--roll none|next-working-day]
                 [--known-at 日期 [--axis notice|data]] [--json]

  --from      起算日，当日不计入（民法典第201条） · the day from which it is counted, itself not counted
  --add       期限：wd 工作日，d 日，m 月；负数为倒推 · wd working days, d days, m months; backwards when negative
  --roll      末日遇休息日：不顺延，或顺延至其后第一个工作日；默认 none
              a last day on a day off: kept, or the first working day after it; none by default
  --known-at  按该日已知的放假安排计算 · with the calendar as it was known on that day
  --axis      notice 以国务院通知为准（默认），data 以公开数据为准
              what the State Council had ordered by then (default), or what the open data held then
`;

/** `redress deadline`: a date counted from another, with the calendar of the release. @throws BadArgument */
export async function deadline(words: readonly string[]): Promise<Answer> {
  const asked = readDeadline(words);
  const calendar = parseCalendar((await releaseCalendar()).document);
  const computed = compute(asked, asked.knownAt === null ? calendar : calendar.knownAt(asked.knownAt, asked.axis));
  return { json: shape(computed), lines: explainDeadline(asked, computed) };
}

function compute({ from, count, unit, roll }: DeadlineAsked, calendar: Calendar): Computed {
  const rule = roll === 'none' ? 'none' : 'nextWorkday';
  try {
    switch (unit) {
      case 'wd':
        return workingDays(calendar, from, count, rule);
      case 'd':
        return calendar.addCalendarDays(from, count, rule);
      case 'm':
        return calendar.addMonths(from, count, rule);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadArgument('--add', {
      zh: `自${from}起算超出0001年至9999年`,
      en: `counted from ${from} it leaves the years 0001 to 9999`,
    });
  }
}

/** Working days end on one, so there is nothing to roll but zero of them from a day off. */
function workingDays(calendar: Calendar, from: PlainDate, count: number, roll: 'none' | 'nextWorkday'): Computed {
  if (count !== 0 || roll === 'none') return calendar.addWorkingDays(from, count);
  const rolled = calendar.rolled(from, roll);
  return { ...rolled, readings: { makeUpCounts: rolled.due, makeUpOff: rolled.due } };
}

function shape({ due, raw, readings, provisional, calendar, counted, skipped }: Computed) {
  return {
    due,
    raw,
    readings: { makeUpCounts: readings.makeUpCounts, makeUpOff: readings.makeUpOff },
    provisional,
    calendar,
    counted,
    skipped: skipped.map(({ date, why, source }) => ({ date, why, source })),
  };
}
