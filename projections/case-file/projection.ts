import { readFileSync } from 'node:fs';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import { lawInLog, lawRow, type LawInLog } from '../law-in-force/law-in-force.js';

/**
 * Every event of each case, whom the case may be shown to, and which case a number names. The file itself, its clocks and
 * their reasons follow from the events and the law, and are made when somebody reads them (`filed-case.ts`).
 */
export const caseFile: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'case-file',
  version: 4,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'case_file', holds: 'subject', key: ['case_id'] },
    { name: 'case_file_timeline', holds: 'event', key: ['case_id', 'revision'] },
    { name: 'case_file_law', holds: 'reference', key: ['stream', 'position'] },
  ],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  // No row hangs on the law.
  isOpen: () => false,
  rows({ id, stream, state }) {
    const summary = summaryOf(state);
    const { kind } = state;
    return {
      case_file: [{ case_id: id, stream, kind, case_number: summary.caseNumber, ...state.told.scope }],
    };
  },
  entries: ({ revision, position, id, type, schema, recordedAt, meta, data }, caseId) => ({
    case_file_timeline: [
      {
        case_id: caseId,
        revision,
        position,
        event_id: id,
        type,
        schema,
        recorded_at: recordedAt,
        meta: JSON.stringify(meta),
        data: JSON.stringify(data),
      },
    ],
  }),
  // Every edition: a closed case keeps the law of its last event.
  referenceRows: (event) => ({ case_file_law: [{ ...lawRow(event), position: event.position }] }),
};
