import type { Name } from '@redress/cases/shared/reference.js';
import { rungKey } from '@redress/cases/shared/procedure/state.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import { rungsOf } from '@redress/deadlines/ladder/rungs.js';
import type { LadderRung } from '../followed-case/ladder-rung.js';
import { summaryOf, type ListedCase } from '../followed-case/listed-case.js';
import type { LawInForce } from '../law-in-force/law-in-force.js';

/**
 * The rungs which may still fire. A rung that fired once in this run of its clock is none of them whatever its date is
 * now (invariant 13); neither is any rung of a closed case, a stopped clock, or a run that was superseded.
 */
export function openRungs(
  escalated: ListedCase,
  clocks: readonly ClockFact[],
  { law, policies }: LawInForce,
): readonly LadderRung[] {
  if (!escalated.open || law === null) return [];
  const { firedRungs, overriddenRungs } = summaryOf(escalated);
  const fired = new Set([...firedRungs, ...overriddenRungs]);
  const rungs = new Map<string, LadderRung>();
  for (const policy of policies) {
    for (const clock of clocks) {
      for (const due of rungsOf(clock, policy, law.calendar)) {
        const { rule, subject, run, rung, dueOn, provisional, tells, act, title } = due;
        const key = rungKey({ clock: rule, subject, run, rung });
        // Two policies may name one rung; it fires once, by the first.
        if (fired.has(key) || rungs.has(key)) continue;
        const dates = { rungDueOn: dueOn, clockDueOn: clock.cautiousDueOn ?? dueOn };
        rungs.set(key, {
          clock: rule,
          subject,
          run,
          rung,
          ...dates,
          tells,
          act,
          title,
          provisional,
          firedAt: null,
          late: null,
        });
      }
    }
  }
  return [...rungs.values()];
}

/** A clock's title; its rule's id where no law in force has it any more. */
export function clockTitle(rule: string, clocks: readonly ClockFact[]): Name {
  return clocks.find((clock) => clock.rule === rule)?.title ?? { zh: rule, en: rule };
}
