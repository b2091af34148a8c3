import { readFileSync } from 'node:fs';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { clocksOf } from '../followed-case/case-view.js';
import { scopeColumns, summaryOf } from '../followed-case/listed-case.js';
import { lawInLog, lawRow, lawTable, type LawInLog } from '../law-in-force/law-in-force.js';
import { evolveFiled, type FiledCase } from './fold.js';

/** The whole of each case: its facts, its clocks with their reasons, its timeline; and which case a number names. */
export const caseFile: ProjectionDefinition<FiledCase, LawInLog> = {
  name: 'case-file',
  version: 3,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'case_file', holds: 'subject', key: ['case_id'] },
    { name: 'case_file_timeline', holds: 'event', key: ['case_id', 'revision'] },
    lawTable('case_file_law'),
  ],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFiled,
  isOpen: ({ open }) => open,
  rows(subject, law) {
    const summary = summaryOf(subject.state);
    const row = {
      case_id: subject.id,
      stream: subject.stream,
      kind: subject.state.kind,
      case_number: summary.caseNumber,
      ...scopeColumns(summary),
      clocks: JSON.stringify(clocksOf(subject, law)),
    };
    return { case_file: [row] };
  },
  entries: ({ revision, type, recordedAt, meta, data }, caseId) => ({
    case_file_timeline: [
      {
        case_id: caseId,
        revision,
        type,
        recorded_at: recordedAt,
        meta: JSON.stringify(meta),
        data: JSON.stringify(data),
      },
    ],
  }),
  referenceRows: (event) => ({ case_file_law: [lawRow(event)] }),
};
