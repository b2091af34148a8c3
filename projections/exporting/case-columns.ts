import type { Name, PersonRef } from '@redress/cases/shared/reference.js';
import { kindTitles, statusTitles } from '@redress/cases/titles.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { CaseRow } from '../followed-case/case-row.js';
import { soonUntil, type ListedClock, type Standing } from '../law-in-force/standing.js';
import { inLanguage, literal, type Cell, type ExportColumn, type Language, type ReadRow } from './export-table.js';
import { districtTitles, levelTitles, standingTitles } from './words.js';

/** What a row of cases `w` is read from beside its columns. */
export const caseJson = { summary: 'w.summary', clock: 'w.clock' };

/** @param view a view's name */
export function caseRaw(view: string) {
  return { parked: parkedSql(view) };
}

/** SQL: whether nothing can be told of the row's case (invariant 9). */
export function parkedSql(view: string): string {
  return `w.case_id IN (SELECT substr(stream, strpos(stream, '-') + 1) FROM views.parked_streams
    WHERE view = ${literal(view)})`;
}

type Summary = Pick<CaseRow, 'category' | 'complainant' | 'respondent' | 'total' | 'outstanding' | 'level'> & {
  readonly firstContact: PersonRef | null;
  readonly holder: { readonly office: { readonly name: Name }; readonly person: PersonRef | null };
};

const ofSummary = (read: (summary: Summary) => Cell) => (row: ReadRow) => read(row.json.summary as Summary);

export function caseColumnsOf(language: Language): readonly ExportColumn[] {
  const name = inLanguage(language);
  const summary = (zh: string, en: string, type: 'text' | 'money', read: (summary: Summary) => Cell) => ({
    heading: { zh, en },
    type,
    of: ofSummary(read),
  });
  return [
    { heading: { zh: '案号', en: 'Case number' }, type: 'text', sql: 'w.case_number' },
    { heading: { zh: '案件类型', en: 'Kind' }, type: 'text', sql: 'w.kind', words: kindTitles },
    { heading: { zh: '状态', en: 'Status' }, type: 'text', sql: 'w.status', words: statusTitles },
    summary('类别代码', 'Category code', 'text', ({ category }) => category),
    summary('投诉人', 'Complainant', 'text', ({ complainant }) => complainant),
    summary('被投诉人', 'Respondent', 'text', ({ respondent }) => respondent),
    summary('主张金额（元）', 'Claimed (CNY)', 'money', ({ total }) => total),
    summary('尚欠金额（元）', 'Outstanding (CNY)', 'money', ({ outstanding }) => outstanding),
    { heading: { zh: '提交日期', en: 'Lodged on' }, type: 'date', sql: 'w.lodged_on' },
    { ...summary('层级', 'Level', 'text', ({ level }) => level), words: levelTitles },
    { heading: { zh: '区', en: 'District' }, type: 'text', sql: `coalesce(w.district, '')`, words: districtTitles },
    summary('办理部门', 'Office', 'text', ({ holder }) => holder.office.name[name]),
    summary('经办人', 'In hand of', 'text', ({ holder }) => holder.person?.name ?? null),
    summary('首接责任人', 'First contact', 'text', ({ firstContact }) => firstContact?.name ?? null),
  ];
}

/** What is written of a clock. */
export type ExportedClock = Pick<ListedClock, 'title' | 'dueOn' | 'provisional' | 'state'> &
  Partial<Pick<ListedClock, 'stoppedLate' | 'endedLate'>>;

const listedClock = ({ json }: ReadRow): ExportedClock | null => json.clock as ListedClock | null;

/** @param clockOf of a row; null where it has none */
export function clockColumnsOf(
  language: Language,
  today: PlainDate,
  clockOf: (row: ReadRow) => ExportedClock | null = listedClock,
): readonly ExportColumn[] {
  const name = inLanguage(language);
  const soon = soonUntil(today);
  return [
    { heading: { zh: '期限', en: 'Deadline' }, type: 'text', of: (row) => clockOf(row)?.title[name] ?? null },
    { heading: { zh: '到期日', en: 'Due on' }, type: 'date', of: (row) => clockOf(row)?.dueOn ?? null },
    {
      heading: { zh: '暂定', en: 'Provisional' },
      type: 'yesNo',
      of: (row) => (clockOf(row)?.provisional === true ? 't' : 'f'),
    },
    {
      heading: { zh: '期限状态', en: 'Standing' },
      type: 'text',
      of: (row) => standingOf(clockOf(row), row.raw.parked === 't', today, soon),
      words: standingTitles,
    },
    {
      heading: { zh: '剩余自然日', en: 'Calendar days left' },
      type: 'integer',
      of: (row) => daysLeft(clockOf(row), today),
    },
    { heading: { zh: '数据待恢复', en: 'Not up to date' }, type: 'yesNo', of: ({ raw }) => raw.parked! },
  ];
}

function standingOf(
  clock: ExportedClock | null,
  isParked: boolean,
  today: PlainDate,
  soon: PlainDate,
): Standing | null {
  if (clock === null) return null;
  if (isParked) return 'cannotTell';
  if (clock.state === 'stopped') return clock.stoppedLate === true ? 'metLate' : 'met';
  if (clock.state === 'ended') return clock.endedLate === true ? 'endedLate' : 'ended';
  if (clock.state !== 'open') return clock.state;
  if (clock.dueOn === null) return 'running';
  return clock.dueOn < today ? 'late' : clock.dueOn <= soon ? 'dueSoon' : 'running';
}

const dayMs = 86_400_000;

function daysLeft(clock: ExportedClock | null, today: PlainDate): Cell {
  if (clock?.state !== 'open' || clock.dueOn === null) return null;
  return String((Date.parse(clock.dueOn) - Date.parse(today)) / dayMs);
}
