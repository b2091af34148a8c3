import { dayInZone } from '@redress/deadlines/calendar/zone-day.js';
import type { Row } from '@redress/processing/projection.js';
import { instantText, type Instant } from '../followed-case/instants.js';
import type { KnownSpan } from '../followed-case/known-spans.js';

/** By what finished clocks and closed cases are counted. `rule` is empty for a case. */
export interface Counted {
  readonly rule: string;
  readonly state: string;
  readonly kind: string;
  /** The office which held it, and its district; the empty text for an office of the whole city. */
  readonly office: string;
  readonly district: string;
  /** Who may read the case; told of cases alone. */
  readonly offices?: readonly string[];
  /** Due date, or of a clock without one the day it began; of a case its day of lodging. */
  readonly counts_on: string;
  readonly provisional: boolean;
  readonly duty: string;
}

/**
 * How the counts change along both times: a span known from k to l which held from e to f adds one at (k, e) and at
 * (l, f), and takes one away at (k, f) and at (l, e). So the count as of E, known at K is the sum of what stands at
 * `known ≤ K` and `held ≤ E`, and days and months can be summed beforehand.
 */
export function changesOf(spans: readonly KnownSpan<Counted>[]): readonly Row[] {
  const changes = new Map<string, Change>();
  for (const { knownFrom, knownTo, heldFrom, heldTo, is } of spans) {
    const group = groupOf(is);
    add(changes, group, knownFrom, heldFrom, 1);
    add(changes, group, knownFrom, heldTo, -1);
    add(changes, group, knownTo, heldFrom, -1);
    add(changes, group, knownTo, heldTo, 1);
  }
  return [...changes]
    .filter(([, { sign }]) => sign !== 0)
    .sort(([a, one], [b, other]) => one.known - other.known || one.held - other.held || (a < b ? -1 : 1))
    .flatMap(([, change]) => Array.from({ length: Math.abs(change.sign) }, () => rowOf(change)));
}

interface Change {
  readonly known: Instant;
  readonly held: Instant;
  readonly group: ReturnType<typeof groupOf>;
  sign: number;
}

function groupOf({ rule, state, kind, offices = [], office, district, counts_on, provisional, duty }: Counted) {
  const counts_month = `${counts_on.slice(0, 7)}-01`;
  return { rule, state, kind, offices, office, district, counts_month, provisional, duty };
}

function add(changes: Map<string, Change>, group: Change['group'], known: Instant, held: Instant, sign: 1 | -1): void {
  if (known === Infinity || held === Infinity) return;
  const key = `${known} ${held} ${JSON.stringify(group)}`;
  const change = changes.get(key);
  if (change === undefined) changes.set(key, { known, held, group, sign });
  else change.sign += sign;
}

function rowOf({ known, held, group, sign }: Change): Row {
  const [knownAt, heldAt] = [instantText(known), instantText(held)];
  return {
    ...group,
    sign: Math.sign(sign),
    known_at: knownAt,
    held_at: heldAt,
    known_on: dayInZone(knownAt, 'Asia/Shanghai'),
    held_on: dayInZone(heldAt, 'Asia/Shanghai'),
  };
}
