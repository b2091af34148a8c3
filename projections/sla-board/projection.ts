import { readFileSync } from 'node:fs';
import { category } from '@redress/cases/overdue-payment/events.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import type { ProjectionDefinition, ViewDb } from '@redress/processing/projection.js';
import { caseColumns } from '../followed-case/case-row.js';
import { applyToView, type CaseView, type FollowedCase } from '../followed-case/case-view.js';
import { evolveListed, type ListedCase } from '../followed-case/listed-case.js';
import { writeRows } from '../followed-case/rows.js';
import { lawCategories } from '../law-in-force/law-in-force.js';
import { changeCounts, type Counted } from './counts.js';

const view: CaseView<ListedCase> = {
  cases: 'sla_case',
  law: 'sla_law',
  evolve: evolveListed,
  write: writeClocks,
};

/** Every clock of every case, and how many stand where. */
export const slaBoard: ProjectionDefinition = {
  name: 'sla-board',
  version: 2,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: ['sla_clock', 'sla_count', 'sla_law'],
  categories: [category, ...lawCategories],
  referenceCategories: lawCategories,
  apply: (event, db) => applyToView(view, event, db),
};

/** A clock's state in the counts; what depends on the day (running, due soon, late) is told by the query. */
export type CountedState = 'open' | 'paused' | 'met' | 'metLate' | 'ended' | 'endedLate' | 'cannotTell';

async function writeClocks(db: ViewDb, cases: readonly FollowedCase<ListedCase>[]): Promise<void> {
  const before = await db.query<Counted>(
    `DELETE FROM sla_clock WHERE case_id = ANY($1)
     RETURNING accepting_office, handling_office, district, rule, state, due_sort, provisional`,
    [cases.map(({ caseId }) => caseId)],
  );
  const rows = cases.flatMap(({ caseId, state, clocks }) => clocks.map((clock) => rowOf(caseId, state, clock)));
  await writeRows(db, 'sla_clock', ['case_id', 'rule', 'subject', 'run'], rows);
  await changeCounts(db, before, rows);
}

function rowOf(caseId: string, listed: ListedCase, clock: ClockFact) {
  const { rule, subject, run } = clock;
  const state = countedState(clock);
  return {
    ...caseColumns(caseId, listed, clock),
    rule,
    subject,
    run,
    state,
    due_sort: state === 'open' ? (clock.dueOn ?? 'infinity') : 'infinity',
    clock: caseColumns(caseId, listed, clock).clock!,
  };
}

function countedState({ state, stoppedLate, endedLate }: ClockFact): CountedState {
  if (state === 'stopped') return stoppedLate === true ? 'metLate' : 'met';
  return state === 'ended' && endedLate === true ? 'endedLate' : state;
}
