import { readFileSync } from 'node:fs';
import { namesInCircle } from '@redress/access/confidentiality.js';
import { lineOf } from '@redress/access/disclosure/disclosures.js';
import type { ClockFact } from '@redress/deadlines/clock/clock.js';
import { outlastsEnd, stillOwed } from '@redress/deadlines/ladder/still-owed.js';
import type { ProjectionDefinition, Rows, Subject } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { caseColumns, clockShown } from '../followed-case/case-row.js';
import { clocksOf } from '../followed-case/clocks.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import { holderOf } from '../followed-case/told-case.js';
import { lawInLog, lawRow, lawTable, type LawInLog } from '../law-in-force/law-in-force.js';
import { mostUrgent } from '../law-in-force/standing.js';
import { searchable } from '../name-search.js';
import { listGroup, respondentReader, type ListGroup } from './list-group.js';
import { caseMarks } from './marks.js';

/** One row a case, with all that a list filters, orders and shows; one for each who reads it; and what it is searched by. */
export const worklist: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'worklist',
  version: 11,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'worklist', holds: 'subject', key: ['case_id'] },
    { name: 'worklist_reader', holds: 'subject', key: ['case_id', 'reader'] },
    { name: 'worklist_name', holds: 'subject', key: ['case_id'] },
    lawTable('worklist_law'),
  ],
  counts: [
    {
      name: 'worklist_count',
      of: 'worklist',
      by: { list: `unnest(array_remove(ARRAY['*', district], NULL))`, list_group: 'list_group' },
      reads: ['district', 'list_group'],
    },
    { name: 'worklist_reader_count', of: 'worklist_reader', by: { reader: 'reader', list_group: 'list_group' } },
    {
      name: 'worklist_party',
      of: 'worklist_name',
      by: { party: 'unnest(array_remove(ARRAY[complainant, respondent], NULL))' },
    },
  ],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  isOpen: ({ open, history }) => open || outlastsEnd(history),
  rows: rowsOf,
  referenceRows: (event) => ({ worklist_law: [lawRow(event)] }),
};

function rowsOf(subject: Subject<FollowedCase>, law: LawInLog): Rows {
  const { id, state } = subject;
  const summary = summaryOf(state);
  const { complainant, respondent, firstContact, level } = summary;
  const { office, person } = holderOf(summary);
  const clocks = clocksOf(subject.state, law);
  const owed = state.open ? null : mostUrgent(stillOwed(clocks, { ended: true, events: state.history }));
  const clock = owed ?? mostUrgent(clocks);
  const shown = clock === null ? { provisional: false, clock: null } : clockShown(clock);
  const columns = { ...caseColumns(id, state.kind, state.told), ...shown };
  const { case_id, kind, status, lodged_on, offices } = columns;
  const due_sort = clock?.duty === 'office' ? (clock.dueOn ?? 'infinity') : 'infinity';
  const hands = (holds: boolean): ListGroup['hands'] => {
    if (state.open) return person === null ? 'unassigned' : 'assigned';
    return holds && owed !== null ? 'owing' : 'closed';
  };
  const groupOf = (holds: boolean) => ({ kind, status, level, hands: hands(holds), holds: state.open && holds });
  const holders = namesInCircle({ office: office.id, officer: person?.id ?? '', isHead: true });
  const held = { holder_office: office.id, holder: person?.id ?? null, first_contact: firstContact?.id ?? null };
  const names = [complainant, ...(respondent ? [respondent] : [])].map(({ name }) => searchable(name));
  const parties = {
    complainant: `${complainant.creditCode} ${names[0]!}`,
    respondent: respondent && `${respondent.creditCode ?? ''} ${names[1]!}`,
  };
  const codes = [complainant.creditCode, respondent?.creditCode ?? null];
  const marks = caseMarks(names, codes, columns.case_number);
  const listed = (holds: boolean) => ({ list_group: listGroup(groupOf(holds)), due_sort, lodged_on, marks });
  const told = { status_told: summary.statusToRespondent ?? status, clock_told: isTold(state, clock) };
  const readers = offices.map((reader) => ({ case_id, reader, ...listed(holders.includes(reader)) }));
  if (columns.told_respondent !== null) {
    const list_group = listGroup({ ...groupOf(false), status: told.status_told });
    // The place in a list, and the cursor of a page, would say the date of a clock of which it is not told.
    const due = { due_sort: told.clock_told ? due_sort : 'infinity' };
    readers.push({ case_id, reader: respondentReader(columns.told_respondent), ...listed(false), list_group, ...due });
  }
  return {
    worklist: [{ ...columns, ...parties, ...listed(true), ...told, open: state.open, ...held }],
    worklist_reader: readers,
    worklist_name: [{ case_id, number: columns.case_number, ...parties, names: names.join('\n') }],
  };
}

/** Whether the respondent may know of the event which opened this run of a clock. */
function isTold({ kind, history }: FollowedCase, clock: ClockFact | null): boolean {
  const start = history.find(({ id }) => id === clock?.run);
  return start === undefined || lineOf(kind, start.type).respondent(start.data, { mayReadCase: () => false }) !== null;
}
