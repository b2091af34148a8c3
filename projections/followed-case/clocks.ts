import type { ClockFact, Law } from '@redress/deadlines/clock/clock.js';
import { clockFacts } from '@redress/deadlines/clock/derive-clocks.js';
import type { LawInForce } from '../law-in-force/law-in-force.js';
import type { FollowedCase, Step } from './followed-case.js';

/** The clocks of a case as of its last event: derived once for all views. */
export function clocksOf({ kind, steps }: FollowedCase, { lawFor }: LawInForce): readonly ClockFact[] {
  const law = lawFor(kind);
  return law === null ? [] : clocksAfter(steps, law);
}

/** @param steps every event of a stream up to one; of no past day, where some before it may not have taken effect */
export function clocksAfter(steps: readonly Step[], law: Law): readonly ClockFact[] {
  return steps.at(-1)?.once.get(clocksAfter, law, () => clocksUnder(steps, law)) ?? [];
}

export function clocksUnder(steps: readonly Step[], law: Law): readonly ClockFact[] {
  return clockFacts(
    steps.map(({ history }) => history),
    law,
  );
}
