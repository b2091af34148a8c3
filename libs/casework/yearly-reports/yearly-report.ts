import type { OfficeRef } from '@redress/cases/shared/reference.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { RecordedEvent, StreamName } from '@redress/event-store/port.js';

/** What an office reports on the year before: overdue sums disclosed (Order 802, Art. 18), the yearly report (Art. 22). */
export const yearlyTasks = ['disclosure', 'yearlyReport'] as const;
export type YearlyTask = (typeof yearlyTasks)[number];

/** One stream an office and year. */
export const yearlyReportCategory = 'yearlyReport';
export const yearlyReportStream = (office: string, year: number): StreamName =>
  `${yearlyReportCategory}-${office}-${year}`;

/** Each once in its stream. Who made it stands in `meta.actor`. */
export interface YearlyReportShape {
  readonly office: OfficeRef;
  /** The year reported on. */
  readonly year: number;
  /** The day on which it was published or handed in. */
  readonly madeOn: PlainDate;
  /** Where it can be read: title and number of the document, or its address. */
  readonly document: string;
}

export const yearlyReportTypes = {
  disclosure: 'OverdueSumsDisclosed',
  yearlyReport: 'YearlyReportMade',
} as const satisfies Record<YearlyTask, string>;

export const yearlyReportSchemas: Readonly<Record<(typeof yearlyReportTypes)[YearlyTask], number>> = {
  OverdueSumsDisclosed: 1,
  YearlyReportMade: 1,
};

/** What of a year was reported, as its stream tells. */
export type ReportsOfYear = Readonly<Partial<Record<YearlyTask, ReportMade>>>;

export interface ReportMade extends Pick<YearlyReportShape, 'madeOn' | 'document'> {
  readonly by: string;
  /** ISO 8601. */
  readonly recordedAt: string;
}

type Told = Pick<RecordedEvent, 'type' | 'data' | 'recordedAt'> & {
  readonly meta: Pick<RecordedEvent['meta'], 'actor'>;
};

export function evolveReports(reports: ReportsOfYear, { type, data, meta, recordedAt }: Told): ReportsOfYear {
  const task = yearlyTasks.find((one) => yearlyReportTypes[one] === type);
  if (task === undefined) return reports;
  const { madeOn, document } = data as unknown as YearlyReportShape;
  return { ...reports, [task]: { madeOn, document, by: meta.actor.name, recordedAt } };
}

export interface MakeReport extends YearlyReportShape {
  readonly task: YearlyTask;
}

/** A field at fault; without one, what was done before stands in the way. */
export interface ReportRefusal {
  readonly code: 'yearNotEnded' | 'reportedBeforeYearEnded' | 'dateInFuture' | 'alreadyReported';
  readonly field?: 'year' | 'madeOn';
  readonly params?: Readonly<Record<string, string | number>>;
}

export type ReportDecision =
  | { readonly refusal: ReportRefusal }
  | { readonly event: { readonly type: (typeof yearlyReportTypes)[YearlyTask]; readonly data: YearlyReportShape } };

/** @param today in Shanghai */
export function decideReport({ task, ...data }: MakeReport, reports: ReportsOfYear, today: PlainDate): ReportDecision {
  const { year, madeOn } = data;
  const made = reports[task];
  if (made !== undefined) return { refusal: { code: 'alreadyReported', params: { on: made.madeOn } } };
  const ended = `${year}-12-31`;
  if (today <= ended) return { refusal: { code: 'yearNotEnded', field: 'year', params: { year } } };
  if (madeOn > today) return { refusal: { code: 'dateInFuture', field: 'madeOn' } };
  if (madeOn <= ended) return { refusal: { code: 'reportedBeforeYearEnded', field: 'madeOn', params: { year } } };
  return { event: { type: yearlyReportTypes[task], data } };
}
