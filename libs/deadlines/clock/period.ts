import { dayNumber, isPlainDate } from '../calendar/plain-date.js';
import { CLOSINGS, REOPENING } from '../law/known-events.js';
import { type ClockRule, type LawPack } from '../law/law-pack.js';
import { ConditionWatch, type DatedEvent, matches, matchesAny } from './dated-history.js';
import { bySubject, type SubjectEvents } from './subjects.js';

/** A rule version together with the pack which carries it. */
export interface RuleInPack {
  readonly rule: ClockRule;
  readonly pack: LawPack;
  /** The days between which it is in force, by number. */
  readonly inForceFrom: number;
  readonly inForceTo: number;
}

/** One stretch of a clock from its start to its stop, as the events tell it and before any date is computed. */
export interface Period extends RuleInPack {
  /** The case, or the line, instalment or request whose clock this is. */
  readonly subject: string;
  /** The start, or the last restart: the full term runs from here. */
  readonly start: DatedEvent;
  readonly openedBy: 'start' | 'restart' | 'reopening';
  readonly pauses: readonly PauseSpan[];
  /** Approvals of an extension since the start, in order. */
  readonly approvals: readonly DatedEvent[];
  readonly stop: DatedEvent | null;
  readonly ended: DatedEvent | null;
}

/** The day from which the term is counted: that of the opening event, or the one its data names; null where it names none. */
export function countedFrom({ rule, start }: Period): number | null {
  if (rule.anchor === null) return start.day;
  const named = start.event.data[rule.anchor.field];
  return isPlainDate(named) ? dayNumber(named) : null;
}

/** A pause as recorded: from day a to day b it leaves out a+1 to b. */
export interface PauseSpan {
  readonly from: DatedEvent;
  readonly to: DatedEvent | null;
  readonly article: string;
}

/** The periods of one clock: versions of one rule id, the history by the day of effect; subject by subject. */
export function periodsOf(versions: readonly RuleInPack[], events: readonly DatedEvent[]): readonly Period[] {
  return bySubject(versions, events).flatMap((part) => periodsOfSubject(versions, part));
}

function periodsOfSubject(versions: readonly RuleInPack[], { subject, events }: SubjectEvents): readonly Period[] {
  const periods: Period[] = [];
  let running: Running | null = null;
  for (const event of events) {
    if (running === null) {
      const opening = versionOpenedBy(event, versions, periods.at(-1));
      if (opening !== null) running = new Running(opening, event, periods.length > 0 ? 'reopening' : 'start');
      continue;
    }
    if (!event.replaces && matchesAny(running.version.rule.restart, event.event)) {
      const version = versionInForce(event.day, versions) ?? running.version;
      running = new Running(version, event, 'restart');
    } else if (running.takes(event)) {
      periods.push(running.period(subject, events));
      running = null;
    }
  }
  if (running !== null) periods.push(running.period(subject, events));
  return periods;
}

class Running {
  private readonly approvals: DatedEvent[] = [];
  private readonly watch: ConditionWatch;
  private stop: DatedEvent | null = null;
  private ended: DatedEvent | null = null;

  constructor(
    readonly version: RuleInPack,
    private readonly start: DatedEvent,
    private readonly openedBy: Period['openedBy'],
  ) {
    this.watch = new ConditionWatch(version.rule.stop);
  }

  /** True when this event closes the period. */
  takes(event: DatedEvent): boolean {
    const { rule } = this.version;
    if (event.replaces) this.ended = isOpening(rule, event) ? event : null;
    else if (matchesAny(rule.endedBy, event.event)) this.ended = event;
    else if (this.watch.meets(event.event)) this.stop = event;
    else if (CLOSINGS.has(event.event.type)) this.ended = event;
    else if (rule.extension.some((step) => matches(step.by, event.event))) this.approvals.push(event);
    return this.stop !== null || this.ended !== null;
  }

  period(subject: string, events: readonly DatedEvent[]): Period {
    // Written out: ten thousand cases have fifty thousand of these, and a spread costs more than the dates.
    const { rule, pack, inForceFrom, inForceTo } = this.version;
    return {
      rule,
      pack,
      inForceFrom,
      inForceTo,
      subject,
      start: this.start,
      openedBy: this.openedBy,
      pauses: pausesOf(rule, events),
      approvals: this.approvals,
      stop: this.stop,
      ended: this.ended,
    };
  }
}

const NO_PAUSES: readonly PauseSpan[] = [];

/** Every pause of the whole history: one that was open before the clock started holds it from its first day. */
function pausesOf(rule: ClockRule, events: readonly DatedEvent[]): readonly PauseSpan[] {
  if (rule.pause.length === 0) return NO_PAUSES;
  const spans: PauseSpan[] = [];
  for (const pause of rule.pause) {
    const open = new Map<unknown, DatedEvent>();
    const keyOf = (event: DatedEvent) => (pause.key === null ? null : event.event.data[pause.key]);
    const article = pause.citation.article;
    for (const event of events) {
      if (matches(pause.on, event.event) && !open.has(keyOf(event))) open.set(keyOf(event), event);
      else if (matches(pause.until, event.event)) {
        const from = open.get(keyOf(event));
        if (from !== undefined) spans.push({ from, to: event, article });
        open.delete(keyOf(event));
      }
    }
    for (const from of open.values()) spans.push({ from, to: null, article });
  }
  return spans.sort((a, b) => a.from.day - b.from.day);
}

function versionOpenedBy(
  event: DatedEvent,
  versions: readonly RuleInPack[],
  before: Period | undefined,
): RuleInPack | null {
  if (event.replaces) return null;
  if (before !== undefined && isReopened(before, event)) return versionInForce(event.day, versions) ?? before;
  const opens = ({ rule }: RuleInPack) =>
    matchesAny(rule.start, event.event) || (before !== undefined && matchesAny(rule.restart, event.event));
  for (const version of versions) if (opens(version) && inForce(version, event.day)) return version;
  return null;
}

/**
 * A case which goes on again after a closing gives the clock which that closing ended its full term anew (a design choice);
 * not one that is counted from a day which only its opening event can name.
 */
function isReopened({ ended, rule }: Period, { event }: DatedEvent): boolean {
  return event.type === REOPENING && ended !== null && CLOSINGS.has(ended.event.type) && rule.anchor === null;
}

function isOpening(rule: ClockRule, { event }: DatedEvent): boolean {
  return matchesAny(rule.start, event) || matchesAny(rule.restart, event);
}

function versionInForce(day: number, versions: readonly RuleInPack[]): RuleInPack | null {
  return versions.find((version) => inForce(version, day)) ?? null;
}

function inForce(version: RuleInPack, day: number): boolean {
  return version.inForceFrom <= day && day <= version.inForceTo;
}
