import { statusTitles } from '@redress/cases/titles.js';
import { is, lies, type ExportColumn, type ExportTable } from '../exporting/export-table.js';
import { districtTitles } from '../exporting/words.js';

const unitTypes = {
  stateOrgan: { zh: '机关', en: 'State organ' },
  publicInstitution: { zh: '事业单位', en: 'Public institution' },
  stateOwnedFirm: { zh: '国有企业', en: 'State-owned firm' },
  largeFirm: { zh: '大型企业', en: 'Large firm' },
  otherFirm: { zh: '其他企业', en: 'Other firm' },
};

const sum = (zh: string, en: string, column: string): ExportColumn => ({
  heading: { zh: `${zh}（元）`, en: `${en} (CNY)` },
  type: 'money',
  sql: `(w.${column} / 100.0)::numeric(20, 2)::text`,
});

/** Every claim by who owes it. */
export const debtorWatchExport: ExportTable = {
  name: 'debtor-watch',
  view: 'debtor-watch',
  title: { zh: '欠款单位', en: 'Debtors' },
  forOfficials: true,
  filters: { status: is('w.status'), district: lies('w.district') },
  rows: () => ({ from: 'views.debtor_case w', scopeOf: 'w', order: 'w.debtor, w.lodged_on, w.case_id' }),
  columns: () => [
    { heading: { zh: '统一社会信用代码', en: 'Credit code' }, type: 'text', sql: 'w.debtor_code' },
    { heading: { zh: '被投诉人', en: 'Respondent' }, type: 'text', sql: 'w.debtor_name' },
    { heading: { zh: '单位类型', en: 'Type' }, type: 'text', sql: 'w.unit_type', words: unitTypes },
    { heading: { zh: '案号', en: 'Case number' }, type: 'text', sql: 'w.case_number' },
    { heading: { zh: '状态', en: 'Status' }, type: 'text', sql: 'w.status', words: statusTitles },
    { heading: { zh: '区', en: 'District' }, type: 'text', sql: `coalesce(w.district, '')`, words: districtTitles },
    { heading: { zh: '提交日期', en: 'Lodged on' }, type: 'date', sql: 'w.lodged_on' },
    sum('主张金额', 'Claimed', 'claimed'),
    sum('无争议金额', 'Undisputed', 'undisputed'),
    sum('已付金额', 'Paid', 'paid'),
    sum('尚欠金额', 'Outstanding', 'outstanding'),
    { heading: { zh: '和解未履行', en: 'Settlement not kept' }, type: 'yesNo', sql: 'w.broken' },
    { heading: { zh: '超期约定', en: 'Terms beyond the law' }, type: 'integer', sql: 'w.beyond_law' },
  ],
};
