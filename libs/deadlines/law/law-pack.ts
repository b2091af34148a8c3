import { type HourCount } from '../calendar/hours.js';
import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';

/** How well the source of a rule is known: read in the primary text, in a secondary one, or nowhere. */
export type Mark = 'confirmed' | 'secondary' | 'unconfirmed';

/** What missing the date means: a breach of law, of the operator's own norm, or nothing but a nudge. */
export type Effect = 'statutory' | 'serviceNorm' | 'reminder';

/**
 * Whose act the term awaits. `office`: one that an office owes, and its lateness when missed. `party`: one that a party owes
 * or may do, such as a defence, an instalment, a suit, an objection: shown, and never an office's lateness.
 */
export type Duty = 'office' | 'party';

/** WD = working days, D = calendar days, month and year by the same-numbered day, else the last of the month. */
export type Unit = 'WD' | 'D' | 'month' | 'year' | 'hour';

/**
 * What happens when the last day is a day off. `nextWorkday`: the period ends on the first working day after;
 * `previousWorkday`, for what is counted back: on the last working day before.
 */
export type Roll = 'none' | 'nextWorkday' | 'previousWorkday';

/** The day from which a term is counted, where it is not the day of the event but one that its data names. */
export interface Anchor {
  /** The data field of the opening event which holds the day, as a plain date: `hearingOn`, `expiresOn`. */
  readonly field: string;
  /** `backwards`: the last day on which the act is in time lies before the day named. */
  readonly direction: 'forwards' | 'backwards';
}

/** An event of this type whose data carries these values. */
export interface EventMatcher {
  readonly event: string;
  readonly where?: Readonly<Record<string, string | number | boolean>>;
}

/** `anyOf`: the first event which matches one of them; `allOf`: the day on which the last of them has happened. */
export type EventCondition = { readonly anyOf: readonly EventMatcher[] } | { readonly allOf: readonly EventMatcher[] };

/** A pause from day a to day b leaves out the days a+1 to b. `key` names the data field which pairs a pause with its end. */
export interface PauseRule {
  readonly on: EventMatcher;
  readonly until: EventMatcher;
  readonly key: string | null;
  readonly citation: Citation;
}

/**
 * One step by which the term may be lengthened. At most one of `maxTotal` (greatest length in all) and `addN` (greatest
 * addition) is set, none where the law sets no greatest length; `lengthFrom` names the data field in which the event says
 * how much, its absence grants the greatest.
 */
export interface ExtensionStep {
  readonly id: string;
  readonly by: EventMatcher;
  readonly maxTotal: number | null;
  readonly addN: number | null;
  readonly lengthFrom: string | null;
  readonly approver: Text;
  readonly condition: Text;
  readonly citation: Citation;
}

export interface Citation {
  readonly instrument: Text;
  readonly article: string;
  readonly text: Text;
}

/** One dated version of one clock. Versions of the same clock share the id and never overlap in validity. */
export interface ClockRule {
  readonly id: string;
  readonly caseKind: string;
  readonly title: Text;
  readonly start: readonly EventMatcher[];
  readonly stop: EventCondition;
  /** Events which discontinue the clock: it is then neither met nor late. */
  readonly endedBy: readonly EventMatcher[];
  readonly pause: readonly PauseRule[];
  /** Events which give the full term anew. */
  readonly restart: readonly EventMatcher[];
  readonly unit: Unit;
  /**
   * Null where the number is not known, or set case by case: without a number the clock cannot tell. Zero where the term
   * ends on the very day which its event names.
   */
  readonly length: number | null;
  /** The data field of the opening event in which the office sets the length for this case. */
  readonly lengthFrom: string | null;
  readonly anchor: Anchor | null;
  /**
   * The data field which names the line, instalment or request that has a clock of its own: `request`, or of each member of
   * a list, `instalments[].instalment`. Null for a clock of the case as a whole.
   */
  readonly subjectFrom: string | null;
  /** Set for a term in hours. */
  readonly hours: HourCount | null;
  readonly roll: Roll;
  readonly extension: readonly ExtensionStep[];
  readonly effect: Effect;
  /** A document that names none means the office's. */
  readonly duty: Duty;
  /** The mark of the source (confirmed, secondary, unconfirmed). */
  readonly status: Mark;
  /** False for an unconfirmed rule which no operator has adopted: its clock cannot tell. */
  readonly active: boolean;
  readonly citation: Citation;
  /** Choices of this project which the law does not make; shown beside the date, never as law. */
  readonly designChoices: readonly Text[];
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** An article without a number of days: shown where it matters, and never turned into a clock. */
export interface Provision {
  readonly id: string;
  readonly article: string;
  readonly text: Text;
  readonly status: Mark;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** The clocks of one instrument, with the days between which it is in force. */
export interface LawPack {
  readonly id: string;
  readonly version: number;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly title: Text;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly rules: readonly ClockRule[];
  readonly provisions: readonly Provision[];
}

/** The types of event each case kind knows: `{ overduePayment: ['ClaimLodged', …] }`. */
export type KnownEvents = Readonly<Record<string, readonly string[]>>;
