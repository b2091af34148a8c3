import { addDays, addMonths, plainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { Mark } from '@redress/deadlines/law/law-pack.js';
import { termsOf, type PublicityTerms, type Term } from './publicity-terms.js';
import type { CreditRecord } from './record.js';
import { regimeOf, type RegimeChoice, type RegimeId } from './regime.js';

/** The end of a term as one set of rules has it. */
export interface Bound extends Term {
  /** PlainDate of the last day of the term; null where there is none, or the day it counts from is not known. */
  readonly lastDay: string | null;
  /** False for a number that was read nowhere: it is shown as such, and nothing is decided by it. */
  readonly active: boolean;
}

export interface PublicityReading {
  readonly regime: RegimeId;
  readonly shown: PublicityTerms['shown'];
  readonly shownMark: Mark;
  readonly countedFrom: PublicityTerms['countedFrom'];
  readonly countedFromMark: Mark;
  /** PlainDate; null where the day of disclosure is not known. */
  readonly startsOn: string | null;
  readonly minimum: Bound;
  readonly maximum: Bound;
}

/** Rules in force together which give different days: both are shown, and the governing ones are decided by. */
export interface Conflict {
  readonly of: 'minimum' | 'maximum' | 'shown';
  readonly between: readonly [RegimeId, RegimeId];
}

export interface RepairReading {
  readonly on: string;
  readonly choice: RegimeChoice;
  /** The governing rules first. */
  readonly readings: readonly PublicityReading[];
  /** PlainDate from which repair may be requested: the day after the minimum; null where no active rule sets one. */
  readonly requestableFrom: string | null;
  /** PlainDate after which publicity stops by itself; null where no active rule sets one. */
  readonly stopsAfter: string | null;
  readonly conflicts: readonly Conflict[];
}

/** Everything the rules in force on a day say of a record's publicity, with its marks; pure months arithmetic (Civil Code Art. 202). */
export function readingOf(record: CreditRecord, on: string): RepairReading {
  const choice = regimeOf(record.body, on);
  const ids = choice.governing === null ? choice.beside : [choice.governing, ...choice.beside];
  const readings = ids.map((id) => readBy(id, record, on));
  const governing = choice.governing === null ? undefined : readings[0];
  const minimum = governing && activeDay(governing.minimum);
  return {
    on,
    choice,
    readings,
    requestableFrom: minimum ? addDays(plainDate(minimum), 1) : null,
    stopsAfter: (governing && activeDay(governing.maximum)) ?? null,
    conflicts: conflictsOf(readings),
  };
}

function readBy(regime: RegimeId, record: CreditRecord, on: string): PublicityReading {
  const { minimum, maximum, ...rest } = termsOf[regime](record, on);
  const startsOn = rest.countedFrom === 'finding' ? record.foundOn : record.publishedOn;
  return { regime, ...rest, startsOn, minimum: boundOf(minimum, startsOn), maximum: boundOf(maximum, startsOn) };
}

function boundOf(term: Term, startsOn: string | null): Bound {
  const { months, mark } = term;
  const lastDay = months === null || startsOn === null ? null : addMonths(plainDate(startsOn), months);
  return { ...term, lastDay, active: mark !== 'unconfirmed' };
}

function activeDay({ lastDay, active }: Bound): string | null {
  return active ? lastDay : null;
}

/** Each reading beside the first; unconfirmed ones too, for they may turn out to be the law. */
function conflictsOf(readings: readonly PublicityReading[]): readonly Conflict[] {
  const [first, ...others] = readings;
  if (!first) return [];
  return others.flatMap((other) => {
    const between = [first.regime, other.regime] as const;
    const conflicts: Conflict[] = [];
    if (first.shown !== other.shown) conflicts.push({ of: 'shown', between });
    if (differ(first.minimum, other.minimum)) conflicts.push({ of: 'minimum', between });
    if (differ(first.maximum, other.maximum)) conflicts.push({ of: 'maximum', between });
    return conflicts;
  });
}

/** A bound which one of them does not set contradicts nothing. */
function differ(one: Bound, other: Bound): boolean {
  return one.months !== null && other.months !== null && one.lastDay !== other.lastDay;
}
