import { dateOfDay, type PlainDate } from '../calendar/plain-date.js';
import { dayInZone, dayNumberInZone } from '../calendar/zone-day.js';
import { CORRECTION, TAKEN_BACK_BY } from '../law/known-events.js';
import { type EventCondition, type EventMatcher } from '../law/law-pack.js';
import { type HistoryEvent } from './clock.js';
import { type ExplainedEvent } from './explanation.js';

/** An event with the day on which it took effect. */
export interface DatedEvent {
  readonly event: HistoryEvent;
  /** When it took effect; as last corrected, like the event's data. */
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
  return datedBy(standing(history), zone, readings(history));
}

/** The history without what was taken back. */
function standing(history: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const takenBack = new Set<unknown>();
  for (const { type, data } of history) {
    const field = TAKEN_BACK_BY.get(type);
    if (field !== undefined) takenBack.add(data[field]);
  }
  return takenBack.size === 0 ? history : history.filter(({ id }) => !takenBack.has(id));
}

/** The history as it stood without its corrections; null where there are none. */
export function uncorrected(history: readonly HistoryEvent[], zone: string): readonly DatedEvent[] | null {
  return history.some(isCorrection) ? datedBy(history, zone, NONE) : null;
}

function datedBy(
  history: readonly HistoryEvent[],
  zone: string,
  corrected: ReadonlyMap<string, HistoryEvent>,
): readonly DatedEvent[] {
  const events = history.map((recorded, order) => {
    const event = corrected.get(recorded.id) ?? recorded;
    return { event, at: event.occurredAt, day: dayNumberInZone(event.occurredAt, zone), order };
  });
  const inOrder = events.every((event, at) => at === 0 || (events[at - 1] as DatedEvent).day <= event.day);
  return inOrder ? events : events.sort((a, b) => a.day - b.day);
}

const NONE: ReadonlyMap<string, HistoryEvent> = new Map();

/**
 * The corrected events by id. `FactCorrected` names an event and when it truly took effect, or what a field of its data
 * truly says (the day of a hearing, a number of days): the event keeps its id, so a correction opens no run. The last
 * correction of a fact holds.
 */
function readings(history: readonly HistoryEvent[]): ReadonlyMap<string, HistoryEvent> {
  const corrections = history.filter(isCorrection);
  if (corrections.length === 0) return NONE;
  const byId = new Map(history.map((event) => [event.id, event]));
  const corrected = new Map<string, HistoryEvent>();
  for (const { data: correction } of corrections) {
    const id = String(correction.event);
    const event = corrected.get(id) ?? byId.get(id);
    if (event !== undefined) corrected.set(id, reread(event, correction));
  }
  return corrected;
}

function reread(event: HistoryEvent, { field, is, occurredAt }: HistoryEvent['data']): HistoryEvent {
  if (typeof occurredAt === 'string') return { ...event, occurredAt };
  if (typeof field !== 'string' || typeof is !== 'string') return event;
  const was = event.data[field];
  if (typeof was === 'string') return { ...event, data: { ...event.data, [field]: is } };
  return typeof was === 'number' && /^\d+$/.test(is)
    ? { ...event, data: { ...event.data, [field]: Number(is) } }
    : event;
}

function isCorrection({ type }: HistoryEvent): boolean {
  return type === CORRECTION;
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
