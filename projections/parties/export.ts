import { lies, scopedTo, type ExportTable, type Narrowing } from '../exporting/export-table.js';
import { foundSql } from './found.js';

const sides = {
  complainant: { zh: '投诉人', en: 'Complainant' },
  respondent: { zh: '被投诉人', en: 'Respondent' },
};

/** Of companies found by a name: every name and case of theirs. */
const sought: Narrowing = (q, { scope }, parameters) =>
  `w.company IN (SELECT w.company FROM views.party w WHERE ${foundSql(q.trim(), parameters)} AND ${scopedTo(scope, 'w')})`;

/** Every name of every party of every case. */
export const partiesExport: ExportTable = {
  name: 'parties',
  view: 'parties',
  title: { zh: '当事企业', en: 'Parties' },
  forOfficials: true,
  filters: { district: lies('w.district'), q: sought },
  rows: () => ({
    from: 'views.party w JOIN views.party_matter m ON m.case_id = w.case_id',
    scopeOf: 'w',
    order: 'w.company, w.lodged_on, w.case_id, w.side, w.name',
  }),
  columns: () => [
    { heading: { zh: '统一社会信用代码', en: 'Credit code' }, type: 'text', sql: 'w.code' },
    { heading: { zh: '名称', en: 'Name' }, type: 'text', sql: 'w.name' },
    { heading: { zh: '现用名称', en: 'Current name' }, type: 'yesNo', sql: 'w.current' },
    { heading: { zh: '身份', en: 'Side' }, type: 'text', sql: 'w.side', words: sides },
    { heading: { zh: '案号', en: 'Case number' }, type: 'text', sql: 'm.case_number' },
    { heading: { zh: '提交日期', en: 'Lodged on' }, type: 'date', sql: 'w.lodged_on' },
    { heading: { zh: '未结', en: 'Open' }, type: 'yesNo', sql: 'w.open' },
    { heading: { zh: '合同编号', en: 'Contract number' }, type: 'text', sql: 'm.contract_number' },
    { heading: { zh: '金额（元）', en: 'Amount (CNY)' }, type: 'money', sql: 'm.amount' },
  ],
};
