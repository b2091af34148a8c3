import { dateOfDay, dayNumber, type PlainDate } from '../calendar/plain-date.js';
import { type Calendar } from '../calendar/calendar.js';
import { minuteInZone, shanghaiInstant } from '../calendar/zone-day.js';
import { type LawPack, type Unit } from '../law/law-pack.js';
import {
  type ClockFact,
  type ClockState,
  type ClockStatus,
  type DerivedClock,
  type HistoryEvent,
  type Law,
} from './clock.js';
import { dated, type DatedEvent, uncorrected } from './dated-history.js';
import { type DueBefore, explain } from './explain.js';
import { type Explanation } from './explanation.js';
import { type Period, periodsOf, type RuleInPack } from './period.js';
import { lastRun, runsOf } from './runs.js';
import { type Term, termOf } from './term.js';

/**
 * Every clock which the history has started, one entry a period: a clock that stopped and started again has two, the
 * current one last. The history is what is known at the instant asked for, in revision order; a clock whose rule was not in
 * force on its starting day does not exist. RangeError for an event whose time has no offset.
 */
export function clockFacts(history: readonly HistoryEvent[], law: Law): readonly ClockFact[] {
  const { clocks, timeZone } = compiled(law);
  if (clocks.length === 0) return [];
  const events = dated(history, timeZone);
  const types = new Set(history.map((event) => event.type));
  const before = uncorrected(history, timeZone);
  const facts: ClockFact[] = [];
  for (const clock of clocks) {
    if (!clock.startedBy.some((type) => types.has(type))) continue;
    for (const period of periodsOf(clock.versions, events)) {
      const dueBefore = () => (before === null ? null : dueAsRecorded(period, clock.versions, before, law.calendar));
      facts.push(factOf(period, termOf(period, law.calendar), law.calendar, dueBefore));
    }
  }
  return facts;
}

/** The due date of the period which the same event opened before any fact was corrected. */
function dueAsRecorded(
  { start, subject }: Period,
  versions: readonly RuleInPack[],
  before: readonly DatedEvent[],
  calendar: Calendar,
): DueBefore {
  const period = periodsOf(versions, before).find(
    (candidate) => candidate.start.event.id === start.event.id && candidate.subject === subject,
  );
  return { due: period === undefined ? null : termOf(period, calendar).due };
}

/** The clocks as they stand on a day: the facts read against today's date. */
export function deriveClocks(history: readonly HistoryEvent[], law: Law, on: PlainDate): readonly DerivedClock[] {
  return clockFacts(history, law).map((fact) => readOn(fact, on, law.calendar));
}

/** The packs with the rules of one case kind alone: kinds may share the names of events. */
export function packsFor(caseKind: string, packs: readonly LawPack[]): readonly LawPack[] {
  return packs
    .map((pack) => ({ ...pack, rules: pack.rules.filter((rule) => rule.caseKind === caseKind) }))
    .filter((pack) => pack.rules.length > 0);
}

/** A fact read on a day. `late` and `daysLeft` are never stored: they change overnight without any event. */
export function readOn(fact: ClockFact, on: PlainDate, calendar: Calendar): DerivedClock {
  const clock: Omit<DerivedClock, 'explanation'> = {
    rule: fact.rule,
    title: fact.title,
    subject: fact.subject,
    run: fact.run,
    status: statusOn(fact, on),
    startedOn: fact.startedOn,
    dueOn: fact.dueOn,
    cautiousDueOn: fact.cautiousDueOn,
    stoppedOn: fact.stoppedOn,
    daysLeft: daysLeft(fact, on, calendar),
    provisional: fact.provisional,
    effect: fact.effect,
    duty: fact.duty,
    mark: fact.mark,
  };
  return withExplanation(clock, () => fact.explanation);
}

function statusOn(fact: ClockFact, on: PlainDate): ClockStatus {
  switch (fact.state) {
    case 'open':
      return fact.dueOn !== null && on > fact.dueOn ? 'late' : 'running';
    case 'stopped':
      return fact.stoppedLate === true ? 'metLate' : 'met';
    case 'ended':
      return fact.endedLate === true ? 'endedLate' : 'ended';
    case 'paused':
    case 'cannotTell':
      return fact.state;
  }
}

function daysLeft(fact: ClockFact, on: PlainDate, calendar: Calendar): number | null {
  if (fact.state === 'paused') return fact.remaining;
  if (fact.state !== 'open' || fact.dueOn === null) return null;
  return unitsBetween(on, fact.dueOn, fact.unit, calendar);
}

