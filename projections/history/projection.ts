import { readFileSync } from 'node:fs';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { countsOfChanges, monthOf } from '../followed-case/changes.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { lawHistoryRow, lawHistoryTable } from '../law-in-force/law-history.js';
import { lawInLog, type LawInLog } from '../law-in-force/law-in-force.js';
import { historyRows } from './rows.js';

/** By what finished clocks and closed cases are counted. */
const groups = 'offices office district kind rule state counts_month provisional duty'.split(' ');
const group = Object.fromEntries(groups.map((column) => [column, column]));

/** By what the terms kept by offices are told in statistics, where it is by the matter. */
const matters = 'office district kind category respondent_type state counts_month provisional'.split(' ');
const matter = Object.fromEntries(matters.map((column) => [column, column]));
const ofOffices = `CASE WHEN duty = 'office' THEN weight ELSE 0 END`;

/** What lists and boards show of each case as of any moment, known at any moment (invariant 15). */
export const history: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'history',
  version: 2,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'history_case', holds: 'subject', key: ['case_id', 'known', 'held'] },
    { name: 'history_clock', holds: 'subject', key: ['case_id', 'rule', 'subject', 'run', 'known', 'held'] },
    { name: 'history_finished', holds: 'subject', key: ['case_id', 'n'] },
    lawHistoryTable('history_law'),
  ],
  counts: [
    ...countsOfChanges('history_finished', group),
    ...countsOfChanges('history_finished', matter, ofOffices, 'history_matter'),
    { name: 'history_lodged_by_month', of: 'history_case', by: { lodged_month: monthOf('lodged_on') } },
  ],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  isOpen: ({ open }) => open,
  rows: historyRows,
  referenceRows: (event) => ({ history_law: [lawHistoryRow(event)] }),
};
