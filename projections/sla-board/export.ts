import { caseColumnsOf, caseJson, caseRaw, clockColumnsOf, parkedSql } from '../exporting/case-columns.js';
import { is, lies, type ExportTable } from '../exporting/export-table.js';
import { standingNarrowing } from '../exporting/standing-sql.js';

/** Every clock of every case, the finished ones too: what the figures of the board count. */
export const slaBoardExport: ExportTable = {
  name: 'sla-board',
  view: 'sla-board',
  title: { zh: '期限明细', en: 'Clocks of the board' },
  forOfficials: false,
  filters: {
    kind: is('w.kind'),
    status: is('w.status'),
    district: lies('w.district'),
    office: is('w.office'),
    clock: is('w.rule'),
    duty: is('w.duty'),
    standing: standingNarrowing(() => parkedSql('sla-board')),
  },
  rows: () => ({
    from: 'views.sla_clock w',
    scopeOf: 'w',
    order: 'w.case_id, w.rule, w.subject, w.run',
    json: caseJson,
    raw: caseRaw('sla-board'),
  }),
  columns: ({ language, today }) => [
    ...caseColumnsOf(language),
    { heading: { zh: '规则', en: 'Rule' }, type: 'text', sql: 'w.rule' },
    { heading: { zh: '对象', en: 'Subject' }, type: 'text', sql: 'w.subject' },
    ...clockColumnsOf(language, today),
  ],
};
