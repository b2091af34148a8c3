import { caseColumnsOf, clockColumnsOf, parkedSql, withCaseJson } from '../exporting/case-columns.js';
import type { ExportTable } from '../exporting/export-table.js';
import { standingTitles } from '../exporting/words.js';

const finished = `w.state IN ('met', 'metLate', 'ended', 'endedLate')`;

/** Every clock of every case, the finished ones too: what the figures of the board count. */
export const slaBoardExport: ExportTable = {
  name: 'sla-board',
  view: 'sla-board',
  title: { zh: '期限明细', en: 'Clocks of the board' },
  forOfficials: false,
  filters: ['kind', 'status', 'district'],
  rows: () => ({
    from: withCaseJson('views.sla_clock'),
    scopeOf: 'w',
    order: 'w.case_id, w.rule, w.subject, w.run',
  }),
  columns({ language, today }) {
    const clock = clockColumnsOf(language, today, parkedSql('sla-board')).map((column) =>
      // A clock that has ended stands as it ended; what still runs is told by the day.
      column.words === standingTitles
        ? { ...column, sql: `CASE WHEN ${finished} THEN w.state ELSE ${column.sql} END` }
        : column,
    );
    return [
      ...caseColumnsOf(language),
      { heading: { zh: '规则', en: 'Rule' }, type: 'text', sql: 'w.rule' },
      { heading: { zh: '对象', en: 'Subject' }, type: 'text', sql: 'w.subject' },
      ...clock,
    ];
  },
};
