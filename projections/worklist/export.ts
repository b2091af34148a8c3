import { caseColumnsOf, caseJson, caseRaw, clockColumnsOf } from '../exporting/case-columns.js';
import type { ExportTable } from '../exporting/export-table.js';

/** The worklist whole, in its order. */
export const worklistExport: ExportTable = {
  name: 'worklist',
  view: 'worklist',
  title: { zh: '案件清单', en: 'Worklist' },
  forOfficials: false,
  filters: ['kind', 'status', 'district'],
  rows: () => ({
    from: 'views.worklist w',
    scopeOf: 'w',
    order: 'w.due_sort, w.lodged_on, w.case_id',
    json: caseJson,
    raw: caseRaw('worklist'),
  }),
  columns: ({ language, today }) => [...caseColumnsOf(language), ...clockColumnsOf(language, today)],
};
