import { addDays, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ReportMade, ReportsOfYear, YearlyTask } from '@redress/casework/yearly-reports/yearly-report.js';
import type { ReportTaskResponse } from './report-tasks.dto.js';

const order802 = { zh: '保障中小企业款项支付条例（国务院令第802号）', en: 'Payment regulation, Order 802' };

/**
 * What an office has to report on a year, in the year after: the disclosure of overdue sums by 31 March (Order 802, Art. 18,
 * with Shanghai's notice of June 2025), and the yearly report to the government (Art. 22), for which the text names no day.
 */
export function reportTasks(
  office: ReportTaskResponse['office'],
  year: number,
  today: PlainDate,
  made: ReportsOfYear,
  mayMark: boolean,
): readonly ReportTaskResponse[] {
  const dueOn = `${year + 1}-03-31` as PlainDate;
  const of = (task: YearlyTask, due: PlainDate | null) => ({
    task,
    office,
    year,
    instrument: order802,
    dueOn: due,
    state: stateOf(due, today, made[task]),
    done: made[task] ?? null,
    mayTakeBack: mayMark && made[task] !== undefined,
    mayMark: mayMark && made[task] === undefined && today.slice(0, 4) > String(year),
    report: `/api/statistics/reports/${task}/${year}`,
  });
  return [
    {
      ...of('disclosure', dueOn),
      title: { zh: '逾期尚未支付中小企业款项信息公开', en: 'Disclosure of overdue sums owed to SMEs' },
      article: '18',
      mark: 'secondary',
    },
    {
      ...of('yearlyReport', null),
      title: { zh: '逾期尚未支付情况年度报告', en: 'Yearly report on overdue payment' },
      article: '22',
      mark: 'confirmed',
    },
  ];
}

const soonDays = 30;

function stateOf(dueOn: PlainDate | null, today: PlainDate, made: ReportMade | undefined): ReportTaskResponse['state'] {
  if (made !== undefined) return dueOn !== null && made.madeOn > dueOn ? 'doneLate' : 'done';
  if (dueOn === null) return 'open';
  if (today > dueOn) return 'late';
  return dueOn <= addDays(today, soonDays) ? 'dueSoon' : 'open';
}
