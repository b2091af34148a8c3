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
 * The clocks of a case as of its last event under a law: derived once for all views, and once more for none of the moments
 * that went before it. The last entry of a history stands for all of it, where none before it is left out: as of a past day
 * some are, and a correction is the last of that day as well as of today. Those histories are not for here.
 */
export function clocksOf({ stream, state }: Subject<Followed>, { lawFor }: LawInForce): readonly ClockFact[] {
  const law = lawFor(kindOfStream(stream).kind);
  return law === null ? [] : clocksAfter(state.history, law);
}

/** @param history every event of a stream up to one */
export function clocksAfter(history: readonly HistoryEvent[], law: Law): readonly ClockFact[] {
  const last = history.at(-1);
  if (last === undefined) return [];
  let derived = derivedUnder.get(law);
  if (derived === undefined) derivedUnder.set(law, (derived = new WeakMap<HistoryEvent, readonly ClockFact[]>()));
  let clocks = derived.get(last);
  if (clocks === undefined) derived.set(last, (clocks = clockFacts(history, law)));
  return clocks;
}

const derivedUnder = new WeakMap<Law, WeakMap<HistoryEvent, readonly ClockFact[]>>();
