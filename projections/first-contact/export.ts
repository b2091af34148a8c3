import { kindTitles } from '@redress/cases/titles.js';
import { inLanguage, is, lies, type ExportTable } from '../exporting/export-table.js';
import { districtTitles } from '../exporting/words.js';

/** Every case with who answers for it, and how. */
export const firstContactExport: ExportTable = {
  name: 'first-contact',
  view: 'first-contact',
  title: { zh: '首接负责', en: 'First contacts' },
  forOfficials: true,
  filters: { kind: is('w.kind'), district: lies('w.district'), office: is('w.office') },
  rows: () => ({ from: 'views.first_contact w', scopeOf: 'w', order: 'w.officer, w.lodged_on, w.case_id' }),
  columns: ({ language }) => [
    { heading: { zh: '首接责任人', en: 'First contact' }, type: 'text', sql: 'w.officer_name' },
    { heading: { zh: '部门', en: 'Office' }, type: 'text', sql: `w.office_name::json ->> '${inLanguage(language)}'` },
    { heading: { zh: '区', en: 'District' }, type: 'text', sql: `coalesce(w.district, '')`, words: districtTitles },
    { heading: { zh: '案号', en: 'Case number' }, type: 'text', sql: 'w.case_number' },
    { heading: { zh: '案件类型', en: 'Kind' }, type: 'text', sql: 'w.kind', words: kindTitles },
    { heading: { zh: '提交日期', en: 'Lodged on' }, type: 'date', sql: 'w.lodged_on' },
    { heading: { zh: '确定首接日期', en: 'Named on' }, type: 'date', sql: 'w.named_on' },
    { heading: { zh: '应联系日', en: 'Contact due on' }, type: 'date', sql: 'w.contact_due_on' },
    { heading: { zh: '联系日期', en: 'Contacted on' }, type: 'date', sql: 'w.contacted_on' },
    { heading: { zh: '未结', en: 'Open' }, type: 'yesNo', sql: 'w.open' },
    { heading: { zh: '最近到期日', en: 'Next due on' }, type: 'date', sql: 'w.answer_due_on' },
    { heading: { zh: '有逾期', en: 'Answered late' }, type: 'yesNo', sql: 'w.answered_late' },
    {
      heading: { zh: '移交次数', en: 'Handed over' },
      type: 'integer',
      sql: '(SELECT count(*) FROM views.first_contact_handover h WHERE h.case_id = w.case_id)',
    },
  ],
};
