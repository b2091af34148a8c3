import { addDays, addMonths, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Adjudication } from './adjudication-facts.js';

/**
 * Last days of terms as the decider needs them. Whether such a day is a day off, and rolls, only the calendar of the
 * clocks can say; so the rules forbid what is surely too early or surely too late and leave the days between to the clock.
 */
const longestRoll = 10;

export const surelyOver = (on: string, lastDay: string): boolean => on > addDays(lastDay as PlainDate, longestRoll);

/** Three years from knowing the act and who does it, CNIPA 81, Art. 19. */
export const limitationEnd = (knownOn: string): string => addMonths(knownOn as PlainDate, 36);

/** The day the office set for the defects, Art. 16. */
export const cureEnd = (told: { readonly on: string; readonly days: number }): string =>
  addDays(told.on as PlainDate, told.days);

/** 15 days, 30 with no fixed home in China, and what the panel added, Art. 22. Null before the service. */
export function defenceEnd({ served, defenceDaysAdded }: Adjudication): string | null {
  return served && addDays(served.on as PlainDate, (served.noHomeInChina ? 30 : 15) + defenceDaysAdded);
}

/** The opinion on a mediation, Art. 65. */
export const opinionEnd = (servedOn: string): string => addDays(servedOn as PlainDate, 15);

/** Three working days are at least three days: a notice later than this is surely late (Art. 26). */
export const lastNoticeDay = (hearingOn: string): string => addDays(hearingOn as PlainDate, -3);
