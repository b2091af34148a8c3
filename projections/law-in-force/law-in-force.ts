import { parseCalendar, type Calendar } from '@redress/deadlines/calendar/calendar.js';
import type { Law } from '@redress/deadlines/clock/clock.js';
import { packsFor } from '@redress/deadlines/clock/derive-clocks.js';
import { policyInLog } from '@redress/deadlines/ladder/check-policy.js';
import type { EscalationPolicy } from '@redress/deadlines/ladder/escalation-policy.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { LawPack } from '@redress/deadlines/law/law-pack.js';
import type { Position, RecordedEvent } from '@redress/event-store/port.js';
import type { ReferenceFold, Row, ViewTable } from '@redress/processing/projection.js';
import type { ViewDb } from '../reader.js';

/** Categories of the streams from which views learn the law; the last version in each stream is the one in force. */
export const lawCategories = ['calendar', 'lawPack', 'policy'] as const;

/** Event types of those streams, with the field of the data in which the document stands. */
const documents: Readonly<Record<string, string>> = {
  CalendarPublished: 'calendar',
  LawPackPublished: 'pack',
  EscalationPolicyPublished: 'policy',
};

export interface LawInForce {
  /** All of it; null until a calendar is known: without one there are no clocks. */
  readonly law: Law | null;
  /** What of it concerns one kind of case: one object an edition. */
  readonly lawFor: (caseKind: string) => Law | null;
  readonly policies: readonly EscalationPolicy[];
}

/** Dates must not rest on half-known law: an event that this release does not know stops the view. */
export class UnknownLawEvent extends Error {
  override readonly name = 'UnknownLawEvent';

  constructor({ type, stream }: RecordedEvent) {
    super(`this release does not know the event ${type} of ${stream}`);
  }
}

/** The law as the log has it, for all views: one object, so that it is read and parsed once. */
export const lawInLog: ReferenceFold<LawInLog> = {
  categories: lawCategories,
  initial: { law: null, lawFor: () => null, policies: [], documents: new Map(), editions: [] },
  evolve(before, event) {
    const { stream, recordedAt, position } = event;
    const documents = new Map([...before.documents, [stream, parseDocument(stream, documentOf(event))]]);
    const concerns = concerned(before.documents.get(stream), documents.get(stream), stream);
    const now = inForce(documents);
    // A kind which it does not concern keeps its law as one object, under which its clocks are derived already.
    const lawFor: LawInForce['lawFor'] = (kind) =>
      concerns === null || concerns.has(kind) ? now.lawFor(kind) : before.lawFor(kind);
    return { ...now, lawFor, documents, editions: [...before.editions, { recordedAt, position, lawFor, concerns }] };
  },
};

export interface LawInLog extends LawInForce {
  /** Parsed, by the stream whose last version each is. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** Every edition there has been, oldest first: views of the past ask what was known, not what is. */
  readonly editions: readonly Edition[];
}

/** The law as it was known from an instant on. */
export interface Edition extends Pick<LawInForce, 'lawFor'> {
  readonly recordedAt: string;
  readonly position: Position;
  /** The kinds of case whose clocks may differ from those of the edition before; null: all. */
  readonly concerns: ReadonlySet<string> | null;
}

function concerned(before: unknown, after: unknown, stream: string): ReadonlySet<string> | null {
  if (stream.startsWith('calendar-')) return null;
  if (!stream.startsWith('lawPack-')) return new Set();
  const packs = [before, after] as readonly (LawPack | undefined)[];
  return new Set(packs.flatMap((pack) => pack?.rules.map(({ caseKind }) => caseKind) ?? []));
}

/** A view's own table `(stream, hash, content)` in which readers find the law its rows were made with. */
export function lawTable(name: string): ViewTable {
  return { name, holds: 'reference', key: ['stream'] };
}

/** @throws UnknownLawEvent */
export function lawRow(event: RecordedEvent): Row {
  return { stream: event.stream, hash: event.hash, content: JSON.stringify(documentOf(event)) };
}

function documentOf(event: RecordedEvent): unknown {
  const field = documents[event.type];
  if (field === undefined) throw new UnknownLawEvent(event);
  return event.data[field];
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

/** Of a table which keeps every edition: the last ones up to a position, those known at an instant, or all. */
export type Until = Position | 'latest' | { readonly knownAt: string };

/** @param until left out: the table has but the last edition of each stream */
export async function lawInForce(db: ViewDb, table: string, until?: Until): Promise<LawInForce> {
  const { select, from, values } = editions(table, until);
  const edition = await db.prepared<Omit<LawRow, 'content'>>(`${select} stream, hash ${from}`, values);
  const known = parsed.get(keyOf(edition));
  if (known) return known;
  const rows = await db.query<LawRow>(`${select} stream, hash, content ${from}`, values);
  const law = parse(rows);
  for (const oldest of [...parsed.keys()].slice(0, Math.max(0, parsed.size + 1 - editionsKept))) parsed.delete(oldest);
  parsed.set(keyOf(rows), law);
  return law;
}

function editions(table: string, until?: Until) {
  if (until === undefined) return { select: 'SELECT', from: `FROM ${table} ORDER BY stream`, values: [] };
  const [where, values] =
    until === 'latest'
      ? ['true', []]
      : typeof until === 'string'
        ? ['position <= $1::bigint', [until]]
        : ['recorded_at <= $1::timestamptz', [until.knownAt]];
  const from = `FROM ${table} WHERE ${where} ORDER BY stream, position DESC`;
  return { select: 'SELECT DISTINCT ON (stream)', from, values };
}

function keyOf(rows: readonly Omit<LawRow, 'content'>[]): string {
  return rows.map(({ stream, hash }) => `${stream} ${hash}`).join('\n');
}

function parse(rows: readonly LawRow[]): LawInForce {
  return inForce(
    new Map(rows.map(({ stream, content }) => [stream, parseDocument(stream, JSON.parse(content) as unknown)])),
  );
}

function parseDocument(stream: string, document: unknown): unknown {
  if (stream.startsWith('calendar-')) return parseCalendar(document);
  // A policy was checked against the packs of its day when it was published: a pack that comes later must not stop the view.
  return stream.startsWith('lawPack-') ? parseLawPack(document, knownEvents) : policyInLog(document);
}

function inForce(documents: ReadonlyMap<string, unknown>): LawInForce {
  const of = (kind: (typeof lawCategories)[number]): readonly unknown[] =>
    [...documents]
      .filter(([stream]) => stream.startsWith(`${kind}-`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, document]) => document);
  const [calendar] = of('calendar') as readonly Calendar[];
  const packs = of('lawPack') as readonly LawPack[];
  return {
    law: calendar === undefined ? null : { calendar, packs },
    lawFor: calendar === undefined ? () => null : lawsByKind(calendar, packs),
    policies: of('policy') as readonly EscalationPolicy[],
  };
}

function lawsByKind(calendar: Calendar, packs: readonly LawPack[]): LawInForce['lawFor'] {
  const laws = new Map<string, Law>();
  return (caseKind) => {
    const known = laws.get(caseKind) ?? { calendar, packs: packsFor(caseKind, packs) };
    laws.set(caseKind, known);
    return known;
  };
}
