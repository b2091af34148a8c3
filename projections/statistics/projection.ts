import { readFileSync } from 'node:fs';
import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { countsOfChanges } from '../followed-case/changes.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { lawInLog, type LawInLog } from '../law-in-force/law-in-force.js';
import { cellKey } from './cells.js';
import { statisticsRows } from './rows.js';

/** What was lodged, accepted, refused, concluded, claimed, recovered and how long it took (快报), along both times. */
export const statistics: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'statistics',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'statistics_change', holds: 'subject', key: ['case_id', 'n'] }],
  counts: countsOfChanges('statistics_change', cellKey),
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  // No figure here hangs on the law: whether a term was kept is counted with the clocks.
  isOpen: () => false,
  rows: statisticsRows,
};
