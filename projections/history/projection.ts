import { readFileSync } from 'node:fs';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { evolveRecorded, type RecordedCase } from '../followed-case/recorded-case.js';
import { lawHistory, lawHistoryRow, lawHistoryTable, type LawHistory } from '../law-in-force/law-history.js';
import { historyRows } from './rows.js';

const group = {
  sign: 'sign',
  offices: 'offices',
  office: 'office',
  district: 'district',
  kind: 'kind',
  rule: 'rule',
  state: 'state',
  counts_month: 'counts_month',
  provisional: 'provisional',
  duty: 'duty',
};
const monthOf = (day: string) => `date_trunc('month', ${day}::timestamp)::date`;

/** What lists and boards show of each case as of any moment, known at any moment (invariant 15). */
export const history: ProjectionDefinition<RecordedCase, LawHistory> = {
  name: 'history',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'history_case', holds: 'subject', key: ['case_id', 'known', 'held'] },
    { name: 'history_clock', holds: 'subject', key: ['case_id', 'rule', 'subject', 'run', 'known', 'held'] },
    { name: 'history_finished', holds: 'subject', key: ['case_id', 'n'] },
    lawHistoryTable('history_law'),
  ],
  counts: [
    {
      name: 'history_finished_by_day',
      of: 'history_finished',
      by: { known_on: 'known_on', held_on: 'held_on', ...group },
    },
    {
      name: 'history_finished_by_month',
      of: 'history_finished',
      by: { known_month: monthOf('known_on'), held_month: monthOf('held_on'), ...group },
    },
    { name: 'history_lodged_by_month', of: 'history_case', by: { lodged_month: monthOf('lodged_on') } },
  ],
  categories: caseCategories,
  reference: lawHistory,
  evolve: evolveRecorded,
  isOpen: ({ open }) => open,
  rows: historyRows,
  referenceRows: (event) => ({ history_law: [lawHistoryRow(event)] }),
};
