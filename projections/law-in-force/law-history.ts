import type { Law } from '@redress/deadlines/clock/clock.js';
import type { LawPack } from '@redress/deadlines/law/law-pack.js';
import type { Position } from '@redress/event-store/port.js';
import type { ReferenceFold, Row, ViewTable } from '@redress/processing/projection.js';
import type { ViewDb } from '../reader.js';
import { lawCategories, lawInForce, lawInLog, lawRow, type LawInForce, type LawInLog } from './law-in-force.js';
import type { RecordedEvent } from '@redress/event-store/port.js';

/** The law as it was known from an instant on. */
export interface Edition {
  readonly recordedAt: string;
  readonly position: Position;
  readonly law: LawInLog;
  /** The kinds of case whose clocks may differ from those of the edition before; null: all. */
  readonly concerns: ReadonlySet<string> | null;
}

/** Every edition of the law, oldest first: views of the past ask what was known, not what is. */
export interface LawHistory {
  readonly editions: readonly Edition[];
}

export const lawHistory: ReferenceFold<LawHistory> = {
  categories: lawCategories,
  initial: { editions: [] },
  evolve({ editions }, event) {
    const before = editions.at(-1)?.law ?? lawInLog.initial;
    const law = lawInLog.evolve(before, event);
    const { recordedAt, position, stream } = event;
    return { editions: [...editions, { recordedAt, position, law, concerns: concerned(before, law, stream) }] };
  },
};

function concerned(before: LawInLog, after: LawInLog, stream: string): ReadonlySet<string> | null {
  if (stream.startsWith('calendar-')) return null;
  if (!stream.startsWith('lawPack-')) return new Set();
  const packs = [before, after].flatMap(({ documents }) => (documents.get(stream) as LawPack | undefined) ?? []);
  return new Set(packs.flatMap(({ rules }) => rules.map(({ caseKind }) => caseKind)));
}

/** An edition which matters to one kind of case. */
export interface EditionForKind extends Pick<Edition, 'recordedAt' | 'position'> {
  readonly law: Law | null;
}

/** The editions which a kind of case feels: one array for each history and kind. */
export function editionsFor(history: LawHistory, kind: string): readonly EditionForKind[] {
  let kinds = byKind.get(history);
  if (kinds === undefined) byKind.set(history, (kinds = new Map<string, readonly EditionForKind[]>()));
  let editions = kinds.get(kind);
  if (editions === undefined) {
    editions = history.editions
      .filter(({ concerns }) => concerns === null || concerns.has(kind))
      .map(({ recordedAt, position, law }) => ({ recordedAt, position, law: law.lawFor(kind) }));
    kinds.set(kind, editions);
  }
  return editions;
}

const byKind = new WeakMap<LawHistory, Map<string, readonly EditionForKind[]>>();

/** A view's own table in which readers find every edition of the law, by the hash of the event it came with. */
export function lawHistoryTable(name: string): ViewTable {
  return { name, holds: 'reference', key: ['hash'] };
}

export function lawHistoryRow(event: RecordedEvent): Row {
  return { ...lawRow(event), recorded_at: event.recordedAt, position: event.position };
}

/** The law as it was known at an instant. @param knownAt ISO 8601 in UTC, of our own making */
export function lawKnownAt(db: ViewDb, table: string, knownAt: string): Promise<LawInForce> {
  return lawInForce(db, editionsKnown(table, knownAt));
}

/** SQL: the last edition of each stream known at an instant. */
export function editionsKnown(table: string, knownAt: string): string {
  return `(SELECT DISTINCT ON (stream) stream, hash, position, content FROM ${table}
    WHERE recorded_at <= '${knownAt}' ORDER BY stream, ${table.split('.').at(-1)!}.position DESC) AS known`;
}
