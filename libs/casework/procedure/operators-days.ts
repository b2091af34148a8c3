import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Completing } from '../kernel/casework-kind.js';

/** The last of so many working days after a day; null where there is no such day, or the operator sets no number. */
export function lastDay(
  from: PlainDate | null,
  workingDays: number | null,
  { law }: Pick<Completing<unknown>, 'law'>,
): PlainDate | null {
  return from === null || workingDays === null ? null : law.law.calendar.addWorkingDays(from, workingDays).due;
}
