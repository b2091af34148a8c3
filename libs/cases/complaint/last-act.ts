import type { EventOnFile } from '../shared/procedure/on-file.js';
import type { ComplaintEvent } from './events.js';

/** The acts on which a result may rest. */
const acts: ReadonlySet<string> = new Set<ComplaintEvent['type']>([
  'PolicyChecked',
  'ChargeChecked',
  'RefundRecorded',
  'IntermediaryChecked',
  'ExemptionReviewed',
  'CompetitionReferred',
  'ReferralAnswered',
  'ClusterFound',
  'HandlingExtended',
]);

/** The day of the last act once the day of an event was corrected, by the days as they read now; what is no act moves it not. */
export function lastActAfter(lastActOn: string, events: readonly EventOnFile[], corrected: string): string {
  if (!events.some(({ id, type }) => id === corrected && acts.has(type))) return lastActOn;
  const days = events.filter(({ type }, i) => i === 0 || acts.has(type)).map(({ on }) => on);
  return days.reduce((last, on) => (on > last ? on : last), '');
}
