import { kindTitles } from '@redress/cases/titles.js';
import { inLanguage, is, lies, literal, type ExportTable } from '../exporting/export-table.js';
import { districtTitles, levelTitles } from '../exporting/words.js';

const acts = {
  notify: { zh: '提醒', en: 'Notify' },
  raiseLevel: { zh: '提级', en: 'Raise the level' },
  requireReason: { zh: '要求说明原因', en: 'Require a reason' },
};
const states = {
  open: { zh: '待触发', en: 'To fire' },
  held: { zh: '暂不触发', en: 'Held back' },
  fired: { zh: '已触发', en: 'Fired' },
};

/** SQL: the lists of rungs as they are on the screen. */
const stateSql = {
  open: 'w.fired_at IS NULL AND w.held IS NULL',
  held: 'w.held IS NOT NULL',
  fired: 'w.fired_at IS NOT NULL',
  awaiting: 'w.awaits IS NOT NULL',
};

/** Every rung of every ladder: to fire, held back, fired. */
export const escalationsExport: ExportTable = {
  name: 'escalations',
  view: 'escalations',
  title: { zh: '提级督办', en: 'Escalations' },
  forOfficials: true,
  filters: {
    district: lies('w.district'),
    state: (state) => stateSql[state as keyof typeof stateSql],
    mustAct: is('w.must_act'),
  },
  rows: () => ({
    from: `views.escalation_rung w CROSS JOIN LATERAL json_to_record(w.shown::json) AS s ("caseNumber" text, kind text,
      complainant text, respondent text, "clockTitle" json, title json, level text, "handlingOffice" json)`,
    scopeOf: 'w',
    order: 'w.due_on NULLS LAST, w.case_id, w.rung_key',
  }),
  columns({ language, today }) {
    const name = inLanguage(language);
    return [
      { heading: { zh: '案号', en: 'Case number' }, type: 'text', sql: 's."caseNumber"' },
      { heading: { zh: '案件类型', en: 'Kind' }, type: 'text', sql: 's.kind', words: kindTitles },
      { heading: { zh: '投诉人', en: 'Complainant' }, type: 'text', sql: 's.complainant' },
      { heading: { zh: '被投诉人', en: 'Respondent' }, type: 'text', sql: 's.respondent' },
      { heading: { zh: '区', en: 'District' }, type: 'text', sql: `coalesce(w.district, '')`, words: districtTitles },
      { heading: { zh: '层级', en: 'Level' }, type: 'text', sql: 's.level', words: levelTitles },
      { heading: { zh: '办理部门', en: 'Office' }, type: 'text', sql: `s."handlingOffice" #>> '{name,${name}}'` },
      { heading: { zh: '期限', en: 'Deadline' }, type: 'text', sql: `s."clockTitle" ->> '${name}'` },
      { heading: { zh: '到期日', en: 'Due on' }, type: 'date', sql: 'w.clock_due_on' },
      { heading: { zh: '提醒', en: 'Rung' }, type: 'text', sql: `s.title ->> '${name}'` },
      { heading: { zh: '动作', en: 'Act' }, type: 'text', sql: 'w.act', words: acts },
      { heading: { zh: '触发日', en: 'Rung due on' }, type: 'date', sql: 'w.due_on' },
      {
        heading: { zh: '状态', en: 'State' },
        type: 'text',
        sql: `CASE WHEN w.fired_at IS NOT NULL THEN 'fired' WHEN w.held IS NOT NULL THEN 'held' ELSE 'open' END`,
        words: states,
      },
      { heading: { zh: '触发时间', en: 'Fired at' }, type: 'text', sql: 'w.fired_at' },
      {
        heading: { zh: '迟于其日', en: 'Late' },
        type: 'yesNo',
        sql: `coalesce(w.late, w.held IS NULL AND w.due_on < ${literal(today)}::date)`,
      },
      { heading: { zh: '暂定', en: 'Provisional' }, type: 'yesNo', sql: 'w.provisional' },
    ];
  },
};
