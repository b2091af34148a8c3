import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { ToldOfRung } from '@redress/cases/shared/procedure/events.js';
import { rungKey } from '@redress/cases/shared/procedure/rungs.js';
import type { Name } from '@redress/cases/shared/reference.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import { levelTold, type ClimbedRung, type RungWait } from '@redress/deadlines/ladder/escalation-policy.js';
import { ladderOf } from '@redress/deadlines/ladder/rungs.js';
import { stillOwed } from '@redress/deadlines/ladder/still-owed.js';
import type { LadderRung } from '../followed-case/ladder-rung.js';
import { summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import { holderOf, type Holder } from '../followed-case/told-case.js';
import type { LawInForce } from '../law-in-force/law-in-force.js';

/** Why a rung that has not fired will not: a supervisor set it aside, or its clock has no day for it. */
export type Held = 'overridden' | RungWait;

/** What a rung that fired still waits for. */
export type Awaits = 'reason' | 'decision' | 'acknowledgement';

/** A rung of a case's ladder as the list has it. */
export interface ListedRung extends Pick<LadderRung, 'clock' | 'subject' | 'run' | 'rung' | 'act' | 'title' | 'tells'> {
  readonly key: string;
  /** PlainDates; null while the rung has no day. */
  readonly dueOn: string | null;
  readonly clockDueOn: string | null;
  readonly provisional: boolean;
  readonly held: Held | null;
  readonly firedAt: string | null;
  /** Null while open: it is late once its day has passed. */
  readonly late: boolean | null;
  /** Of one that fired: its day by what is known now, where that is another. */
  readonly movedTo: string | null;
  readonly awaits: Awaits | null;
  readonly told: readonly ToldOfRung[];
  /** Who must act: the holder before it fires, afterwards whoever is waited for. */
  readonly mustAct: Pick<Holder, 'office' | 'person'> | null;
}

/**
 * Every rung of a case's ladders, each once. A rung that fired once in this run of its clock is not open again whatever
 * its date is now (invariant 13); a clock that stopped or ended, and a run that was superseded, have none.
 */
export function rungsOfCase(
  escalated: FollowedCase,
  clocks: readonly ClockFact[],
  { law, policies }: LawInForce,
): readonly ListedRung[] {
  const summary = summaryOf(escalated);
  const climbed = new Map<string, ClimbedRung & { readonly clockDueOn: string | null }>();
  const owed = stillOwed(clocks, { ended: !escalated.open, events: escalated.history });
  for (const policy of law === null ? [] : policies) {
    for (const clock of owed) {
      for (const rung of ladderOf(clock, policy, law!.calendar)) {
        const key = rungKey({ ...rung, clock: rung.rule });
        // Two policies may name one rung; it fires once, by the first.
        if (!climbed.has(key)) climbed.set(key, { ...rung, clockDueOn: clock.cautiousDueOn });
      }
    }
  }
  const fired = escalated.fired.map((rung) => firedRung(rung, climbed.get(rungKey(rung)), summary));
  const had = new Set(summary.firedRungs);
  const open = [...climbed].filter(([key]) => !had.has(key)).map(([key, rung]) => openRung(key, rung, summary));
  return [...fired, ...open];
}

function openRung(
  key: string,
  { rule, subject, run, rung, act, title, tells, clockDueOn, ...day }: ClimbedRung & { clockDueOn: string | null },
  summary: CaseSummary,
): ListedRung {
  const held = summary.overriddenRungs.includes(key) ? 'overridden' : 'waits' in day ? day.waits : null;
  return {
    ...{ key, clock: rule, subject, run, rung, act, title, tells, clockDueOn, held },
    dueOn: 'dueOn' in day ? day.dueOn : null,
    provisional: 'dueOn' in day && day.provisional,
    ...{ firedAt: null, late: null, movedTo: null, awaits: null, told: [] },
    mustAct: held === null ? holderOf(summary) : null,
  };
}

function firedRung(fired: LadderRung, now: ClimbedRung | undefined, summary: CaseSummary): ListedRung {
  const { clock, subject, run, rung, act, title, tells, told, rungDueOn, clockDueOn, firedAt, late } = fired;
  const key = rungKey(fired);
  const awaits = awaitedOf(key, act, summary);
  return {
    ...{ key, clock, subject, run, rung, act, title, tells, told, clockDueOn, firedAt, late, awaits },
    ...{ dueOn: rungDueOn, provisional: false, held: null },
    movedTo: now && 'dueOn' in now && now.dueOn !== rungDueOn ? now.dueOn : null,
    mustAct: awaits && whoMust(awaits, told, summary),
  };
}

function awaitedOf(key: string, act: string, { awaited, acknowledgedRungs, closed }: CaseSummary): Awaits | null {
  const one = awaited.find((awaits) => rungKey(awaits) === key);
  if (one) return one.act === 'requireReason' ? 'reason' : 'decision';
  return act === 'raiseLevel' && !closed && !acknowledgedRungs.includes(key) ? 'acknowledgement' : null;
}

/** A case that was raised waits for the office to which it was; what was asked, for the holder. */
function whoMust(awaits: Awaits, told: readonly ToldOfRung[], summary: CaseSummary): ListedRung['mustAct'] {
  const level = levelTold(told.map(({ receiver }) => receiver));
  const above = awaits === 'acknowledgement' ? told.find(({ receiver }) => receiver === level) : undefined;
  return above ?? holderOf(summary);
}

/** A clock's title; its rule's id where no law in force has it any more. */
export function clockTitle(rule: string, clocks: readonly ClockFact[]): Name {
  return clocks.find((clock) => clock.rule === rule)?.title ?? { zh: rule, en: rule };
}
