import { type PlainDate } from '../calendar/plain-date.js';
import { type Anchor, type Effect, type Mark, type Roll, type Unit } from '../law/law-pack.js';
import { type Text } from '../text.js';

/** Why a date is what it is (invariant 11). Plain JSON with its keys in a fixed order, to be frozen with a decision. */
export interface Explanation {
  /** One sentence: the date, the article, the term, what was skipped and what counted as make-up. */
  readonly summary: Text;
  readonly rule: string;
  readonly title: Text;
  readonly law: ExplainedLaw;
  readonly start: ExplainedEvent;
  /** The day which the opening event names, where the term is counted from it and not from the event's own day. */
  readonly anchor: (Anchor & { readonly on: PlainDate }) | null;
  readonly unit: Unit;
  /** The term in force: the rule's own length, and the length with the extensions that count. */
  readonly length: { readonly base: number | null; readonly total: number | null };
  /** The first and last day counted, and how many count; null where the date cannot be told or the clock is paused. */
  readonly counted: { readonly from: PlainDate; readonly to: PlainDate; readonly days: number } | null;
  readonly skipped: readonly ExplainedDay[];
  readonly madeUp: readonly ExplainedDay[];
  readonly pauses: readonly ExplainedPause[];
  readonly extensions: readonly ExplainedExtension[];
  readonly roll: ExplainedRoll | null;
  /** For a term in hours: the instant. */
  readonly dueAt: string | null;
  readonly runs: readonly ExplainedRun[];
  readonly stop: ExplainedEvent | null;
  readonly ended: ExplainedEvent | null;
  /** What took effect in time and was recorded only after the due date then in force. */
  readonly recordedAfterDue: readonly ExplainedEvent[];
  /** Set where a corrected fact moved the due date: before and after, and the earliest-safe and the latest of the two. */
  readonly correction: {
    readonly dueBefore: PlainDate | null;
    readonly dueAfter: PlainDate | null;
    readonly earliest: PlainDate | null;
    readonly latest: PlainDate | null;
  } | null;
  /** The calendar versions used, e.g. `2026.1`; empty where no calendar was needed. */
  readonly calendar: readonly string[];
  readonly provisional: Text | null;
  readonly cannotTell: Text | null;
  /** Choices of the platform, which no law makes. */
  readonly designChoices: readonly Text[];
}

export interface ExplainedLaw {
  readonly pack: string;
  readonly packVersion: number;
  readonly instrument: Text;
  readonly article: string;
  /** The article as it is cited in a sentence. */
  readonly citation: Text;
  readonly text: Text;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly mark: Mark;
  readonly effect: Effect;
}

export interface ExplainedEvent {
  readonly event: string;
  readonly type: string;
  readonly on: PlainDate;
  /** The day on which it was learned, where that is later than the day it took effect. */
  readonly recordedOn: PlainDate | null;
}

export interface ExplainedDay {
  readonly date: PlainDate;
  readonly why: Text;
  /** The notice which made the day so; null for an ordinary weekend. */
  readonly source: string | null;
}

export interface ExplainedPause {
  readonly from: ExplainedEvent;
  readonly to: ExplainedEvent | null;
  /** The days left out of the count by this pause alone, overlaps with an earlier one not counted twice; null while open. */
  readonly days: number | null;
  readonly article: string;
  /** The article as it is cited in a sentence. */
  readonly citation: Text;
}

export interface ExplainedExtension {
  readonly approval: ExplainedEvent;
  readonly step: string;
  readonly counts: boolean;
  readonly why: Text;
  readonly approver: Text;
  readonly article: string;
  /** The article as it is cited in a sentence. */
  readonly citation: Text;
  readonly dueBefore: PlainDate | null;
  readonly dueAfter: PlainDate | null;
}

export interface ExplainedRoll {
  readonly rule: Roll;
  /** The last day as counted, before any roll. */
  readonly raw: PlainDate;
  readonly makeUpCounts: PlainDate | null;
  readonly makeUpOff: PlainDate | null;
  readonly provisional: boolean;
  readonly note: Text;
}

export interface ExplainedRun {
  readonly run: string;
  readonly openedBy: 'start' | 'restart' | 'extension' | 'resumption' | 'reopening';
  readonly on: PlainDate;
}
