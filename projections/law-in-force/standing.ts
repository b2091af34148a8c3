import type { Calendar } from '@redress/deadlines/calendar/calendar.js';
import { addDays, type PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ClockFact, ClockState, ClockStatus } from '@redress/deadlines/clock/clock.js';
import { readOn } from '@redress/deadlines/clock/derive-clocks.js';

/** A clock's status as lists, boards and files show it: `dueSoon` is running with at most three calendar days left. */
export type Standing = ClockStatus | 'dueSoon';

export const standings: readonly Standing[] = [
  'running',
  'dueSoon',
  'paused',
  'late',
  'met',
  'metLate',
  'ended',
  'endedLate',
  'cannotTell',
];

const soonDays = 3;

/** The last day whose deadlines are near on `today`. */
export function soonUntil(today: PlainDate): PlainDate {
  return addDays(today, soonDays);
}

/** What a list keeps of a clock: all but the explanation, which the case file has. */
export type ListedClock = Omit<ClockFact, 'explanation'>;

export function listedClock(fact: ClockFact): ListedClock {
  // Not by spreading: the explanation is worked out when it is read.
  const { rule, pack, caseKind, title, subject, run, state, unit, startedOn, dueOn, cautiousDueOn, pausedOn } = fact;
  const { remaining, stoppedOn, endedOn, dueAt, stoppedLate, endedLate, provisional, effect, duty, mark } = fact;
  return {
    ...{ rule, pack, caseKind, title, subject, run, state, unit, startedOn, dueOn, cautiousDueOn, pausedOn },
    ...{ remaining, stoppedOn, endedOn, dueAt, stoppedLate, endedLate, provisional, effect, duty, mark },
  };
}

export interface ClockToday {
  readonly status: Standing;
  /** In the clock's unit, negative when over; null once stopped, ended or not to be told. */
  readonly daysLeft: number | null;
}

/** A clock on a day. @param calendar null where none is known: then no days can be counted */
export function clockToday(clock: ListedClock, today: PlainDate, calendar: Calendar | null): ClockToday {
  if (calendar === null) return { status: 'cannotTell', daysLeft: null };
  const { status, daysLeft } = readOn(clock as ClockFact, today, calendar);
  const soon = status === 'running' && clock.dueOn !== null && clock.dueOn <= soonUntil(today);
  return { status: soon ? 'dueSoon' : status, daysLeft };
}

const unfinished: ReadonlySet<ClockState> = new Set(['open', 'paused', 'cannotTell']);

/**
 * Of the clocks which have not stopped the one due first, one without a date last; a term that awaits a party's act only where
 * no office owes any.
 */
export function mostUrgent(clocks: readonly ClockFact[]): ClockFact | null {
  const due = ({ duty, dueOn }: ClockFact) => `${duty} ${dueOn ?? '9999-12-31'}`;
  return clocks
    .filter(({ state }) => unfinished.has(state))
    .reduce<ClockFact | null>((first, clock) => (first === null || due(clock) < due(first) ? clock : first), null);
}
