import { type Calendar } from '../calendar/calendar.js';
import { type ClockFact } from '../clock/clock.js';
import { type DueRung, type EscalationPolicy } from './escalation-policy.js';

/**
 * The days on which the rungs of a clock are due to fire, the earliest first. None for a clock that has stopped or ended,
 * or of which nothing can be told; the rungs of a paused clock wait for its resumption, which opens a run of its own. A
 * rung beyond the known calendar waits for the notice.
 */
export function rungsOf(fact: ClockFact, policy: EscalationPolicy, calendar: Calendar): readonly DueRung[] {
  const { cautiousDueOn } = fact;
  if (fact.state !== 'open' || cautiousDueOn === null) return [];
  const ladder = policy.ladders.find(
    (candidate) => candidate.rule === fact.rule && candidate.caseKind === fact.caseKind,
  );
  const due: DueRung[] = [];
  for (const rung of ladder?.rungs ?? []) {
    const day =
      rung.unit === 'WD'
        ? calendar.addWorkingDays(cautiousDueOn, rung.offset)
        : calendar.addCalendarDays(cautiousDueOn, rung.offset);
    if (day.due === null) continue;
    due.push({
      rung: rung.id,
      rule: fact.rule,
      subject: fact.subject,
      run: fact.run,
      dueOn: day.due,
      provisional: fact.provisional || day.provisional,
      tells: rung.tells,
      act: rung.act,
      title: rung.title,
    });
  }
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
