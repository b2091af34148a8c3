import { type Calendar } from '../calendar/calendar.js';
import { type PlainDate } from '../calendar/plain-date.js';
import { type Duty, type Effect, type LawPack, type Mark, type Unit } from '../law/law-pack.js';
import { type Text } from '../text.js';
import { type Explanation } from './explanation.js';

/** An event of a case as the clocks see it; a history stands in revision order. Times are ISO 8601 with an offset. */
export interface HistoryEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The law and the calendar as known at the instant asked for. Keep one object: what is derived from it is kept with it. */
export interface Law {
  readonly packs: readonly LawPack[];
  readonly calendar: Calendar;
}

/** What does not depend on today's date. `ended`: discontinued; in time it is neither met nor late. */
export type ClockState = 'open' | 'paused' | 'stopped' | 'ended' | 'cannotTell';

/** `endedLate`: discontinued when its due date had passed, so late it was. */
export type ClockStatus = 'running' | 'paused' | 'met' | 'metLate' | 'late' | 'ended' | 'endedLate' | 'cannotTell';

export interface ClockFact {
  /** The rule's id. */
  readonly rule: string;
  readonly pack: string;
  readonly caseKind: string;
  readonly title: Text;
  /** `case`, or the line, instalment or request which has this clock of its own. */
  readonly subject: string;
  /** The id of the last event which moved the due date: start, restart, extension, resumption, reopening. */
  readonly run: string;
  readonly state: ClockState;
  readonly unit: Unit;
  readonly startedOn: PlainDate;
  /** Null while paused and where it cannot be told. */
  readonly dueOn: PlainDate | null;
  /** The earlier of the readings which the law leaves open: the one for alarms. */
  readonly cautiousDueOn: PlainDate | null;
  readonly pausedOn: PlainDate | null;
  /** Set while paused: what is left of the term, in the rule's unit (months, years, hours: in calendar days). */
  readonly remaining: number | null;
  readonly stoppedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  /** For a term in hours: the instant, with the offset of the pack's zone. */
  readonly dueAt: string | null;
  /** Set once stopped: whether that was after the due date, or for a term in hours after the instant. */
  readonly stoppedLate: boolean | null;
  /** The same, set once ended: withdrawing a case after its term does not make the term kept. */
  readonly endedLate: boolean | null;
  /** True where the due date rests on a year whose holiday notice is not out, or on an unconfirmed rule. */
  readonly provisional: boolean;
  readonly effect: Effect;
  readonly duty: Duty;
  readonly mark: Mark;
  /** Built when first read: a caller which needs the dates alone does not pay for it. */
  readonly explanation: Explanation;
}

export interface DerivedClock {
  readonly rule: string;
  readonly title: Text;
  readonly subject: string;
  readonly run: string;
  readonly status: ClockStatus;
  readonly startedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly cautiousDueOn: PlainDate | null;
  readonly stoppedOn: PlainDate | null;
  /** In the rule's unit (months, years, hours: in calendar days), negative when over; null once stopped, ended or not to be told. */
  readonly daysLeft: number | null;
  readonly provisional: boolean;
  readonly effect: Effect;
  readonly duty: Duty;
  readonly mark: Mark;
  readonly explanation: Explanation;
}
