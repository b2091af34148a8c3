import { readFileSync } from 'node:fs';
import { category } from '@redress/cases/overdue-payment/events.js';
import type { ProjectionDefinition, Subject } from '@redress/processing/projection.js';
import { caseColumns } from '../followed-case/case-row.js';
import { clocksOf } from '../followed-case/case-view.js';
import { evolveListed, holderOf, type ListedCase } from '../followed-case/listed-case.js';
import { lawInLog, lawRow, lawTable, type LawInLog } from '../law-in-force/law-in-force.js';
import { mostUrgent } from '../law-in-force/standing.js';
import { characterPairs, searchable } from './name-search.js';

/** One row a case, with all that a list filters, orders and shows. */
export const worklist: ProjectionDefinition<ListedCase, LawInLog> = {
  name: 'worklist',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'worklist', holds: 'subject', key: ['case_id'] }, lawTable('worklist_law')],
  categories: [category],
  reference: lawInLog,
  evolve: evolveListed,
  isOpen: ({ open }) => open,
  rows: (subject, law) => ({ worklist: [rowOf(subject, law)] }),
  referenceRows: (event) => ({ worklist_law: [lawRow(event)] }),
};

function rowOf(subject: Subject<ListedCase>, law: LawInLog) {
  const { id, state } = subject;
  const { claim, mediator } = state.file;
  const clock = mostUrgent(clocksOf(subject, law));
  const names = [searchable(claim.complainant.name), searchable(claim.respondent.name)];
  return {
    ...caseColumns(id, state, clock),
    open: state.open,
    respondent_code: claim.respondent.creditCode,
    holder_office: holderOf(state.file).office.id,
    mediator: mediator?.id ?? null,
    due_sort: clock?.dueOn ?? 'infinity',
    due_on: clock?.dueOn ?? null,
    cautious_due_on: clock?.cautiousDueOn ?? null,
    rule: clock?.rule ?? null,
    names: names.join('\n'),
    name_pairs: characterPairs(names.join('\n')).filter((pair) => !pair.includes('\n')),
  };
}
