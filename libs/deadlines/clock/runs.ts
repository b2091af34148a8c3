import { dateOfDay } from '../calendar/plain-date.js';
import { type DatedEvent } from './dated-history.js';
import { type ExplainedRun } from './explanation.js';
import { type Period } from './period.js';
import { type Term } from './term.js';

/**
 * The runs of a period, each named by the business act which moved the due date: its start, an extension which counts, a
 * resumption after a pause of a day or more. A rung fires once a run, so nothing else may open one (invariant 13): not a
 * correction, not a new calendar, not a pause after the due date.
 */
export function runsOf(period: Period, term: Term): readonly ExplainedRun[] {
  const openings: { readonly by: DatedEvent; readonly openedBy: ExplainedRun['openedBy'] }[] = [];
  for (const { resumedBy } of term.reach.leftOut) {
    if (resumedBy !== null) openings.push({ by: resumedBy, openedBy: 'resumption' });
  }
  for (const extension of term.extensions) {
    if (extension.outcome === 'counts') openings.push({ by: extension.approval, openedBy: 'extension' });
  }
  openings.sort((a, b) => a.by.day - b.by.day || a.by.order - b.by.order);
  return [{ by: period.start, openedBy: period.openedBy }, ...openings].map(({ by, openedBy }) => ({
    run: by.event.id,
    openedBy,
    on: dateOfDay(by.day),
  }));
}

export function lastRun(runs: readonly ExplainedRun[]): string {
  return (runs.at(-1) as ExplainedRun).run;
}
