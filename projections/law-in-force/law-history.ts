import type { Law } from '@redress/deadlines/clock/clock.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { Row, ViewTable } from '@redress/processing/projection.js';
import { instantOf, type Instant } from '../instants.js';
import { lawRow, type Edition, type LawInLog } from './law-in-force.js';

/** An edition which matters to one kind of case. */
export interface EditionForKind {
  readonly knownFrom: Instant;
  readonly position: bigint;
  readonly law: Law | null;
}

/** The editions which a kind of case feels: one array for each edition of the whole and kind. */
export function editionsFor({ editions: all }: LawInLog, kind: string): readonly EditionForKind[] {
  let kinds = byKind.get(all);
  if (kinds === undefined) byKind.set(all, (kinds = new Map<string, readonly EditionForKind[]>()));
  let editions = kinds.get(kind);
  if (editions === undefined) {
    editions = all
      .filter(({ concerns }) => concerns === null || concerns.has(kind))
      .map(({ recordedAt, position, lawFor }) => ({
        knownFrom: instantOf(recordedAt),
        position: BigInt(position),
        law: lawFor(kind),
      }));
    kinds.set(kind, editions);
  }
  return editions;
}

const byKind = new WeakMap<readonly Edition[], Map<string, readonly EditionForKind[]>>();

/** A view's own table in which readers find every edition of the law, by the hash of the event it came with. */
export function lawHistoryTable(name: string): ViewTable {
  return { name, holds: 'reference', key: ['hash'] };
}

export function lawHistoryRow(event: RecordedEvent): Row {
  return { ...lawRow(event), recorded_at: event.recordedAt, position: event.position };
}
