import { dateOfDay, type PlainDate } from '../calendar/plain-date.js';
import { dayInZone, dayNumberInZone } from '../calendar/zone-day.js';
import { type EventCondition, type EventMatcher } from '../law/law-pack.js';
import { type HistoryEvent } from './clock.js';
import { type ExplainedEvent } from './explanation.js';

/** An event with the day on which it took effect. */
export interface DatedEvent {
  readonly event: HistoryEvent;
  readonly day: number;
  /** Its place in the history: the order of events of one day. */
  readonly order: number;
}

/**
 * The history by the day of effect; within a day in revision order, not by the hour: periods count whole days, and a
 * backdated event often carries midnight, which must not put it before the event it answers.
 */
export function dated(history: readonly HistoryEvent[], zone: string): readonly DatedEvent[] {
  const events = history.map((event, order) => ({ event, day: dayNumberInZone(event.occurredAt, zone), order }));
  const inOrder = events.every((event, at) => at === 0 || (events[at - 1] as DatedEvent).day <= event.day);
  return inOrder ? events : events.sort((a, b) => a.day - b.day);
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
