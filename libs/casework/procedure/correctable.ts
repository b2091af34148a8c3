import { occurredAt } from '@redress/cases/shared/procedure/state.js';
import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { AnyCaseKind, LoadedCase } from '../kernel/case-stream.js';
import { system } from '../kernel/system.js';
import { zone } from '../kernel/time.js';

/** What refuses a correction whatever it says; all else is about the reading. */
const none: ReadonlySet<string> = new Set(['notCorrectable', 'noSuchEvent', 'notAllowedInStatus']);

/**
 * What of an event can be corrected, by the decider itself: `occurredAt` for its day, and the path of each text that may
 * read otherwise.
 *
 * @param event opened, in today's shape
 */
export function correctableIn(
  kind: AnyCaseKind,
  { state }: Pick<LoadedCase<unknown>, 'state'>,
  event: RecordedEvent,
  { caseId, today }: { readonly caseId: string; readonly today: string },
): readonly string[] {
  const at = { caseId, today, on: today, actor: { id: system.id, name: system.name } };
  const isTaken = (field: string, was: string | null, is: string) => {
    const body = { event: event.id, field, was, is, reason: '—' };
    const decision = kind.decide({ name: 'correctFact', body }, state, at);
    return decision.outcome === 'accepted' || decision.refusals.every(({ code }) => !none.has(code));
  };
  const day = isTaken(occurredAt, null, dayInZone(event.meta.occurredAt, zone)) ? [occurredAt] : [];
  return [...day, ...textsIn(event.data).flatMap(([path, text]) => (isTaken(path, text, text) ? [path] : []))];
}

/** Every text by its path: `claim.lines[0].description`. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, path === '' ? name : `${path}.${name}`));
}
