import { readFileSync } from 'node:fs';
import { category } from '@redress/cases/overdue-payment/events.js';
import type { RecordedEvent } from '@redress/event-store/port.js';
import type { ProjectionDefinition, ViewDb } from '@redress/processing/projection.js';
import { applyToView, caseIdOf, type CaseView, type FollowedCase } from '../followed-case/case-view.js';
import { scopeColumns } from '../followed-case/listed-case.js';
import { writeRows } from '../followed-case/rows.js';
import { isLawEvent, lawCategories } from '../law-in-force/law-in-force.js';
import { evolveFiled, type FiledCase } from './fold.js';

const view: CaseView<FiledCase> = {
  cases: 'case_file_state',
  law: 'case_file_law',
  evolve: evolveFiled,
  write: (db, cases) => writeRows(db, 'case_file', ['case_id'], cases.map(rowOf)),
};

/** The whole of each case: its facts, its clocks with their reasons, its timeline; and which case a number names. */
export const caseFile: ProjectionDefinition = {
  name: 'case-file',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: ['case_file', 'case_file_state', 'case_file_timeline', 'case_file_law'],
  categories: [category, ...lawCategories],
  referenceCategories: lawCategories,
  async apply(event, db) {
    await applyToView(view, event, db);
    if (!isLawEvent(event)) await addToTimeline(db, event);
  },
};

function rowOf({ caseId, state, clocks }: FollowedCase<FiledCase>) {
  return {
    case_id: caseId,
    case_number: state.file.caseNumber,
    ...scopeColumns(state.file),
    mediator: state.file.mediator?.id ?? null,
    clocks: JSON.stringify(clocks),
  };
}

async function addToTimeline(db: ViewDb, event: RecordedEvent): Promise<void> {
  await db.query(
    `INSERT INTO case_file_timeline (case_id, revision, type, recorded_at, meta, data) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      caseIdOf(event.stream),
      event.revision,
      event.type,
      event.recordedAt,
      JSON.stringify(event.meta),
      JSON.stringify(event.data),
    ],
  );
}
