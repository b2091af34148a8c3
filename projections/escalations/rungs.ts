import type { FiredRung } from '@redress/cases/shared/procedure/events.js';
import type { Name } from '@redress/cases/shared/reference.js';
import { rungKey } from '@redress/cases/shared/procedure/state.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import { rungsOf } from '@redress/deadlines/ladder/rungs.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import { evolveListed, summaryOf, type ListedCase } from '../followed-case/listed-case.js';
import type { LawInForce } from '../law-in-force/law-in-force.js';

/** A rung of a case's ladder, open or fired. */
export interface LadderRung extends Omit<FiredRung, 'policy' | 'explanation' | 'late'> {
  readonly provisional: boolean;
  readonly firedAt: string | null;
  /** Null while open: it is late once its day has passed. */
  readonly late: boolean | null;
}

export interface EscalatedCase extends ListedCase {
  readonly fired: readonly LadderRung[];
}

export function evolveEscalated(escalated: EscalatedCase | null, event: RecordedEvent): EscalatedCase | null {
  const listed = evolveListed(escalated, event);
  if (listed === null) return null;
  const fired = escalated?.fired ?? [];
  return { ...listed, fired: event.type === 'RungFired' ? [...fired, firedRung(event)] : fired };
}

function firedRung(event: RecordedEvent): LadderRung {
  const { explanation: _, policy: __, ...fired } = event.data as unknown as FiredRung;
  return { ...fired, provisional: false, firedAt: event.recordedAt };
}

/**
 * The rungs which may still fire. A rung that fired once in this run of its clock is none of them whatever its date is
 * now (invariant 13); neither is any rung of a closed case, a stopped clock, or a run that was superseded.
 */
export function openRungs(
  escalated: EscalatedCase,
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
