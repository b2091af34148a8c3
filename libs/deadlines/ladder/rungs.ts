import { type Calendar } from '../calendar/calendar.js';
import { type ClockFact } from '../clock/clock.js';
import { type ClimbedRung, type DueRung, type EscalationPolicy, type Rung } from './escalation-policy.js';

/**
 * The days on which the rungs of a clock are due to fire, the earliest first. None for a clock that has stopped or ended,
 * or of which nothing can be told; the rungs of a paused clock wait for its resumption, which opens a run of its own. A
 * rung beyond the known calendar waits for the notice; one whose day lies before the policy was in force is none of it.
 */
export function rungsOf(fact: ClockFact, policy: EscalationPolicy, calendar: Calendar): readonly DueRung[] {
  return ladderOf(fact, policy, calendar)
    .filter((rung) => 'dueOn' in rung)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Every rung of a clock that is not over, in the order of the ladder: with its day, or with why it waits for one. */
export function ladderOf(fact: ClockFact, policy: EscalationPolicy, calendar: Calendar): readonly ClimbedRung[] {
  if (fact.state === 'stopped' || fact.state === 'ended') return [];
  const ladder = policy.ladders.find(
    (candidate) => candidate.rule === fact.rule && candidate.caseKind === fact.caseKind,
  );
  return (ladder?.rungs ?? []).flatMap((rung) => {
    const climbed = climbedRung(rung, fact, calendar);
    return 'dueOn' in climbed && climbed.dueOn < policy.validFrom ? [] : [climbed];
  });
}

function climbedRung({ id, offset, unit, ...of }: Rung, fact: ClockFact, calendar: Calendar): ClimbedRung {
  const { cautiousDueOn, rule, subject, run } = fact;
  const rung = { rung: id, rule, subject, run, tells: of.tells, act: of.act, title: of.title };
  if (fact.state === 'paused') return { ...rung, waits: 'paused' };
  if (fact.state !== 'open' || cautiousDueOn === null) return { ...rung, waits: 'cannotTell' };
  const day =
    unit === 'WD' ? calendar.addWorkingDays(cautiousDueOn, offset) : calendar.addCalendarDays(cautiousDueOn, offset);
  if (day.due === null) return { ...rung, waits: 'calendar' };
  return { ...rung, dueOn: day.due, provisional: fact.provisional || day.provisional };
}