function unitsBetween(from: PlainDate, to: PlainDate, unit: Unit, calendar: Calendar): number | null {
  return unit === 'WD' ? calendar.workingDaysBetween(from, to) : dayNumber(to) - dayNumber(from);
}

function factOf(period: Period, term: Term, calendar: Calendar, dueBefore: () => DueBefore | null): ClockFact {
  const { rule, pack, start, stop, ended } = period;
  const runs = runsOf(period, term);
  const date = (day: number | null | undefined) => (day === null || day === undefined ? null : dateOfDay(day));
  const state = stateOf(period, term);
  const fact: Omit<ClockFact, 'explanation'> = {
    rule: rule.id,
    pack: pack.id,
    caseKind: rule.caseKind,
    title: rule.title,
    subject: period.subject,
    run: lastRun(runs),
    state,
    unit: rule.unit,
    startedOn: dateOfDay(start.day),
    dueOn: date(term.due),
    cautiousDueOn: date(term.cautious),
    pausedOn: state === 'paused' ? date(term.reach.leftOut.at(-1)?.from) : null,
    remaining: term.reach.remaining,
    stoppedOn: date(stop?.day),
    endedOn: date(ended?.day),
    dueAt: term.dueMinute === null ? null : shanghaiInstant(term.dueMinute),
    stoppedLate: isLate(stop, period, term),
    endedLate: isLate(ended, period, term),
    provisional: isProvisional(period, term, calendar),
    effect: rule.effect,
    duty: rule.duty,
    mark: rule.status,
  };
  return withExplanation(fact, () => explain(period, term, runs, calendar, dueBefore()));
}

function stateOf(period: Period, term: Term): ClockState {
  if (period.ended !== null) return 'ended';
  if (term.due === null && term.reach.remaining === null) return 'cannotTell';
  if (period.stop !== null) return 'stopped';
  return term.reach.remaining === null ? 'open' : 'paused';
}

function isProvisional({ rule }: Period, { reach, due, looked }: Term, { table }: Calendar): boolean {
  if (rule.status === 'unconfirmed' || (due === null && reach.remaining === null)) return true;
  return looked.some((stretch) => table.provisional(...stretch));
}

/** What closes a clock counts by its day; against a term in hours, by its minute. */
function isLate(close: DatedEvent | null, { pack }: Period, { due, dueMinute }: Term): boolean | null {
  if (close === null || due === null) return null;
  return dueMinute === null ? close.day > due : minuteInZone(close.at, pack.timeZone) > dueMinute;
}

const explained = Symbol('explanation');

type Explained = { [explained]: Explanation | (() => Explanation) };

/** One for all clocks: with a getter of its own an object shares its layout with no other, and is slow to read and to copy. */
const explanationOnce: PropertyDescriptor & ThisType<Explained> = {
  enumerable: true,
  get() {
    const made = this[explained];
    return typeof made === 'function' ? (this[explained] = made()) : made;
  },
};

/** An enumerable property which is worked out when it is first read, and then kept. */
function withExplanation<T extends object>(
  target: T,
  explanation: () => Explanation,
): T & { readonly explanation: Explanation } {
  Object.defineProperty(target, explained, { value: explanation, writable: true });
  Object.defineProperty(target, 'explanation', explanationOnce);
  return target as T & { readonly explanation: Explanation };
}

interface Compiled {
  readonly timeZone: string;
  readonly clocks: readonly { readonly versions: readonly RuleInPack[]; readonly startedBy: readonly string[] }[];
}

const compiledLaws = new WeakMap<readonly LawPack[], Compiled>();

/** The packs by clock, worked out once for each list of packs. */
function compiled({ packs }: Law): Compiled {
  let found = compiledLaws.get(packs);
  if (found === undefined) compiledLaws.set(packs, (found = compile(packs)));
  return found;
}

function compile(packs: readonly LawPack[]): Compiled {
  const byId = new Map<string, RuleInPack[]>();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      const inForceTo = rule.validTo === null ? Infinity : dayNumber(rule.validTo);
      const version = { rule, pack, inForceFrom: dayNumber(rule.validFrom), inForceTo };
      byId.set(rule.id, [...(byId.get(rule.id) ?? []), version]);
    }
  }
  const clocks = [...byId.values()].map((versions) => ({
    versions,
    startedBy: versions.flatMap(({ rule }) => rule.start.map((matcher) => matcher.event)),
  }));
  return { timeZone: packs[0]?.timeZone ?? 'Asia/Shanghai', clocks };
}
