import { readFileSync } from 'node:fs';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { caseColumns, clockShown } from '../followed-case/case-row.js';
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
  rows({ id, state }, law) {
    const columns = caseColumns(id, state.kind, state.told);
    const place = { district: columns.district ?? '', office: holderOf(summaryOf(state)).office.id };
    return {
      sla_clock: clocksOf(state, law).map((clock) => ({ ...columns, ...place, ...clockColumns(state.kind, clock) })),
    };
  },
  referenceRows: (event) => ({ sla_law: [lawRow(event)] }),
};

/** A clock's state in the counts; what depends on the day (running, due soon, late) is told by the query. */
export type CountedState = 'open' | 'paused' | 'met' | 'metLate' | 'ended' | 'endedLate' | 'cannotTell';

function clockColumns(kind: KindName, clock: ClockFact) {
  const { rule, subject, run, duty } = clock;
  const state = countedState(clock);
  return {
    ...clockShown(clock),
    rule,
    subject,
    run,
    duty,
    state,
    clock_group: `${duty}/${kind}/${rule}/${state}`,
    due_sort: state === 'open' ? (clock.dueOn ?? 'infinity') : 'infinity',
  };
}

function countedState({ state, stoppedLate, endedLate }: ClockFact): CountedState {
  if (state === 'stopped') return stoppedLate === true ? 'metLate' : 'met';
  return state === 'ended' && endedLate === true ? 'endedLate' : state;
}
