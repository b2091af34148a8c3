import { category } from '@redress/cases/overdue-payment/events.js';
import { parseCalendar } from '@redress/deadlines/calendar/calendar.js';
import type { Law } from '@redress/deadlines/clock/clock.js';
import { packsFor } from '@redress/deadlines/clock/derive-clocks.js';
import type { EscalationPolicy } from '@redress/deadlines/ladder/escalation-policy.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { ViewDb } from '@redress/processing/projection.js';

/** Categories of the streams from which views learn the law; the last version in each stream is the one in force. */
export const lawCategories = ['calendar', 'lawPack', 'policy'] as const;

/** Event types of those streams, with the field of the data in which the document stands. */
const documents: Readonly<Record<string, string>> = {
  CalendarPublished: 'calendar',
  LawPackPublished: 'pack',
  EscalationPolicyPublished: 'policy',
};

export interface LawInForce {
  /** Null until a calendar is known: without one there are no clocks. */
  readonly law: Law | null;
  readonly policies: readonly EscalationPolicy[];
}

/** Dates must not rest on half-known law: an event that this release does not know stops the view. */
export class UnknownLawEvent extends Error {
  override readonly name = 'UnknownLawEvent';

  constructor({ type, stream }: RecordedEvent) {
    super(`this release does not know the event ${type} of ${stream}`);
  }
}

export function isLawEvent({ stream }: RecordedEvent): boolean {
  return lawCategories.some((known) => stream.startsWith(`${known}-`));
}

/** Keeps the document in the view's own table `(stream, hash, content)`. @throws UnknownLawEvent */
export async function keepLaw(db: ViewDb, table: string, event: RecordedEvent): Promise<void> {
  const field = documents[event.type];
  if (field === undefined) throw new UnknownLawEvent(event);
  await db.query(
    `INSERT INTO ${table} (stream, hash, content) VALUES ($1, $2, $3)
     ON CONFLICT (stream) DO UPDATE SET hash = excluded.hash, content = excluded.content`,
    [event.stream, event.hash, JSON.stringify(event.data[field])],
  );
}

interface LawRow {
  readonly stream: string;
  readonly hash: string;
  readonly content: string;
}

/**
 * Parsed law by the hashes of the events it came from. What the rows say decides, so a page rolled back, another view or
 * another build never sees law that is not its own; one object an edition, as `clockFacts` asks.
 */
const parsed = new Map<string, LawInForce>();
const editionsKept = 8;

export async function lawInForce(db: ViewDb, table: string): Promise<LawInForce> {
  const edition = await db.query<Omit<LawRow, 'content'>>(`SELECT stream, hash FROM ${table} ORDER BY stream`);
  const known = parsed.get(keyOf(edition));
  if (known) return known;
  const rows = await db.query<LawRow>(`SELECT stream, hash, content FROM ${table} ORDER BY stream`);
  const law = parse(rows);
  for (const oldest of [...parsed.keys()].slice(0, Math.max(0, parsed.size + 1 - editionsKept))) parsed.delete(oldest);
  parsed.set(keyOf(rows), law);
  return law;
}

function keyOf(rows: readonly Omit<LawRow, 'content'>[]): string {
  return rows.map(({ stream, hash }) => `${stream} ${hash}`).join('\n');
}

function parse(rows: readonly LawRow[]): LawInForce {
  const of = (kind: (typeof lawCategories)[number]): readonly unknown[] =>
    rows.filter(({ stream }) => stream.startsWith(`${kind}-`)).map(({ content }) => JSON.parse(content) as unknown);
  const [calendar] = of('calendar');
  const packs = of('lawPack').map((pack) => parseLawPack(pack, knownEvents));
  return {
    law: calendar === undefined ? null : { calendar: parseCalendar(calendar), packs: packsFor(category, packs) },
    // Checked against the packs of its day when it was published: a pack that comes later must not stop the view.
    policies: of('policy') as readonly EscalationPolicy[],
  };
}
