import { kindTitles, statusTitles } from '@redress/cases/titles.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { soonUntil } from '../law-in-force/standing.js';
import { inLanguage, literal, type ExportColumn, type Language } from './export-table.js';
import { districtTitles, levelTitles, standingTitles } from './words.js';

/** SQL: a row of cases `w` with its JSON as columns: `s` of the summary, `c` of the clock; each is parsed once. */
export function withCaseJson(table: string): string {
  return `${table} w
    CROSS JOIN LATERAL json_to_record(w.summary::json) AS s (category text, complainant text, respondent text,
      total text, outstanding text, "handlingOffice" json, "firstContact" json, holder json, level text)
    LEFT JOIN LATERAL json_to_record(w.clock::json) AS c (title json, state text) ON true`;
}

/** SQL: whether nothing can be told of the row's case (invariant 9). @param view a view's name */
export function parkedSql(view: string): string {
  return `w.case_id IN (SELECT substr(stream, strpos(stream, '-') + 1) FROM views.parked_streams
    WHERE view = ${literal(view)})`;
}

const day = (date: PlainDate) => `${literal(date)}::date`;

export function caseColumnsOf(language: Language): readonly ExportColumn[] {
  const name = inLanguage(language);
  return [
    { heading: { zh: '案号', en: 'Case number' }, type: 'text', sql: 'w.case_number' },
    { heading: { zh: '案件类型', en: 'Kind' }, type: 'text', sql: 'w.kind', words: kindTitles },
    { heading: { zh: '状态', en: 'Status' }, type: 'text', sql: 'w.status', words: statusTitles },
    { heading: { zh: '类别代码', en: 'Category code' }, type: 'text', sql: 's.category' },
    { heading: { zh: '投诉人', en: 'Complainant' }, type: 'text', sql: 's.complainant' },
    { heading: { zh: '被投诉人', en: 'Respondent' }, type: 'text', sql: 's.respondent' },
    { heading: { zh: '主张金额（元）', en: 'Claimed (CNY)' }, type: 'money', sql: 's.total' },
    { heading: { zh: '尚欠金额（元）', en: 'Outstanding (CNY)' }, type: 'money', sql: 's.outstanding' },
    { heading: { zh: '提交日期', en: 'Lodged on' }, type: 'date', sql: 'w.lodged_on' },
    { heading: { zh: '层级', en: 'Level' }, type: 'text', sql: 's.level', words: levelTitles },
    { heading: { zh: '区', en: 'District' }, type: 'text', sql: `coalesce(w.district, '')`, words: districtTitles },
    { heading: { zh: '办理部门', en: 'Office' }, type: 'text', sql: `s.holder #>> '{office,name,${name}}'` },
    { heading: { zh: '经办人', en: 'In hand of' }, type: 'text', sql: `s.holder #>> '{person,name}'` },
    { heading: { zh: '首接责任人', en: 'First contact' }, type: 'text', sql: `s."firstContact" ->> 'name'` },
  ];
}

/** @param parked SQL of whether nothing can be told of the case */
export function clockColumnsOf(language: Language, today: PlainDate, parked: string): readonly ExportColumn[] {
  const standing = `CASE WHEN c.state IS NULL THEN NULL WHEN ${parked} THEN 'cannotTell'
    WHEN c.state = 'stopped' THEN 'met' WHEN c.state <> 'open' THEN c.state WHEN w.due_sort < ${day(today)} THEN 'late'
    WHEN w.due_sort <= ${day(soonUntil(today))} THEN 'dueSoon' ELSE 'running' END`;
  const dated = `w.due_sort < 'infinity'`;
  return [
    { heading: { zh: '期限', en: 'Deadline' }, type: 'text', sql: `c.title ->> '${inLanguage(language)}'` },
    { heading: { zh: '到期日', en: 'Due on' }, type: 'date', sql: `CASE WHEN ${dated} THEN w.due_sort END` },
    { heading: { zh: '暂定', en: 'Provisional' }, type: 'yesNo', sql: 'w.provisional' },
    { heading: { zh: '期限状态', en: 'Standing' }, type: 'text', sql: standing, words: standingTitles },
    {
      heading: { zh: '剩余自然日', en: 'Calendar days left' },
      type: 'integer',
      sql: `CASE WHEN ${dated} AND c.state = 'open' THEN w.due_sort - ${day(today)} END`,
    },
    { heading: { zh: '数据待恢复', en: 'Not up to date' }, type: 'yesNo', sql: parked },
  ];
}
