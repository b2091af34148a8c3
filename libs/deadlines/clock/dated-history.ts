import { dateOfDay, type PlainDate } from '../calendar/plain-date.js';
import { dayInZone, dayNumberInZone } from '../calendar/zone-day.js';
import { CORRECTION } from '../law/known-events.js';
import { type EventCondition, type EventMatcher } from '../law/law-pack.js';
import { type HistoryEvent } from './clock.js';
import { type ExplainedEvent } from './explanation.js';

/** An event with the day on which it took effect. */
export interface DatedEvent {
  readonly event: HistoryEvent;
  /** When it took effect, as last corrected. */
  readonly at: string;
  readonly day: number;
  /** Its place in the history: the order of events of one day. */
  readonly order: number;
  /** Set where a list which this event carries no longer names the subject: its clock ends, replaced. */
  readonly replaces?: true;
}

/**
 * The history by the day of effect; within a day in revision order, not by the hour: periods count whole days, and a
 * backdated event often carries midnight, which must not put it before the event it answers.
 */
export function dated(history: readonly HistoryEvent[], zone: string): readonly DatedEvent[] {
  return datedBy(history, zone, correctedTimes(history));
}

/** The history as it stood without its corrections; null where there are none. */
export function uncorrected(history: readonly HistoryEvent[], zone: string): readonly DatedEvent[] | null {
  return history.some(isCorrection) ? datedBy(history, zone, NONE) : null;
}

function datedBy(
  history: readonly HistoryEvent[],
  zone: string,
  corrected: ReadonlyMap<string, string>,
): readonly DatedEvent[] {
  const events = history.map((event, order) => {
    const at = corrected.get(event.id) ?? event.occurredAt;
    return { event, at, day: dayNumberInZone(at, zone), order };
  });
  const inOrder = events.every((event, at) => at === 0 || (events[at - 1] as DatedEvent).day <= event.day);
  return inOrder ? events : events.sort((a, b) => a.day - b.day);
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * `FactCorrected` names an event and when it truly took effect: that event keeps its id, so a correction opens no run. The
 * last correction of an event holds.
 */
function correctedTimes(history: readonly HistoryEvent[]): ReadonlyMap<string, string> {
  const corrections = history.filter(isCorrection);
  if (corrections.length === 0) return NONE;
  return new Map(corrections.map(({ data }) => [String(data.event), String(data.occurredAt)]));
}

/** A correction of a text carries no instant, and moves no date. */
function isCorrection({ type, data }: HistoryEvent): boolean {
  return type === CORRECTION && typeof data.occurredAt === 'string';
}

export function matches(matcher: EventMatcher, event: HistoryEvent): boolean {
  if (matcher.event !== event.type) return false;
  if (matcher.where === undefined) return true;
  for (const name in matcher.where) if (event.data[name] !== matcher.where[name]) return false;
  return true;
}

export function matchesAny(matchers: readonly EventMatcher[], event: HistoryEvent): boolean {
  for (const matcher of matchers) if (matches(matcher, event)) return true;
  return false;
}

/** Takes the events of a run one by one and answers true at the event by which the condition is met. */
export class ConditionWatch {
  private readonly open: Set<EventMatcher> | null;

  constructor(private readonly condition: EventCondition) {
    this.open = 'allOf' in condition ? new Set(condition.allOf) : null;
  }

  meets(event: HistoryEvent): boolean {
    if ('anyOf' in this.condition) return matchesAny(this.condition.anyOf, event);
    const open = this.open as Set<EventMatcher>;
    if (open.size === 0) return false;
    for (const matcher of open) if (matches(matcher, event)) open.delete(matcher);
    return open.size === 0;
  }
}

export function explainEvent({ event, day }: DatedEvent, zone: string): ExplainedEvent {
  const on = dateOfDay(day);
  const recordedOn: PlainDate = dayInZone(event.recordedAt, zone);
  return { event: event.id, type: event.type, on, recordedOn: recordedOn > on ? recordedOn : null };
}
