import type { TimelineEntry } from '../../api/types.js';
import { dayOf } from '../../calendar/show-date.js';
import { valueAt } from '../../kit/paths.js';

/** By which a correction names the day of an entry. */
export const dayField = 'occurredAt';

type Entry = Pick<TimelineEntry, 'id' | 'revision' | 'type' | 'occurredAt' | 'data'>;

/** How a field of an entry reads now: as it was last corrected, else as it was recorded; null where no text stands there. */
export function readingOf(timeline: readonly Entry[], entry: Entry, field: string): string | null {
  const corrections = timeline.filter(
    ({ type, data }) => type === 'FactCorrected' && data['event'] === entry.id && data['field'] === field,
  );
  const last = corrections.reduce<Entry | null>(
    (latest, one) => (latest !== null && BigInt(latest.revision) > BigInt(one.revision) ? latest : one),
    null,
  );
  const reads = last ? last.data['is'] : field === dayField ? dayOf(entry.occurredAt) : valueAt(entry.data, field);
  return typeof reads === 'string' ? reads : null;
}

/** `claim.lines[0].description` by its names and numbers: `lines`, 1, `description`. */
export function stepsOf(field: string): readonly (string | number)[] {
  const steps = field.split(/[.[\]]+/).filter((step) => step !== '');
  const [first, ...rest] = steps;
  const told = rest.length > 0 && wholes.has(first ?? '') ? rest : steps;
  return told.map((step) => (/^\d+$/.test(step) ? Number(step) + 1 : step));
}

/** What an event holds whole, so that naming it says nothing. */
const wholes: ReadonlySet<string> = new Set(['claim', 'complaint', 'request']);
