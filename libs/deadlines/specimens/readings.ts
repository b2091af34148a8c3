import { type ClockFact, type HistoryEvent, type Law } from '../clock/clock.js';
import { clockFacts, deriveClocks } from '../clock/derive-clocks.js';
import { plainDate } from '../calendar/plain-date.js';

/** The one clock which the history has started. */
export function onlyClock(history: readonly HistoryEvent[], law: Law): ClockFact {
  const facts = clockFacts(history, law);
  expect(facts).toHaveLength(1);
  return facts[0] as ClockFact;
}

/** Status and days left of each clock on a day. */
export function statusesOn(day: string, history: readonly HistoryEvent[], law: Law): readonly unknown[] {
  return deriveClocks(history, law, plainDate(day)).map((clock) => [clock.status, clock.daysLeft]);
}
