import { readFileSync } from 'node:fs';
import type { ProjectionDefinition, Subject } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { caseColumns } from '../followed-case/case-row.js';
import { clocksOf } from '../followed-case/case-view.js';
import { evolveListed, holderOf, summaryOf, type ListedCase } from '../followed-case/listed-case.js';
import { lawInLog, lawRow, lawTable, type LawInLog } from '../law-in-force/law-in-force.js';
import { mostUrgent } from '../law-in-force/standing.js';
import { characterPairs, searchable } from './name-search.js';

/** One row a case, with all that a list filters, orders and shows. */
export const worklist: ProjectionDefinition<ListedCase, LawInLog> = {
  name: 'worklist',
  version: 3,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'worklist', holds: 'subject', key: ['case_id'] }, lawTable('worklist_law')],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveListed,
  isOpen: ({ open }) => open,
  rows: (subject, law) => ({ worklist: [rowOf(subject, law)] }),
  referenceRows: (event) => ({ worklist_law: [lawRow(event)] }),
};

function rowOf(subject: Subject<ListedCase>, law: LawInLog) {
  const { id, state } = subject;
  const summary = summaryOf(state);
  const { complainant, respondent } = summary;
  const { office, person } = holderOf(summary);
  const clock = mostUrgent(clocksOf(subject, law));
  const names = [complainant, ...(respondent ? [respondent] : [])].map(({ name }) => searchable(name));
  return {
    ...caseColumns(id, state.kind, summary, clock),
    open: state.open,
    respondent_code: respondent?.creditCode ?? null,
    holder_office: office.id,
    holder: person?.id ?? null,
    first_contact: summary.firstContact?.id ?? null,
    due_sort: clock?.duty === 'office' ? (clock.dueOn ?? 'infinity') : 'infinity',
    due_on: clock?.dueOn ?? null,
    cautious_due_on: clock?.cautiousDueOn ?? null,
    rule: clock?.rule ?? null,
    names: names.join('\n'),
    name_pairs: characterPairs(names.join('\n')).filter((pair) => !pair.includes('\n')),
  };
}
