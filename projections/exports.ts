import { debtorWatchExport } from './debtor-watch/export.js';
import { escalationsExport } from './escalations/export.js';
import type { ExportTable } from './exporting/export-table.js';
import { firstContactExport } from './first-contact/export.js';
import { pastClocksExport, pastWorklistExport } from './history/export.js';
import { partiesExport } from './parties/export.js';
import { slaBoardExport } from './sla-board/export.js';
import { worklistExport } from './worklist/export.js';

/** Every case, a row each: what an export of the log goes by. */
export const caseList: ExportTable = worklistExport;

/** Every view as a table: what can be asked for as CSV and as a workbook. */
export const exportTables: readonly ExportTable[] = [
  { ...worklistExport, past: pastWorklistExport },
  { ...slaBoardExport, past: pastClocksExport },
  escalationsExport,
  partiesExport,
  firstContactExport,
  debtorWatchExport,
];
