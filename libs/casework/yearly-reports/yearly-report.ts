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

/** Whose it is, and on which year. */
interface OfYear {
  readonly office: OfficeRef;
  readonly year: number;
}

/** That a report was made. Who recorded it stands in `meta.actor`. */
export interface ReportMadeData extends OfYear {
  /** The day on which it was published or handed in. */
  readonly madeOn: PlainDate;
  /** Where it can be read: title and number of the document, or its address. */
  readonly document: string;
}

/** That it was recorded by mistake. */
export interface ReportTakenBackData extends OfYear {
  readonly task: YearlyTask;
  /** Why; it stays in the log, so it names nobody. */
  readonly reason: string;
}

const madeTypes = {
  disclosure: 'OverdueSumsDisclosed',
  yearlyReport: 'YearlyReportMade',
} as const satisfies Record<YearlyTask, string>;

export type YearlyReportEvent =
  | { readonly type: (typeof madeTypes)[YearlyTask]; readonly data: ReportMadeData }
  | { readonly type: 'YearlyReportTakenBack'; readonly data: ReportTakenBackData };

export const yearlyReportSchemas: Readonly<Record<YearlyReportEvent['type'], number>> = {
  OverdueSumsDisclosed: 1,
  YearlyReportMade: 1,
  YearlyReportTakenBack: 1,
};

/** What of a year was reported, as its stream tells. */
export type ReportsOfYear = Readonly<Partial<Record<YearlyTask, ReportMade>>>;

export interface ReportMade extends Pick<ReportMadeData, 'madeOn' | 'document'> {
  readonly by: string;
  /** ISO 8601. */
  readonly recordedAt: string;
}

type Told = Pick<RecordedEvent, 'type' | 'data' | 'recordedAt'> & {
  readonly meta: Pick<RecordedEvent['meta'], 'actor'>;
};

export function evolveReports(reports: ReportsOfYear, { type, data, meta, recordedAt }: Told): ReportsOfYear {
  if (type === 'YearlyReportTakenBack') {
    const { task } = data as unknown as ReportTakenBackData;
    const { [task]: _, ...others } = reports;
    return others;
  }
  const task = yearlyTasks.find((one) => madeTypes[one] === type);
  if (task === undefined) return reports;
  const { madeOn, document } = data as unknown as ReportMadeData;
  return { ...reports, [task]: { madeOn, document, by: meta.actor.name, recordedAt } };
}

export type ReportCommand =
  | ({ readonly name: 'makeReport'; readonly task: YearlyTask } & ReportMadeData)
  | ({ readonly name: 'takeBackReport' } & ReportTakenBackData);

/** A field at fault; without one, what was done before stands in the way. */
export interface ReportRefusal {
  readonly code: 'yearNotEnded' | 'reportedBeforeYearEnded' | 'dateInFuture' | 'alreadyReported' | 'notReported';
  readonly field?: 'year' | 'madeOn';
  readonly params?: Readonly<Record<string, string | number>>;
}

export type ReportDecision = { readonly refusal: ReportRefusal } | { readonly event: YearlyReportEvent };

/** @param today in Shanghai */
export function decideReport(command: ReportCommand, reports: ReportsOfYear, today: PlainDate): ReportDecision {
  const made = reports[command.task];
  if (command.name === 'takeBackReport') {
    const { name: _, ...data } = command;
    return made === undefined
      ? { refusal: { code: 'notReported' } }
      : { event: { type: 'YearlyReportTakenBack', data } };
  }
  const { name: _, task, ...data } = command;
  const { year, madeOn } = data;
  if (made !== undefined) return { refusal: { code: 'alreadyReported', params: { on: made.madeOn } } };
  const ended = `${year}-12-31`;
  if (today <= ended) return { refusal: { code: 'yearNotEnded', field: 'year', params: { year } } };
  if (madeOn > today) return { refusal: { code: 'dateInFuture', field: 'madeOn' } };
  if (madeOn <= ended) return { refusal: { code: 'reportedBeforeYearEnded', field: 'madeOn', params: { year } } };
  return { event: { type: madeTypes[task], data } };
}
