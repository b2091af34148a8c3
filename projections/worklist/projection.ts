import { readFileSync } from 'node:fs';
import { category } from '@redress/cases/overdue-payment/events.js';
import type { ProjectionDefinition, ViewDb } from '@redress/processing/projection.js';
import { caseColumns } from '../followed-case/case-row.js';
import { applyToView, type CaseView, type FollowedCase } from '../followed-case/case-view.js';
import { evolveListed, holderOf, type ListedCase } from '../followed-case/listed-case.js';
import { writeRows } from '../followed-case/rows.js';
import { lawCategories } from '../law-in-force/law-in-force.js';
import { mostUrgent } from '../law-in-force/standing.js';
import { characterPairs, searchable } from './name-search.js';

const view: CaseView<ListedCase> = {
  cases: 'worklist_case',
  law: 'worklist_law',
  evolve: evolveListed,
  write: (db: ViewDb, cases) => writeRows(db, 'worklist', ['case_id'], cases.map(rowOf)),
};

/** One row a case, with all that a list filters, orders and shows. */
export const worklist: ProjectionDefinition = {
  name: 'worklist',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: ['worklist', 'worklist_law'],
  categories: [category, ...lawCategories],
  referenceCategories: lawCategories,
  apply: (event, db) => applyToView(view, event, db),
};

function rowOf({ caseId, state, clocks }: FollowedCase<ListedCase>) {
  const { claim, mediator } = state.file;
  const clock = mostUrgent(clocks);
  const names = [searchable(claim.complainant.name), searchable(claim.respondent.name)];
  return {
    ...caseColumns(caseId, state, clock),
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
