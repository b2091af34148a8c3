import { type PlainDate } from '../calendar/plain-date.js';
import { type Text } from '../text.js';

/** How well the source of a rule is known: read in the primary text, in a secondary one, or nowhere. */
export type Mark = 'confirmed' | 'secondary' | 'unconfirmed';

/** What missing the date means: a breach of law, of the operator's own norm, or nothing but a nudge. */
export type Effect = 'statutory' | 'serviceNorm' | 'reminder';

/** WD = working days, D = calendar days, month = calendar months (same-numbered day, else the last of the month). */
export type Unit = 'WD' | 'D' | 'month';

/** What happens when the last day is a day off. `nextWorkday`: the period ends on the first working day after. */
export type Roll = 'none' | 'nextWorkday';

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
 * One step by which the term may be lengthened. Exactly one of `maxTotal` (greatest length in all) and `addN` (greatest
 * addition) is set; `lengthFrom` names the data field in which the event says how much, its absence grants the greatest.
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
  /** Null only where the number is not known: the clock then cannot tell. */
  readonly length: number | null;
  readonly roll: Roll;
  readonly extension: readonly ExtensionStep[];
  readonly effect: Effect;
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
}

/** The types of event each case kind knows: `{ overduePayment: ['ClaimLodged', …] }`. */
export type KnownEvents = Readonly<Record<string, readonly string[]>>;
