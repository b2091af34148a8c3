import { readFileSync } from 'node:fs';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import { lawInLog, lawRow, type LawInLog } from '../law-in-force/law-in-force.js';

/**
 * Which stream and case a number names, whom the case may be shown to, and up to where its stream is folded. The file itself,
 * its clocks and their reasons follow from the events in the log and the law, and are made when somebody reads them
 * (`filed-case.ts`).
 */
export const caseFile: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'case-file',
  version: 5,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'case_file', holds: 'subject', key: ['case_id'] },
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
  // Every edition: a closed case keeps the law of its last event.
  referenceRows: (event) => ({ case_file_law: [{ ...lawRow(event), position: event.position }] }),
};
