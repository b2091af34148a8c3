import { clockFacts } from '@redress/deadlines/clock/derive-clocks.js';
import type { ClockFact, HistoryEvent, Law } from '@redress/deadlines/clock/clock.js';
import type { Subject } from '@redress/processing/projection.js';
import { kindOfStream } from './case-kinds.js';
import type { LawInForce } from '../law-in-force/law-in-force.js';

/** What a view keeps of a case from one of its events to the next. */
export interface Followed {
  /** An office still owes something. */
  readonly open: boolean;
  /** Every event of the case, in revision order. */
  readonly history: readonly HistoryEvent[];
}

/**
 * A case's clocks under a law: derived once for all views which work on the same page, for they are the same. Events do
 * not change (invariant 5), so the last one's id names the history, where none before it is left out. As of a past day
 * some are, and a correction is the last of that day as well as of today: those histories are not for here.
 */
export function clocksOf({ stream, state }: Subject<Followed>, { lawFor }: LawInForce): readonly ClockFact[] {
  const law = lawFor(kindOfStream(stream).kind);
  const last = state.history.at(-1);
  if (law === null || last === undefined) return [];
  let derived = derivedUnder.get(law);
  if (derived === undefined) derivedUnder.set(law, (derived = new Map<string, readonly ClockFact[]>()));
  const key = `${stream} ${last.id}`;
  const known = derived.get(key);
  if (known !== undefined) return known;
  const clocks = clockFacts(state.history, law);
  if (derived.size >= CASES_KEPT) derived.delete(derived.keys().next().value!);
  derived.set(key, clocks);
  return clocks;
}

const CASES_KEPT = 2_000;
const derivedUnder = new WeakMap<Law, Map<string, readonly ClockFact[]>>();
