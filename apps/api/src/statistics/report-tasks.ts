import { addDays, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ReportTaskResponse } from './statistics.dto.js';

const order802 = { zh: '保障中小企业款项支付条例（国务院令第802号）', en: 'Payment regulation, Order 802' };

/**
 * What has to be reported on a year, in the year after: the disclosure of overdue sums by 31 March (Order 802, Art. 18, with
 * Shanghai's notice of June 2025), and the yearly report to the government (Art. 22), for which the text names no day.
 */
export function reportTasks(year: number, today: PlainDate): readonly ReportTaskResponse[] {
  const dueOn = `${year + 1}-03-31` as PlainDate;
  const report = (task: ReportTaskResponse['task']) => `/api/statistics/reports/${task}/${year}`;
  return [
    {
      task: 'disclosure',
      year,
      title: { zh: '逾期尚未支付中小企业款项信息公开', en: 'Disclosure of overdue sums owed to SMEs' },
      dueOn,
      instrument: order802,
      article: '18',
      mark: 'secondary',
      standing: standingOf(dueOn, today),
      report: report('disclosure'),
    },
    {
      task: 'yearlyReport',
      year,
      title: { zh: '逾期尚未支付情况年度报告', en: 'Yearly report on overdue payment' },
      dueOn: null,
      instrument: order802,
      article: '22',
      mark: 'confirmed',
      standing: null,
      report: report('yearlyReport'),
    },
  ];
}

const soonDays = 30;

function standingOf(dueOn: PlainDate, today: PlainDate): 'running' | 'dueSoon' | 'past' {
  if (today > dueOn) return 'past';
  return dueOn <= addDays(today, soonDays) ? 'dueSoon' : 'running';
}
