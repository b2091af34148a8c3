import type { CountTable, Row, Value } from '@redress/processing/projection.js';
import { sameRow } from '@redress/processing/same-row.js';
import { instantDay, instantText, type Instant } from '../instants.js';
import type { KnownSpan } from './known-spans.js';

/** What is counted: by which columns, and how much of it there is. */
export interface Counted {
  readonly group: Readonly<Record<string, Value>>;
  readonly weight: number;
}

export function sameCounted(one: Counted, other: Counted): boolean {
  return one.weight === other.weight && sameRow(one.group, other.group);
}

/**
 * How counts change along both times: a span known from k to l which held from e to f adds its weight at (k, e) and at
 * (l, f), and takes it away at (k, f) and at (l, e). So the count as of E, known at K is the sum of what stands at
 * `known_at ≤ K` and `held_at ≤ E`, and whole days and months can be summed beforehand (`countsOfChanges`).
 */
export function changesOf(spans: readonly KnownSpan<Counted>[]): readonly Row[] {
  const changes = new Map<string, Change>();
  for (const { knownFrom, knownTo, heldFrom, heldTo, is } of spans) {
    const name = JSON.stringify(is.group);
    const add = (known: Instant, held: Instant, weight: number) => {
      if (known === Infinity || held === Infinity) return;
      const key = `${known} ${held} ${name}`;
      const change = changes.get(key);
      if (change === undefined) changes.set(key, { known, held, group: is.group, weight });
      else change.weight += weight;
    };
    add(knownFrom, heldFrom, is.weight);
    add(knownFrom, heldTo, -is.weight);
    add(knownTo, heldFrom, -is.weight);
    add(knownTo, heldTo, is.weight);
  }
  return [...changes]
    .filter(([, { weight }]) => weight !== 0)
    .sort(([a, one], [b, other]) => one.known - other.known || one.held - other.held || (a < b ? -1 : 1))
    .map(([, change], n) => ({ n, ...rowOf(change) }));
}

interface Change {
  readonly known: Instant;
  readonly held: Instant;
  readonly group: Counted['group'];
  weight: number;
}

function rowOf({ known, held, group, weight }: Change): Row {
  return {
    ...group,
    weight,
    known_at: instantText(known),
    held_at: instantText(held),
    known_on: instantDay(known),
    held_on: instantDay(held),
  };
}

/** SQL: the first of the month of a day. */
export const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;

/** The sums of a table of changes by day and by month. @param group, weight SQL over a row of it @param sums their name */
export function countsOfChanges(
  table: string,
  group: Readonly<Record<string, string>>,
  weight = 'weight',
  sums = table,
): readonly CountTable[] {
  return [
    { name: `${sums}_by_day`, of: table, by: { known_on: 'known_on', held_on: 'held_on', ...group }, weight },
    {
      name: `${sums}_by_month`,
      of: table,
      by: { known_month: monthOf('known_on'), held_month: monthOf('held_on'), ...group },
      weight,
    },
  ];
}
