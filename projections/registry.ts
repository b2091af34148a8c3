import type { ProjectionDefinition } from '@redress/processing/projection.js';
import { caseFile } from './case-file/projection.js';
import { debtorWatch } from './debtor-watch/projection.js';
import { escalations } from './escalations/projection.js';
import { firstContact } from './first-contact/projection.js';
import { holders } from './holders/projection.js';
import { history } from './history/projection.js';
import { instalments } from './instalments/projection.js';
import { statistics } from './statistics/projection.js';
import { parties } from './parties/projection.js';
import { slaBoard } from './sla-board/projection.js';
import { worklist } from './worklist/projection.js';

/** Every view, with its version. A change of what a view's rows say, or of its tables, is a new version. */
export const views: readonly ProjectionDefinition[] = [
  worklist,
  caseFile,
  slaBoard,
  escalations,
  history,
  statistics,
  holders,
  instalments,
  parties,
  firstContact,
  debtorWatch,
];

/** This module, compiled, for the threads of a fill. */
export const viewsModule = new URL(import.meta.url);
