import { readFileSync } from 'node:fs';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { caseColumns } from '../followed-case/case-row.js';
import { clocksOf } from '../followed-case/clocks.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import { holderOf } from '../followed-case/told-case.js';
import { lawInLog, lawRow, lawTable, type LawInLog } from '../law-in-force/law-in-force.js';
import { cellKey, cellReads } from './cells.js';

/** Every clock of every case, and how many stand where. */
export const slaBoard: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'sla-board',
  version: 8,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'sla_clock', holds: 'subject', key: ['case_id', 'rule', 'subject', 'run'] }, lawTable('sla_law')],
  counts: [{ name: 'sla_count', of: 'sla_clock', by: cellKey, reads: cellReads }],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  isOpen: ({ open }) => open,
  rows: (subject, law) => ({
    sla_clock: clocksOf(subject.state, law).map((clock) => rowOf(subject.id, subject.state, clock)),
  }),
  referenceRows: (event) => ({ sla_law: [lawRow(event)] }),
};

/** A clock's state in the counts; what depends on the day (running, due soon, late) is told by the query. */
export type CountedState = 'open' | 'paused' | 'met' | 'metLate' | 'ended' | 'endedLate' | 'cannotTell';

function rowOf(caseId: string, listed: FollowedCase, clock: ClockFact) {
  const { rule, subject, run, duty } = clock;
  const state = countedState(clock);
  const summary = summaryOf(listed);
  const columns = caseColumns(caseId, listed.kind, listed.told, clock);
  return {
    ...columns,
    district: columns.district ?? '',
    office: holderOf(summary).office.id,
    rule,
    subject,
    run,
    duty,
    state,
    clock_group: [duty, listed.kind, rule, state].join('/'),
    due_sort: state === 'open' ? (clock.dueOn ?? 'infinity') : 'infinity',
    clock: columns.clock!,
  };
}

function countedState({ state, stoppedLate, endedLate }: ClockFact): CountedState {
  if (state === 'stopped') return stoppedLate === true ? 'metLate' : 'met';
  return state === 'ended' && endedLate === true ? 'endedLate' : state;
}
